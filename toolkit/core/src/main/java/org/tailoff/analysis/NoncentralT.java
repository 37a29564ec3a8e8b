package org.tailoff.analysis;

import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The noncentral t distribution, which Hipparchus does not have: a t statistic where there is a difference. With S of
 * {@link Studentised}, P(T &lt;= t) = E Phi(t S - delta), where delta is the true difference in units of its true
 * standard error.
 *
 * <p>Source: Johnson, Kotz, Balakrishnan, "Continuous Univariate Distributions", volume 2, 2nd edition (1995), chapter
 * 31.
 *
 * @param degreesOfFreedom at least 1
 * @param noncentrality delta
 */
record NoncentralT(double degreesOfFreedom, double noncentrality) {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** Beyond this a normal probability is 0 or 1 to the last bit. */
    private static final double FAR = 9;

    /** No estimated standard deviation is so many times the true one, and no normal variable so far from its mean. */
    private static final double MOST_TIMES = 10;

    private static final double FARTHEST = 40;
    private static final double RELATIVE_ACCURACY = 1e-13;
    private static final double ABSOLUTE_ACCURACY = 1e-11;
    private static final int EVALUATIONS = 500;

    double cumulativeProbability(double t) {
        return new Studentised(degreesOfFreedom)
                .mean(
                        s -> NORMAL.cumulativeProbability(t * s - noncentrality),
                        (noncentrality - FAR) / t,
                        (noncentrality + FAR) / t);
    }

    /** The delta with which the probability of at most t is the given one: the higher delta, the lower that is. */
    static double noncentrality(double degreesOfFreedom, double t, double probability) {
        double bound = MOST_TIMES * Math.abs(t) + FARTHEST;
        return new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY)
                .solve(
                        EVALUATIONS,
                        delta -> new NoncentralT(degreesOfFreedom, delta).cumulativeProbability(t) - probability,
                        -bound,
                        bound);
    }
}
