package org.tailoff.train.fused;

/** Labels of the mini-batch being worked on; one object, refilled for each mini-batch. */
final class Batch {

    /** Number of classes. */
    final int outputs;

    /** Class of each example; elements from {@link #examples} on are left over from a larger mini-batch. */
    final int[] labels;

    /** Examples in the mini-batch, from 1 to {@code labels.length}. */
    int examples;

    /**
     * Room for a mini-batch.
     *
     * @param capacity most examples it will hold
     * @param outputs number of classes
     */
    Batch(int capacity, int outputs) {
        this.labels = new int[capacity];
        this.outputs = outputs;
    }
}
