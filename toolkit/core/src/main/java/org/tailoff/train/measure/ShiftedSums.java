package org.tailoff.train.measure;

/**
 * Sums of the elements of a tensor, each less a shift, and of their squares: with a shift near the mean the variance
 * keeps its digits however far from zero the elements are. One object, used again and again.
 */
public final class ShiftedSums {
    private double shift;
    private double sum;
    private double squares;

    /**
     * Begins anew.
     *
     * @param shift what is taken off every element
     * @return these sums
     */
    public ShiftedSums from(double shift) {
        this.shift = shift;
        sum = 0;
        squares = 0;
        return this;
    }

    /**
     * Adds the first {@code count} of some elements.
     *
     * @return these sums
     */
    public ShiftedSums add(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            double x = values[i] - shift;
            sum += x;
            squares += x * x;
        }
        return this;
    }

    /** Sum of the elements less the shift. */
    public double sum() {
        return sum;
    }

    /** Sum of the squares of the elements less the shift. */
    public double squares() {
        return squares;
    }

    /** Variance of {@code count} elements, with divisor N. */
    public double variance(int count) {
        double mean = sum / count;
        return Math.max(squares / count - mean * mean, 0);
    }
}
