package org.tailoff.analysis;

import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * The difference of two arms' means from paired seeds.
 *
 * @param value the difference
 * @param standardError of the difference, at least 0
 * @param n pairs
 */
record Contrast(double value, double standardError, int n) {
    /** The difference in units of its standard error; without a spread it is infinite, or 0. */
    double t() {
        return value == 0 ? 0 : value / standardError;
    }

    double low(double critical) {
        return value - critical * standardError;
    }

    double high(double critical) {
        return value + critical * standardError;
    }

    /** value +- critical standard errors. */
    Estimate interval(double critical) {
        return new Estimate(value, low(critical), high(critical), n);
    }

    /**
     * Hedges' g of the pairs: Cohen's d_z = t / sqrt(n), the difference in units of the standard deviation of the
     * paired differences, times J = Gamma(nu/2) / (sqrt(nu/2) Gamma((nu-1)/2)), which makes it unbiased; J is 1 where
     * nu is 1 and nothing would.
     *
     * <p>The interval is that of the noncentrality of t, over sqrt(n): it excludes 0 exactly if t is beyond the
     * critical value. Sources: Hedges, "Distribution theory for Glass's estimator of effect size and related
     * estimators", J. Educational Statistics 6 (1981); Steiger and Fouladi in "What if there were no significance
     * tests?" (1997).
     *
     * @param degreesOfFreedom nu, of the standard error
     * @param beyond the probability of a t beyond the critical value, to one side, where there is no difference
     */
    Estimate effect(double degreesOfFreedom, double beyond) {
        double d = t() / Math.sqrt(n);
        if ((d == 0 && standardError == 0) || Double.isInfinite(d)) {
            return new Estimate(d, d, d, n);
        }
        return new Estimate(
                unbiased(degreesOfFreedom) * d,
                NoncentralT.noncentrality(degreesOfFreedom, t(), 1 - beyond) / Math.sqrt(n),
                NoncentralT.noncentrality(degreesOfFreedom, t(), beyond) / Math.sqrt(n),
                n);
    }

    private static double unbiased(double degreesOfFreedom) {
        double half = degreesOfFreedom / 2;
        return degreesOfFreedom < 2
                ? 1
                : FastMath.exp(Gamma.logGamma(half) - Gamma.logGamma(half - 0.5)) / Math.sqrt(half);
    }
}
