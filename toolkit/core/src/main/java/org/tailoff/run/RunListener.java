package org.tailoff.run;

import org.tailoff.record.RunObserver;
import org.tailoff.spec.RunSpec;

/** Is notified of the progress of runs; called from several threads. Nothing is done unless overridden. */
public interface RunListener {
    /**
     * A run has begun.
     *
     * @param run its name
     */
    default void started(String run) {}

    /**
     * Iterations have been done.
     *
     * @param run the run
     * @param iterations how many since the last call for the same run
     */
    default void advanced(RunSpec run, long iterations) {}

    /**
     * Iterations need not be done: they are stored.
     *
     * @param run the run
     * @param iterations how many
     */
    default void skipped(RunSpec run, long iterations) {}

    /**
     * A run has been trained to its end, or was found finished.
     *
     * @param run what it left
     */
    default void finished(FinishedRun run) {}

    /**
     * An observer of everything that is recorded of a run while it is trained in this process.
     *
     * @param run its name
     * @return the observer; one that does nothing unless overridden
     */
    default RunObserver observing(String run) {
        return new RunObserver() {};
    }
}
