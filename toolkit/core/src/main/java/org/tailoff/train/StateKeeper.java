package org.tailoff.train;

/** Keeps the state of a run, so that it can go on after a break. */
@FunctionalInterface
public interface StateKeeper {
    /**
     * Takes the state after an epoch, once everything recorded up to it has been handed over.
     *
     * @param state replaces the one before
     */
    void keep(TrainingState state);
}
