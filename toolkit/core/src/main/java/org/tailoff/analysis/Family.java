package org.tailoff.analysis;

import org.hipparchus.distribution.continuous.TDistribution;
import org.tailoff.analysis.Dunnett.Sides;

/**
 * A family of comparisons that are to be right all at once: with probability {@value Estimate#CONFIDENCE} every
 * interval covers and no statement is wrong.
 *
 * <p>With one standard deviation for all, the critical value is {@link Dunnett}'s. With one for each comparison the
 * joint distribution is unknown, and Bonferroni's inequality holds whatever it is: Student's t at 1 / k of the error.
 *
 * @param comparisons k, how many share a mean, at least 1
 * @param sides whether a comparison asks for a direction
 * @param pooled whether all comparisons have one standard deviation
 * @param degreesOfFreedom of a standard deviation
 */
public record Family(int comparisons, Sides sides, boolean pooled, double degreesOfFreedom) {
    private static final double ERROR = 1 - Estimate.CONFIDENCE;

    /** The t statistic beyond which a difference is shown. */
    double critical() {
        return pooled
                ? dunnett().quantile(Estimate.CONFIDENCE)
                : -student().inverseCumulativeProbability(ERROR / sidesCounted() / comparisons);
    }

    /** The probability of a statistic like this or further out in any comparison of the family, without differences. */
    double pValue(double t) {
        double size = sides == Sides.TWO ? Math.abs(t) : t;
        if (size == Double.POSITIVE_INFINITY) {
            return 0;
        }
        return pooled
                ? 1 - dunnett().cumulativeProbability(size)
                : Math.min(1, comparisons * sidesCounted() * tail(size));
    }

    /** P(T &gt; t) of one comparison by itself. */
    double tail(double t) {
        return student().cumulativeProbability(-t);
    }

    private Dunnett dunnett() {
        return new Dunnett(comparisons, sides, degreesOfFreedom);
    }

    private int sidesCounted() {
        return sides == Sides.ONE ? 1 : 2;
    }

    private TDistribution student() {
        return new TDistribution(degreesOfFreedom);
    }
}
