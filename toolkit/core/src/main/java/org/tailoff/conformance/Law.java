package org.tailoff.conformance;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.UniformRealDistribution;
import org.tailoff.initialise.Distribution;

/**
 * What a declared distribution means in numbers.
 *
 * @param mean of a single weight
 * @param variance of a single weight
 * @param kurtosis fourth central moment over the squared variance, which says how well a variance can be measured
 * @param cumulative probability of a weight at most x, of the weights that are not 0 in a sparse layer; empty if
 *     unknown
 */
record Law(double mean, double variance, double kurtosis, Optional<DoubleUnaryOperator> cumulative) {
    private static final double NORMAL_KURTOSIS = 3;
    private static final double UNIFORM_KURTOSIS = 1.8;
    private static final double UNIFORM_VARIANCE = 12;

    /** Nothing for what draws nothing or declares nothing. */
    static Optional<Law> of(Distribution distribution) {
        if (distribution instanceof Distribution.Normal normal) {
            return Optional.of(normal(normal.mean(), normal.stddev()));
        }
        if (distribution instanceof Distribution.Uniform uniform) {
            return Optional.of(uniform(uniform.low(), uniform.high()));
        }
        if (distribution instanceof Distribution.TruncatedNormal truncated) {
            return Optional.of(truncated(truncated.stddev(), truncated.cut()));
        }
        if (distribution instanceof Distribution.SparseNormal sparse) {
            return Optional.of(sparse(sparse.share(), sparse.stddev()));
        }
        return distribution instanceof Distribution.Moments moments
                ? Optional.of(new Law(moments.mean(), moments.variance(), NORMAL_KURTOSIS, Optional.empty()))
                : Optional.empty();
    }

    private static Law normal(double mean, double stddev) {
        NormalDistribution normal = new NormalDistribution(mean, stddev);
        return new Law(mean, stddev * stddev, NORMAL_KURTOSIS, Optional.of(normal::cumulativeProbability));
    }

    private static Law uniform(double low, double high) {
        UniformRealDistribution uniform = new UniformRealDistribution(low, high);
        double width = high - low;
        return new Law(
                (low + high) / 2,
                width * width / UNIFORM_VARIANCE,
                UNIFORM_KURTOSIS,
                Optional.of(uniform::cumulativeProbability));
    }

    /**
     * Variance s^2 (1 - 2 c phi(c) / (2 Phi(c) - 1)); the kurtosis is below a normal's, which errs on the safe side.
     */
    private static Law truncated(double stddev, double cut) {
        NormalDistribution standard = new NormalDistribution();
        double below = standard.cumulativeProbability(-cut);
        double within = 1 - 2 * below;
        double variance = stddev * stddev * (1 - 2 * cut * standard.density(cut) / within);
        return new Law(0, variance, NORMAL_KURTOSIS, Optional.of(x -> {
            double z = Math.max(-cut, Math.min(cut, x / stddev));
            return (standard.cumulativeProbability(z) - below) / within;
        }));
    }

    private static Law sparse(double share, double stddev) {
        return new Law(
                0,
                share * stddev * stddev,
                NORMAL_KURTOSIS / share,
                normal(0, stddev).cumulative());
    }
}
