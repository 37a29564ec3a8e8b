package org.tailoff.analysis;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Where one more draw from the distribution of a sample falls with a given probability: what a single published number
 * can be compared with, which was itself one draw.
 *
 * <p>mean +- t_{(1 + confidence)/2, n-1} s sqrt(1 + 1/n), where s has the divisor n - 1. It is wider than the interval
 * of the mean, because the further draw varies too. Exact for normal draws. Source: Whitmore, "Prediction limits for a
 * univariate normal observation", The American Statistician 40 (1986).
 *
 * @param mean of the sample
 * @param half half the width of the interval, at least 0
 * @param n size of the sample, at least 2
 */
public record PredictionInterval(double mean, double half, int n) {
    /**
     * The interval of one more draw.
     *
     * @param confidence probability with which the further draw falls into it, in (0, 1)
     * @param draws at least two finite values
     * @return the interval
     * @throws IllegalArgumentException if {@code confidence} is not in (0, 1), there are fewer than two draws, or one
     *     is NaN or infinite
     */
    public static PredictionInterval of(double confidence, double... draws) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
        }
        SampleStatistics sample = SampleStatistics.ofSeveral(draws, "draws");
        double t = new TDistribution(sample.n() - 1.0).inverseCumulativeProbability((1 + confidence) / 2);
        return new PredictionInterval(
                sample.mean(), t * sample.deviation() * Math.sqrt(1 + 1.0 / sample.n()), sample.n());
    }

    /** {@return the lower end} */
    public double low() {
        return mean - half;
    }

    /** {@return the upper end} */
    public double high() {
        return mean + half;
    }

    /**
     * How far a value lies from the mean.
     *
     * @param value any number
     * @return |value - mean| / half: at most 1 inside; 0 at the mean even if the interval has no width
     */
    public double distance(double value) {
        double difference = Math.abs(value - mean);
        return difference == 0 ? 0 : difference / half;
    }
}
