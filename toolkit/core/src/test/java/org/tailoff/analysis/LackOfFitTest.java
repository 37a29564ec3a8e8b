package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LackOfFitTest {
    private static final double[] X = {-1, 0, 1};

    /**
     * By hand. The means 0, 1, 1 lie 1/6, 1/3, 1/6 off their line, twice the squares are 1/3, with one degree of
     * freedom. Off the means and each seed's own level the values are 1/3, 1/3, -2/3 and their opposites, 4/3 in
     * squares with two degrees. F(1, 2) is the square of Student's t with 2: P = 1 - sqrt(F/(2 + F)).
     */
    @Test
    void isTheRatioOfTheMeanSquares() {
        LackOfFit test =
                LackOfFit.ofLine(X, new double[][] {{0, 1, 0}, {0, 1, 2}}).orElseThrow();

        assertThat(test.f()).isCloseTo(0.5, within(1e-14));
        assertThat(test.numerator()).isEqualTo(1);
        assertThat(test.denominator()).isEqualTo(2);
        assertThat(test.pValue()).isCloseTo(1 - Math.sqrt(0.5 / 2.5), within(1e-14));
    }

    /** Seeds are blocks: what one adds to all of its values is no scatter. */
    @Test
    void doesNotSeeWhatASeedAddsToAllItsValues() {
        LackOfFit apart =
                LackOfFit.ofLine(X, new double[][] {{100, 101, 100}, {0, 1, 2}}).orElseThrow();

        assertThat(apart.f()).isCloseTo(0.5, within(1e-11));
    }

    /** A tail that 1 - P would round to 0: F(1, 2) of 4 x 10^17, P = 1 - sqrt(F/(2 + F)) = 1/F to first order. */
    @Test
    void isNotRoundedAwayWhereItIsSmall() {
        double e = 1e-9;
        double[][] y = {{0, 1, -3 * e}, {0, 1, 3 * e}};
        LackOfFit test = LackOfFit.ofLine(X, y).orElseThrow();

        assertThat(test.pValue()).isCloseTo(1 / test.f(), within(1e-3 / test.f()));
        assertThat(test.pValue()).isBetween(1e-18, 1e-16);
    }

    /**
     * 2,000 experiments (seed 11) of five seeds on a straight line, four points: P below 0.05 in 5 % of them. Standard
     * error 0.0049, five of them; false alarm below 1e-6.
     */
    @Test
    void callsALineBentAsOftenAsItsLevelSays() {
        RandomGenerator random = new SplittableRandom(11);
        int bent = 0;
        for (int i = 0; i < 2_000; i++) {
            double[][] y = new double[5][4];
            for (double[] row : y) {
                double level = 3 * random.nextGaussian();
                for (int p = 0; p < row.length; p++) {
                    row[p] = level + 0.5 * p + random.nextGaussian();
                }
            }
            bent += LackOfFit.ofLine(new double[] {0, 1, 2, 3}, y).orElseThrow().pValue() < 0.05 ? 1 : 0;
        }

        assertThat(bent / 2_000.0).isCloseTo(0.05, within(5 * 0.0049));
    }

    @Test
    void cannotBeTestedWithTwoPointsOneSeedOrNoScatter() {
        assertThat(LackOfFit.ofLine(new double[] {0, 1}, new double[][] {{1, 2}, {2, 1}}))
                .isEmpty();
        assertThat(LackOfFit.ofLine(X, new double[][] {{1, 2, 7}})).isEmpty();
        assertThat(LackOfFit.ofLine(X, new double[][] {{0.1, 0.2, 0.7}, {0.1, 0.2, 0.7}}))
                .isEmpty();
    }

    @Test
    void refusesPointsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LackOfFit.ofLine(new double[] {1}, new double[][] {{1}}))
                .withMessage("points of x must be at least 2, was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LackOfFit.ofLine(new double[] {1, 1, 2}, new double[][] {{1, 2, 3}}))
                .withMessage("x must hold values that all differ: [1.0, 1.0, 2.0]");
    }
}
