package org.tailoff.train.measure;

/** Sums over arrays with four accumulators each: a single one would wait for its own last addition at every element. */
public final class Vectors {
    private Vectors() {}

    /** sum_i a_i b_i. */
    public static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** sum_i a_i. */
    static double sum(double[] a) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** sum_i |a_i|. */
    public static double magnitude(double[] a) {
        double sum = 0;
        for (double x : a) {
            sum += Math.abs(x);
        }
        return sum;
    }

    /**
     * Variance with divisor N, from sums of the elements less a shift and of their squares. With a shift near the mean
     * it keeps its digits however far from zero the elements are; of equal elements and their value it is zero.
     */
    static double variance(double[] a, double shift) {
        double sum = 0;
        double squares = 0;
        for (double x : a) {
            sum += x - shift;
            squares += (x - shift) * (x - shift);
        }
        double mean = sum / a.length;
        return Math.max(squares / a.length - mean * mean, 0);
    }

    /** The smallest element; of an empty array, infinity. */
    public static double min(double[] a) {
        double min = Double.POSITIVE_INFINITY;
        for (double x : a) {
            min = x < min ? x : min;
        }
        return min;
    }

    /** The largest element; of an empty array, minus infinity. */
    public static double max(double[] a) {
        double max = Double.NEGATIVE_INFINITY;
        for (double x : a) {
            max = x > max ? x : max;
        }
        return max;
    }
}
