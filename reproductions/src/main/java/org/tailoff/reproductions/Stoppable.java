package org.tailoff.reproductions;

import java.util.function.BooleanSupplier;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.RunObserver;
import org.tailoff.record.RunStart;
import org.tailoff.spec.RunSpec;

/** Passes everything on, tells the watcher how far the run is, and stops it when asked to, after all has been handed over. */
final class Stoppable implements RunObserver {
    private final RunObserver observer;
    private final RunSpec spec;
    private final RunWatcher watcher;
    private final BooleanSupplier stopping;
    private long reported;

    Stoppable(RunObserver observer, RunSpec spec, RunWatcher watcher, BooleanSupplier stopping) {
        this.observer = observer;
        this.spec = spec;
        this.watcher = watcher;
        this.stopping = stopping;
    }

    @Override
    public void started(RunStart start) {
        observer.started(start);
    }

    @Override
    public void iterations(IterationBlock block) {
        observer.iterations(block);
        watcher.advanced(block.rows());
        reported += block.rows();
        if (stopping.getAsBoolean()) {
            throw new StoppedException();
        }
    }

    @Override
    public void epoch(EpochRecord record) {
        observer.epoch(record);
        if (record.epoch() > 0) {
            // Where not every iteration is recorded, the blocks told of fewer than there were.
            watcher.advanced(spec.iterationsPerEpoch() - reported);
        }
        reported = 0;
        if (stopping.getAsBoolean()) {
            throw new StoppedException();
        }
    }

    @Override
    public void finished() {
        observer.finished();
    }
}
