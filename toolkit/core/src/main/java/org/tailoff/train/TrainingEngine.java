package org.tailoff.train;

/** Trains a network for an epoch, recording every iteration that is wanted. */
sealed interface TrainingEngine permits Dl4jEngine, FusedEngine {
    /**
     * Trains on all examples once.
     *
     * @param epoch number of the epoch, from 1
     * @param order indices of the training examples, in the order in which they are taken
     */
    void epoch(int epoch, int[] order);
}
