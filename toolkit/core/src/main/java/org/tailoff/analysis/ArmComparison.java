package org.tailoff.analysis;

/**
 * What a family of comparisons says of one arm.
 *
 * @param shown what is shown
 * @param difference of the arm from what it is compared with, with the interval that covers simultaneously with those
 *     of the others
 * @param effect Hedges' g of the paired seeds, against {@code other}; its interval excludes 0 only if something is
 *     shown
 * @param p adjusted for the family: below 0.05 exactly if something is shown
 * @param other what {@code effect} is against: the named arm; or the highest of the others, unless what is shown or
 *     left open is so through another one
 */
public record ArmComparison(Shown shown, Estimate difference, Estimate effect, double p, String other) {
    /** What is shown of an arm. */
    public enum Shown {
        /** That it is better than what it is compared with. */
        BETTER,
        /** That it is worse. */
        WORSE,
        /** Neither. */
        OPEN
    }

    /**
     * Whether the arm is shown to be about as good as what it is compared with: both one-sided tests reject a
     * difference of the margin or more, at the level of the simultaneous intervals.
     *
     * <p>Source: Schuirmann, "A comparison of the two one-sided tests procedure and the power approach for assessing
     * the equivalence of average bioavailability", J. Pharmacokinetics and Biopharmaceutics 15 (1987).
     *
     * @param margin the largest difference that does not matter, greater than 0
     * @return whether the interval lies within the margin on both sides of 0
     */
    public boolean within(double margin) {
        return difference.low() > -margin && difference.high() < margin;
    }
}
