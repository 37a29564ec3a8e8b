package org.tailoff.analysis;

import java.util.Arrays;
import org.tailoff.text.Checks;

/**
 * How two arms differ that were run from the same seeds: everything is computed from d_i = a_i - b_i, so that what a
 * seed adds to both arms drops out.
 */
public final class PairedDifference {
    private PairedDifference() {}

    /**
     * The mean of the differences with Student's 95 % interval; see {@link Estimate#mean}.
     *
     * @param a one finite value per seed, at least one
     * @param b the other arm's values, from the same seeds in the same order
     * @return the mean of a_i - b_i, with the whole line as its interval if there is a single pair
     * @throws IllegalArgumentException if the arrays differ in length, are empty, or hold a value that is not finite
     */
    public static Estimate of(double[] a, double[] b) {
        return Estimate.mean(differences(a, b));
    }

    /**
     * The two-sided p-value of the paired t test, {@code 2 P(T >= |mean(d)| sqrt(n) / s(d))}, with T Student's with n -
     * 1 degrees of freedom.
     *
     * <p>If all differences are equal, s(d) = 0: the p-value is 0, or 1 if they are all 0.
     *
     * @param a one finite value per seed, at least two
     * @param b the other arm's values, from the same seeds in the same order
     * @return the p-value of the hypothesis that the arms have the same mean, in [0, 1]
     * @throws IllegalArgumentException if the arrays differ in length, hold fewer than two values, or one that is not
     *     finite
     */
    public static double pValue(double[] a, double[] b) {
        return sample(a, b).twoSided();
    }

    /**
     * Cohen's d_z = mean(d) / s(d): the difference in units of its spread between seeds, where s has the divisor n - 1.
     *
     * <p>If all differences are equal, s(d) = 0: the effect is infinite with the sign of the difference, or 0 if they
     * are all 0. Source: Cohen, "Statistical Power Analysis for the Behavioral Sciences", 2nd edition (1988), section
     * 2.3.5.
     *
     * @param a one finite value per seed, at least two
     * @param b the other arm's values, from the same seeds in the same order
     * @return d_z; positive if a is larger
     * @throws IllegalArgumentException if the arrays differ in length, hold fewer than two values, or one that is not
     *     finite
     */
    public static double effectSize(double[] a, double[] b) {
        SampleStatistics d = sample(a, b);
        return d.mean() == 0 ? 0 : d.mean() / d.deviation();
    }

    private static SampleStatistics sample(double[] a, double[] b) {
        return SampleStatistics.ofSeveral(differences(a, b), "pairs");
    }

    private static double[] differences(double[] a, double[] b) {
        requirePairs(a, b);
        double[] differences = a.clone();
        Arrays.setAll(differences, i -> a[i] - b[i]);
        return differences;
    }

    static void requirePairs(double[] a, double[] b) {
        Checks.requireFinite(a, "a");
        Checks.requireFinite(Checks.requireLength(a.length, b, "b"), "b");
    }
}
