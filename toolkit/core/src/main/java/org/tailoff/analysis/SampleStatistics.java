package org.tailoff.analysis;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;
import org.tailoff.text.Checks;

/**
 * What Student's t needs to know of n values from independent seeds.
 *
 * @param mean their mean
 * @param deviation their standard deviation with the divisor n - 1; 0 if n is 1, which then says nothing
 * @param n how many there are, at least 1
 */
record SampleStatistics(double mean, double deviation, int n) {
    static SampleStatistics of(double[] values, String name) {
        Checks.requireAtLeast(1, values.length, "number of " + name);
        Checks.requireFinite(values, name);
        return new SampleStatistics(StatUtils.mean(values), Math.sqrt(StatUtils.variance(values)), values.length);
    }

    static SampleStatistics ofSeveral(double[] values, String name) {
        Checks.requireAtLeast(2, values.length, "number of " + name);
        return of(values, name);
    }

    /** mean +- t_{(1 + confidence)/2, n-1} deviation / sqrt(n); the whole line if n is 1. */
    Estimate interval(double confidence) {
        double half = n == 1
                ? Double.POSITIVE_INFINITY
                : student().inverseCumulativeProbability((1 + confidence) / 2) * standardError();
        return new Estimate(mean, mean - half, mean + half, n);
    }

    /** The p-value of the hypothesis that the mean is at most a bound: small if the sample lies above it. */
    double above(double bound) {
        return tail(mean - bound);
    }

    /** The p-value of the hypothesis that the mean is at least a bound: small if the sample lies below it. */
    double below(double bound) {
        return tail(bound - mean);
    }

    /** P(T >= distance / standard error), in the lower tail, which does not cancel; without a spread it is 0 or 1. */
    private double tail(double distance) {
        if (deviation == 0) {
            return distance > 0 ? 0 : 1;
        }
        return student().cumulativeProbability(-distance / standardError());
    }

    private double standardError() {
        return deviation / Math.sqrt(n);
    }

    private TDistribution student() {
        return new TDistribution(n - 1.0);
    }
}
