package org.tailoff.train.activation;

/** The sigmoid and its logarithmic relatives, stable for every finite argument. */
public final class Sigmoids {
    private Sigmoids() {}

    /** 1 / (1 + exp(-z)), as the book's programs compute it; exp overflows to infinity harmlessly. */
    public static double sigmoid(double z) {
        return 1 / (1 + Exponential.of(-z));
    }

    /**
     * ln(1 + exp(z)) - y z, the cross-entropy of one sigmoid output. For y = 0 and y = 1 the first bracket is exact, so
     * that a cost near 0 keeps its relative accuracy.
     */
    public static double crossEntropy(double z, double y) {
        return (Math.max(z, 0) - y * z) + StrictMath.log1p(Exponential.of(-Math.abs(z)));
    }

    /** ln sum_k exp(z_k) without overflow. */
    public static double logSumExp(double[] z) {
        double max = Double.NEGATIVE_INFINITY;
        for (double each : z) {
            max = Math.max(max, each);
        }
        double sum = 0;
        for (double each : z) {
            sum += Exponential.of(each - max);
        }
        return max + StrictMath.log(sum);
    }
}
