package org.tailoff.analysis;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.util.FastMath;
import org.tailoff.text.Checks;

/**
 * Dunnett's distribution: the largest of k t statistics that compare k means with one more, all from equally many
 * values and with one estimate of their standard deviation. Any two of the statistics have the correlation 1/2, through
 * the mean that they share.
 *
 * <p>With S of {@link Studentised}, P(max T &lt;= q) = E int phi(z) Phi(z + sqrt(2) q S)^k dz, and P(max |T| &lt;= q) =
 * E int phi(z) (Phi(z + sqrt(2) q S) - Phi(z - sqrt(2) q S))^k dz. Source: Dunnett, "A multiple comparison procedure
 * for comparing several treatments with a control", J. American Statistical Association 50 (1955); "New tables for
 * multiple comparisons with a control", Biometrics 20 (1964).
 *
 * @param comparisons k, at least 1
 * @param sides whether the signs of the statistics count
 * @param degreesOfFreedom of the estimated standard deviation, at least 1
 */
public record Dunnett(int comparisons, Sides sides, double degreesOfFreedom) {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** Beyond this a normal probability is 0 or 1 to the last bit. */
    private static final double FAR = 9;

    private static final double ACCURACY = 1e-11;
    private static final int EVALUATIONS = 200;

    /** What a comparison asks. */
    public enum Sides {
        /** Whether a mean is the larger one. */
        ONE,
        /** Whether two means differ, in either direction. */
        TWO
    }

    /**
     * Validates the numbers.
     *
     * @throws IllegalArgumentException if {@code comparisons < 1} or {@code degreesOfFreedom} is not a finite number of
     *     at least 1
     */
    public Dunnett {
        Checks.requireAtLeast(1, comparisons, "comparisons");
        if (!(degreesOfFreedom >= 1 && degreesOfFreedom < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "degreesOfFreedom must be a finite number of at least 1: " + degreesOfFreedom);
        }
    }

    /**
     * The probability that all statistics are at most q, in size if two-sided.
     *
     * @param q any number but NaN
     * @return in [0, 1], to about ten digits where the degrees of freedom are whole
     */
    public double cumulativeProbability(double q) {
        if (sides == Sides.TWO && q <= 0) {
            return 0;
        }
        double scale = Math.sqrt(2) * q;
        DoubleUnaryOperator given = s -> Studentised.integral(z -> NORMAL.density(z) * power(z, scale * s), -FAR, FAR);
        double probability = new Studentised(degreesOfFreedom).mean(given, 2 * FAR / Math.abs(scale));
        return Math.min(1, Math.max(0, probability));
    }

    private double power(double z, double distance) {
        double below = NORMAL.cumulativeProbability(z + distance);
        double one = sides == Sides.ONE ? below : below - NORMAL.cumulativeProbability(z - distance);
        return FastMath.pow(one, comparisons);
    }

    /**
     * The critical value: what all statistics are at most with a given probability.
     *
     * @param probability in [0.5, 1)
     * @return the q with P(max &lt;= q) = probability
     * @throws IllegalArgumentException if the probability is outside
     */
    public double quantile(double probability) {
        if (!(probability >= 0.5 && probability < 1)) {
            throw new IllegalArgumentException("probability must be in [0.5, 1): " + probability);
        }
        double tail = (1 - probability) / (sides == Sides.ONE ? 1 : 2);
        TDistribution student = new TDistribution(degreesOfFreedom);
        double single = -student.inverseCumulativeProbability(tail);
        // one comparison needs no more than Student's t, and k never more than k tests of their own (Bonferroni)
        return comparisons == 1
                ? single
                : new BrentSolver(ACCURACY, ACCURACY)
                        .solve(
                                EVALUATIONS,
                                q -> cumulativeProbability(q) - probability,
                                single,
                                -student.inverseCumulativeProbability(tail / comparisons));
    }
}
