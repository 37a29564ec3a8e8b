package org.tailoff.run;

import java.util.function.BooleanSupplier;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.RunObserver;
import org.tailoff.record.RunStart;
import org.tailoff.spec.RunSpec;

/**
 * Passes everything on, tells the watcher how far the run is, and stops it when asked to, after all has been handed
 * over.
 */
final class StoppingObserver implements RunObserver {
    private final RunObserver observer;
    private final Watched watched;
    private final BooleanSupplier stopping;
    private long told;

    StoppingObserver(RunObserver observer, Watched watched, BooleanSupplier stopping) {
        this.observer = observer;
        this.watched = watched;
        this.stopping = stopping;
        told = watched.begun();
    }

    /**
     * A run under watch.
     *
     * @param spec the run
     * @param begun iterations done before, of which the watcher knows
     * @param watcher told how many iterations have been done
     */
    record Watched(RunSpec spec, long begun, RunListener watcher) {}

    @Override
    public void started(RunStart start) {
        observer.started(start);
    }

    @Override
    public void iterations(IterationBlock block) {
        observer.iterations(block);
        tell(told + block.rows());
        stopIfAsked();
    }

    @Override
    public void epoch(EpochRecord record) {
        observer.epoch(record);
        // Where not every iteration is recorded, the blocks told of fewer than there were.
        tell((long) record.epoch() * watched.spec().iterationsPerEpoch());
        stopIfAsked();
    }

    private void tell(long done) {
        watched.watcher().advanced(watched.spec(), done - told);
        told = done;
    }

    private void stopIfAsked() {
        if (stopping.getAsBoolean()) {
            throw new StoppedException();
        }
    }

    @Override
    public void finished() {
        observer.finished();
    }
}
