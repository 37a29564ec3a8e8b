package org.tailoff.train.fused;

/** Labels of the mini-batch being worked on; one object, refilled for each mini-batch. */
final class Batch {

    /** Number of classes. */
    final int outputs;

    /** Class of each image; elements from {@link #images} on are left over from a larger mini-batch. */
    final int[] labels;

    /** Images in the mini-batch, from 1 to {@code labels.length}. */
    int images;

    /**
     * Room for a mini-batch.
     *
     * @param capacity most images it will hold
     * @param outputs number of classes
     */
    Batch(int capacity, int outputs) {
        this.labels = new int[capacity];
        this.outputs = outputs;
    }
}
