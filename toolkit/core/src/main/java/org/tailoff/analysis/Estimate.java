package org.tailoff.analysis;

import org.hipparchus.distribution.continuous.TDistribution;
import org.tailoff.text.Checks;

/**
 * A measured value with the interval that covers the true one with probability {@value #CONFIDENCE}, unless whoever
 * made it says otherwise.
 *
 * @param value the measured value
 * @param low lower end of the interval, at most {@code value}; may be negative infinity
 * @param high upper end of the interval, at least {@code value}; may be positive infinity
 * @param n independent units (seeds) behind the value, at least 1
 */
public record Estimate(double value, double low, double high, int n) {
    /** The probability with which an interval covers the true value. */
    public static final double CONFIDENCE = 0.95;

    /**
     * Validates the interval.
     *
     * @param value see {@link #value()}
     * @param low see {@link #low()}
     * @param high see {@link #high()}
     * @param n see {@link #n()}
     * @throws IllegalArgumentException if {@code !(low <= value && value <= high)} or {@code n < 1}
     */
    public Estimate {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("value must be in [" + low + ", " + high + "]: " + value);
        }
        Checks.requireAtLeast(1, n, "n");
    }

    /**
     * A value that was computed and not sampled: the interval has no width.
     *
     * @param value the value, not NaN
     * @return the value with {@code low = high = value} and {@code n = 1}
     * @throws IllegalArgumentException if {@code value} is NaN
     */
    public static Estimate exact(double value) {
        return new Estimate(value, value, value, 1);
    }

    /**
     * The mean over seeds with Student's interval, mean +- t_{0.975, n-1} s / sqrt(n), where s has the divisor n - 1.
     *
     * <p>A single seed says nothing about the spread: its interval is the whole line. Source: Student, "The probable
     * error of a mean", Biometrika 6 (1908).
     *
     * @param perSeed one finite value per seed, at least one
     * @return the mean and its interval
     * @throws IllegalArgumentException if there is no value, or one is NaN or infinite
     */
    public static Estimate mean(double... perSeed) {
        return SampleStatistics.of(perSeed, "values").interval(CONFIDENCE);
    }

    /**
     * The standard error that the interval was made of, half its width over t_{0.975, n-1}.
     *
     * <p>An interval that is the wider one of two, as that of a slope ({@link SlopeFit}), has the standard error that
     * makes Student's as wide.
     *
     * @return 0 for a value without a spread, infinite where a single seed or an end at infinity leaves it unknown
     */
    public double standardError() {
        if (low == high) {
            return 0;
        }
        if (n == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double t = new TDistribution(n - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        return (high - low) / 2 / t;
    }
}
