package org.tailoff.published;

import java.util.stream.IntStream;

/**
 * Numbers of ours, in the order of the published ones.
 *
 * @param x where they stand on the horizontal axis: the epoch, the size of the training set, the argument of a function
 * @param values the numbers, one per {@code x}
 */
public record Measured(double[] x, double[] values) {
    /**
     * Copies the numbers.
     *
     * @throws IllegalArgumentException if the two differ in length
     */
    public Measured {
        x = x.clone();
        values = values.clone();
        if (x.length != values.length) {
            throw new IllegalArgumentException(
                    "measured numbers must have one x each, had " + x.length + " for " + values.length);
        }
    }

    /** Numbers of the epochs 0, 1, 2, and so on, as the book counts them. */
    static Measured byEpoch(double[] values) {
        return new Measured(IntStream.range(0, values.length).asDoubleStream().toArray(), values);
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }
}
