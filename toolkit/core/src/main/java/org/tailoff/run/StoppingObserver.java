package org.tailoff.run;

import java.util.function.BooleanSupplier;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.RunObserver;
import org.tailoff.record.RunStart;
import org.tailoff.spec.RunSpec;

/**
 * Passes everything on, notifies the listener of the progress of the run, and stops it when asked to, after all has
 * been handed over.
 */
final class StoppingObserver implements RunObserver {
    private final RunObserver observer;
    private final Progress progress;
    private final BooleanSupplier stopping;
    private long done;

    StoppingObserver(RunObserver observer, Progress progress, BooleanSupplier stopping) {
        this.observer = observer;
        this.progress = progress;
        this.stopping = stopping;
        done = progress.begun();
    }

    /**
     * Who is notified of what.
     *
     * @param spec the run
     * @param begun iterations done before, of which the listener knows
     * @param listener notified of how many iterations have been done
     */
    record Progress(RunSpec spec, long begun, RunListener listener) {}

    @Override
    public void started(RunStart start) {
        observer.started(start);
    }

    @Override
    public void iterations(IterationBlock block) {
        observer.iterations(block);
        advanceTo(done + block.rows());
        stopIfAsked();
    }

    @Override
    public void epoch(EpochRecord record) {
        observer.epoch(record);
        // Where not every iteration is recorded, the blocks held fewer than there were.
        advanceTo((long) record.epoch() * progress.spec().iterationsPerEpoch());
        stopIfAsked();
    }

    private void advanceTo(long now) {
        progress.listener().advanced(progress.spec(), now - done);
        done = now;
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
