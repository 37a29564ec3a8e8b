package org.tailoff.record;

/** Receives what a run records; an exception thrown here fails the run. */
public interface RunObserver {
    /**
     * An epoch has ended and has been evaluated.
     *
     * @param epoch the state after it
     */
    default void epoch(EpochRecord epoch) {}
}
