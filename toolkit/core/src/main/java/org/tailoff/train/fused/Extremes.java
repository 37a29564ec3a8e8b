package org.tailoff.train.fused;

import java.util.Arrays;
import org.tailoff.train.measure.Vectors;

/**
 * Smallest and largest weight of a layer, exactly, without looking at all of them at every step.
 *
 * <p>Each neuron's weights have a range that they cannot have left. A step w' = keep w - step sum_i x_i d_i over the
 * examples carries it on: weights are multiplied by the factor, and move by at most step max |x| sum_i |d_i|. Only
 * neurons whose range reaches furthest are searched element by element, until the one that reaches furthest has been.
 */
final class Extremes {
    /** Allowance for the rounding of a weight in either precision: the product and the sum, 2^-24 each. */
    private static final double WEIGHT_SLACK = 0x1p-20;

    /** Allowance for the rounding of the movement, a sum over the examples: 2^-24 for each of up to 16,000. */
    private static final double MOVEMENT_SLACK = 1 + 0x1p-10;

    /** Allowance for what rounds to or from zero, in either precision. */
    private static final double UNDERFLOW = Float.MIN_NORMAL;

    private final DenseBlas blas;
    private final double[] lowest;
    private final double[] highest;
    private final boolean[] exact;
    private final double[] column;

    Extremes(DenseBlas blas) {
        this.blas = blas;
        lowest = new double[blas.outputs()];
        highest = new double[blas.outputs()];
        exact = new boolean[blas.outputs()];
        column = new double[blas.inputs()];
        forget();
    }

    /** Tells that the weights have changed in an unknown way. */
    void forget() {
        Arrays.fill(lowest, Double.NEGATIVE_INFINITY);
        Arrays.fill(highest, Double.POSITIVE_INFINITY);
    }

    /**
     * Tells of a step on the loaded mini-batch, before or after it is made.
     *
     * @param deltas dC/dz, examples x outputs in column order
     * @param examples examples in the mini-batch
     * @param keep what the weights are multiplied with, at most 1
     * @param step what the gradient summed over the examples is multiplied with
     */
    void step(double[] deltas, int examples, double keep, double step) {
        double reach = step * blas.largestInput() * MOVEMENT_SLACK;
        for (int j = 0; j < highest.length; j++) {
            double sum = 0;
            for (int k = j * examples; k < (j + 1) * examples; k++) {
                sum += Math.abs(deltas[k]);
            }
            move(j, keep, reach * sum + UNDERFLOW);
        }
    }

    private void move(int j, double keep, double movement) {
        double slack = WEIGHT_SLACK * Math.max(1, Math.abs(keep)) * Math.max(Math.abs(lowest[j]), Math.abs(highest[j]));
        // A factor below 0, which q above 1 gives, turns the range round.
        double low = Math.min(keep * lowest[j], keep * highest[j]) - slack - movement;
        double high = Math.max(keep * lowest[j], keep * highest[j]) + slack + movement;
        lowest[j] = Double.isNaN(low) ? Double.NEGATIVE_INFINITY : low;
        highest[j] = Double.isNaN(high) ? Double.POSITIVE_INFINITY : high;
    }

    /** Looks at the weights as they are now. */
    void find() {
        Arrays.fill(exact, false);
        for (int j = top(); !exact[j]; j = top()) {
            highest[j] = Vectors.max(column(j));
            exact[j] = true;
        }
        Arrays.fill(exact, false);
        for (int j = bottom(); !exact[j]; j = bottom()) {
            lowest[j] = Vectors.min(column(j));
            exact[j] = true;
        }
    }

    private int top() {
        int top = 0;
        for (int j = 1; j < highest.length; j++) {
            top = highest[j] > highest[top] ? j : top;
        }
        return top;
    }

    private int bottom() {
        int bottom = 0;
        for (int j = 1; j < lowest.length; j++) {
            bottom = lowest[j] < lowest[bottom] ? j : bottom;
        }
        return bottom;
    }

    private double[] column(int j) {
        blas.readWeights(column, j * column.length, column.length);
        return column;
    }

    /** The smallest weight found. */
    double lowest() {
        return lowest[bottom()];
    }

    /** The largest weight found. */
    double highest() {
        return highest[top()];
    }
}
