package org.tailoff.analysis;

import java.util.Arrays;
import org.tailoff.text.Checks;

/**
 * Whether two arms from the same seeds are the same but for a margin: two one-sided t tests on the relative differences
 * r_i = (a_i - b_i) / b_i, against -margin and against +margin.
 *
 * <p>A difference that is not significant is no evidence that there is none; this test puts the burden of proof the
 * other way round. Source: Schuirmann, "A comparison of the two one-sided tests procedure and the power approach for
 * assessing the equivalence of average bioavailability", J. Pharmacokinetics and Biopharmaceutics 15 (1987).
 *
 * @param relativeDifference the mean of the r_i, a fraction, with its <em>90 %</em> interval: the arms are equivalent
 *     at level {@value #LEVEL} exactly if it lies inside (-margin, margin)
 * @param margin the largest relative difference that does not matter, a fraction greater than 0
 * @param pValue the larger of the two one-sided p-values, in [0, 1]
 */
public record EquivalenceTest(Estimate relativeDifference, double margin, double pValue) {
    /** The probability, at most, of calling arms equivalent that differ by the margin. */
    public static final double LEVEL = 0.05;

    /**
     * Validates the numbers.
     *
     * @param relativeDifference see {@link #relativeDifference()}
     * @param margin see {@link #margin()}
     * @param pValue see {@link #pValue()}
     * @throws IllegalArgumentException if {@code margin} is not a finite positive number or {@code pValue} not in [0,
     *     1]
     */
    public EquivalenceTest {
        Checks.requirePositive(margin, "margin");
        Checks.requireFraction(pValue, "p-value");
    }

    /**
     * Tests two arms: {@code p = max(P(T >= (r + margin) / se), P(T <= (r - margin) / se))}, with r the mean of the
     * r_i, se = s / sqrt(n) and T Student's with n - 1 degrees of freedom.
     *
     * <p>If all r_i are equal, s = 0: the p-value is 0 if {@code |r| < margin}, otherwise 1.
     *
     * @param a one finite value per seed, at least two
     * @param b the values of the arm compared with, from the same seeds in the same order, none 0
     * @param margin the largest relative difference that does not matter, a fraction greater than 0
     * @return the test
     * @throws IllegalArgumentException if the arrays differ in length, hold fewer than two values or one that is not
     *     finite, if a value of {@code b} is 0, or if {@code margin} is not a finite positive number
     */
    public static EquivalenceTest paired(double[] a, double[] b, double margin) {
        Checks.requirePositive(margin, "margin");
        SampleStatistics r = SampleStatistics.ofSeveral(relative(a, b), "pairs");
        return new EquivalenceTest(r.interval(1 - 2 * LEVEL), margin, Math.max(r.above(-margin), r.below(margin)));
    }

    /**
     * The verdict at level {@value #LEVEL}.
     *
     * @return whether both one-sided tests reject a difference of the margin or more
     */
    public boolean equivalent() {
        return pValue < LEVEL;
    }

    private static double[] relative(double[] a, double[] b) {
        Checks.requireFinite(a, "a");
        Checks.requireFinite(Checks.requireLength(a.length, b, "b"), "b");
        double[] relative = a.clone();
        Arrays.setAll(relative, i -> (a[i] - b[i]) / requireNotZero(b[i], i));
        return relative;
    }

    private static double requireNotZero(double value, int index) {
        if (value == 0) {
            throw new IllegalArgumentException("b[" + index + "] must not be 0: " + value);
        }
        return value;
    }
}
