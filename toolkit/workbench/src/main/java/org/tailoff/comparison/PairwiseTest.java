package org.tailoff.comparison;

import org.tailoff.analysis.Estimate;

/**
 * Two arms, seed by seed.
 *
 * @param one the first, by name
 * @param other the second
 * @param difference accuracy of the first less that of the second, in points of percent, with its interval
 * @param effect Cohen's d_z: the difference in units of its standard deviation between seeds
 * @param p two-sided p-value of the paired t test, corrected by Holm for all the tests of its kind
 */
public record PairwiseTest(String one, String other, Estimate difference, double effect, double p) {
    /** The probability, at most, with which any difference of a kind is shown where there is none. */
    public static final double LEVEL = 0.05;

    /** {@return whether the arms are shown to differ} */
    public boolean significant() {
        return p < LEVEL;
    }

    /** Whether an arm is one of the two. */
    boolean isOf(String arm) {
        return arm.equals(one) || arm.equals(other);
    }

    /** Whether an arm is shown to be the worse of the two. */
    boolean isWorse(String arm) {
        return isOf(arm) && significant() && arm.equals(difference.value() > 0 ? other : one);
    }
}
