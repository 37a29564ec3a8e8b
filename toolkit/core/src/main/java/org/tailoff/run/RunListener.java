package org.tailoff.run;

import org.tailoff.record.RunObserver;
import org.tailoff.spec.RunSpec;

/** Told how runs go on; called from several threads. */
public interface RunListener {
    /**
     * A run has begun.
     *
     * @param run its name
     */
    void started(String run);

    /**
     * Iterations have been done.
     *
     * @param run the run
     * @param iterations how many since the last call for the same run
     */
    void advanced(RunSpec run, long iterations);

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
    void finished(FinishedRun run);

    /**
     * Who watches a run from within.
     *
     * @param run its name
     * @return told of everything that is recorded; nobody unless overridden
     */
    default RunObserver observing(String run) {
        return new RunObserver() {};
    }
}
