package org.tailoff.reproductions;

/** Told how runs go on; called from several threads. */
public interface RunWatcher {
    /**
     * A run has begun.
     *
     * @param run its name
     */
    void started(String run);

    /**
     * Iterations have been done.
     *
     * @param iterations how many since the last call for the same run
     */
    void advanced(long iterations);

    /**
     * A run has ended.
     *
     * @param run its name
     */
    void finished(String run);
}
