package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.analysis.Dunnett.Sides;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class DunnettTest {
    /** Half a unit of a printed table's last digit. */
    private static final double PRINTED = 0.00501;

    /** Dunnett, Biometrics 20 (1964), table II: two-sided, joint confidence 95 %, k = 2 to 9. */
    @ParameterizedTest
    @CsvSource({
        "5, 3.03 3.29 3.48 3.62 3.73 3.82 3.90 3.97",
        "10, 2.57 2.76 2.89 2.99 3.07 3.14 3.19 3.24",
        "20, 2.38 2.54 2.65 2.73 2.80 2.86 2.90 2.95",
    })
    void twoSidedCriticalValuesAreThoseOfDunnettsTable(int degrees, String table) {
        agree(Sides.TWO, degrees, table);
    }

    /** Dunnett, J. American Statistical Association 50 (1955), table 1a: one-sided, 95 %, k = 2 to 9. */
    @ParameterizedTest
    @CsvSource({
        "5, 2.44 2.68 2.85 2.98 3.08 3.16 3.24 3.30",
        "10, 2.15 2.34 2.47 2.56 2.64 2.70 2.76 2.81",
        "20, 2.03 2.19 2.30 2.39 2.46 2.51 2.56 2.60",
    })
    void oneSidedCriticalValuesAreThoseOfDunnettsTable(int degrees, String table) {
        agree(Sides.ONE, degrees, table);
    }

    private static void agree(Sides sides, int degrees, String table) {
        String[] printed = table.split(" ", -1);
        assertThat(printed).hasSize(8);
        for (int k = 2; k <= 9; k++) {
            assertThat(new Dunnett(k, sides, degrees).quantile(0.95))
                    .as("k = %d, %d degrees of freedom", k, degrees)
                    .isCloseTo(Double.parseDouble(printed[k - 2]), within(PRINTED));
        }
    }

    /**
     * SciPy 1.17: multivariate_t(shape=(1 + eye(4)) / 2, df=10).cdf of [2.5] * 4 from [-2.5] * 4, and of [1.2] * 4, by
     * quasi-Monte Carlo; the digits beyond 1e-6 by NumPy's Gauss-Legendre nodes of another number.
     */
    @Test
    void probabilitiesAreThoseOfTheMultivariateT() {
        assertThat(new Dunnett(4, Sides.TWO, 10).cumulativeProbability(2.5)).isCloseTo(0.90579121, within(1e-8));
        assertThat(new Dunnett(4, Sides.ONE, 10).cumulativeProbability(1.2)).isCloseTo(0.68984381, within(1e-8));
        assertThat(new Dunnett(3, Sides.ONE, 7).cumulativeProbability(-0.3)).isCloseTo(0.15799900, within(1e-8));
        assertThat(new Dunnett(4, Sides.TWO, 10).cumulativeProbability(-1)).isZero();
        assertThat(new Dunnett(4, Sides.TWO, 10).cumulativeProbability(1e12)).isCloseTo(1, within(1e-12));
    }

    /** A single comparison shares its mean with no other: Student's t, from Hipparchus. */
    @RandomCases(50)
    void oneComparisonIsStudents(RandomCase random) {
        int degrees = random.between(1, 60);
        double q = random.between(0.0, 6);
        TDistribution student = new TDistribution(degrees);
        assertThat(new Dunnett(1, Sides.ONE, degrees).cumulativeProbability(q))
                .isCloseTo(student.cumulativeProbability(q), within(1e-10));
        assertThat(new Dunnett(1, Sides.TWO, degrees).cumulativeProbability(q))
                .isCloseTo(1 - 2 * student.cumulativeProbability(-q), within(1e-10));
        assertThat(new Dunnett(1, Sides.TWO, degrees).quantile(0.95))
                .isCloseTo(student.inverseCumulativeProbability(0.975), within(1e-10));
    }

    @RandomCases(20)
    void aQuantileHasItsProbability(RandomCase random) {
        Dunnett dunnett = new Dunnett(random.between(2, 30), random.of(Sides.class), random.between(1, 200));
        double probability = random.between(0.5, 0.999);
        assertThat(dunnett.cumulativeProbability(dunnett.quantile(probability))).isCloseTo(probability, within(1e-8));
    }

    @Test
    void whatHasNoDistributionIsRefused() {
        refuses("comparisons must be at least 1, was 0", () -> new Dunnett(0, Sides.ONE, 4));
        refuses(
                "degreesOfFreedom must be a finite number of at least 1: NaN",
                () -> new Dunnett(1, Sides.ONE, Double.NaN));
        refuses("probability must be in [0.5, 1): 1.0", () -> new Dunnett(1, Sides.ONE, 4).quantile(1));
        refuses("probability must be in [0.5, 1): NaN", () -> new Dunnett(1, Sides.ONE, 4).quantile(Double.NaN));
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
