package org.tailoff.figure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The points of one line, from left to right, each with an optional symmetric error. Immutable: arrays are copied on
 * the way in and out.
 */
public final class Points {
    private static final double[] NO_ERRORS = {};

    private final double[] x;
    private final double[] y;
    private final double[] errors;

    private Points(double[] x, double[] y, double[] errors) {
        this.x = x;
        this.y = y;
        this.errors = errors;
    }

    /**
     * Points from their coordinates.
     *
     * @param x n values in the unit of the horizontal axis, none smaller than the one before
     * @param y n values in the unit of the vertical axis; {@code y[i]} belongs to {@code x[i]}
     * @return the points
     * @throws IllegalArgumentException if n is 0, the lengths differ, a value is not finite or {@code !(x[i] >= x[i -
     *     1])}
     */
    public static Points of(double[] x, double[] y) {
        Require.that(x.length > 0, "points: at least one is needed, were 0");
        Require.that(
                x.length == y.length, "points: x and y must be of equal length, were %d and %d", x.length, y.length);
        for (int i = 0; i < x.length; i++) {
            Require.finite(x[i], "x[" + i + "]");
            Require.finite(y[i], "y[" + i + "]");
            Require.that(
                    i == 0 || x[i] >= x[i - 1],
                    "x[%d]: must not be below the value before it, %s, was %s",
                    i,
                    i == 0 ? 0 : x[i - 1],
                    x[i]);
        }
        return new Points(x.clone(), y.clone(), NO_ERRORS);
    }

    /**
     * Points at consecutive whole numbers: {@code x[i] = first + i}.
     *
     * @param first the first point's x, such as the first epoch shown
     * @param y n values in the unit of the vertical axis
     * @return the points
     * @throws IllegalArgumentException if n is 0 or a value is not finite
     */
    public static Points from(int first, double[] y) {
        return of(
                IntStream.range(0, y.length)
                        .mapToDouble(i -> (double) first + i)
                        .toArray(),
                y);
    }

    /**
     * The same points with an error bar each, from {@code y - error} to {@code y + error}.
     *
     * @param symmetric n half lengths in the unit of the vertical axis
     * @return the points with errors
     * @throws IllegalArgumentException if the length is not n, or a value is not finite or {@code !(value >= 0)}
     */
    public Points withErrors(double[] symmetric) {
        Require.that(
                symmetric.length == size(), "errors: one per point is needed, %d, were %d", size(), symmetric.length);
        for (int i = 0; i < symmetric.length; i++) {
            Require.finite(symmetric[i], "errors[" + i + "]");
            Require.that(symmetric[i] >= 0, "errors[%d]: must be 0 or above, was %s", i, symmetric[i]);
        }
        return new Points(x, y, symmetric.clone());
    }

    /**
     * How many points there are.
     *
     * @return n, at least 1
     */
    public int size() {
        return x.length;
    }

    /**
     * One point's place on the horizontal axis.
     *
     * @param i the point, from 0
     * @return its x
     */
    public double x(int i) {
        return x[i];
    }

    /**
     * One point's place on the vertical axis.
     *
     * @param i the point, from 0
     * @return its y
     */
    public double y(int i) {
        return y[i];
    }

    /**
     * One point's error.
     *
     * @param i the point, from 0
     * @return half the length of its error bar; 0 if the points have no errors
     */
    public double error(int i) {
        return hasErrors() ? errors[i] : 0;
    }

    /**
     * Whether the points have error bars.
     *
     * @return whether {@link #withErrors} made them
     */
    public boolean hasErrors() {
        return errors.length > 0;
    }

    /**
     * The same line with fewer points: of every stretch of neighbours the lowest and the highest stay, and so do both
     * ends.
     *
     * @param limit how many may stay, at least 4
     * @return at most {@code limit} points; all of them if there are no more
     */
    public Points thinned(int limit) {
        return Decimation.minMax(this, limit);
    }

    /** The points of the given indices, in that order. */
    Points select(int[] indices) {
        double[] chosenErrors =
                hasErrors() ? Arrays.stream(indices).mapToDouble(i -> errors[i]).toArray() : NO_ERRORS;
        return new Points(
                Arrays.stream(indices).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(indices).mapToDouble(i -> y[i]).toArray(),
                chosenErrors);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Points that
                && Arrays.equals(x, that.x)
                && Arrays.equals(y, that.y)
                && Arrays.equals(errors, that.errors);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(x) + Arrays.hashCode(y)) + Arrays.hashCode(errors);
    }

    @Override
    public String toString() {
        return "Points[" + size() + " from (" + x[0] + ", " + y[0] + ") to (" + x[size() - 1] + ", " + y[size() - 1]
                + ")]";
    }
}
