package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PowerLawTest {
    private static final double[] X = {1, 2, 4, 8};
    private static final double[][] Y = {{3.1, 4.0, 6.3, 8.2}, {2.9, 4.2, 5.7, 8.9}, {3.3, 4.6, 6.1, 8.4}};

    /** The second and third values a tenth more, the last a tenth less. */
    private static double[][] bent() {
        double[][] bent = new double[Y.length][];
        for (int s = 0; s < Y.length; s++) {
            bent[s] = new double[] {Y[s][0], 1.1 * Y[s][1], 1.1 * Y[s][2], 0.9 * Y[s][3]};
        }
        return bent;
    }

    /** NumPy 2.4 and SciPy 1.17: polyfit of the logarithms of each row; t.ppf. */
    @Test
    void theExponentIsTheMeanOfTheSeedsSlopesInLogarithms() {
        PowerLaw law = PowerLaw.overSeeds(X, Y);

        assertThat(law.exponent().value()).isCloseTo(0.4870064700658476, within(1e-14));
        assertThat(law.exponent().low()).isCloseTo(0.38230963, within(1e-8));
        assertThat(law.exponent().high()).isCloseTo(0.59170331, within(1e-8));
        assertThat(law.constant()).isCloseTo(3.0722656192085567, within(1e-13));
    }

    /** The same, for the logarithm to the base 2 of the ratio of neighbours. */
    @Test
    void theLocalExponentsAreThoseBetweenNeighbours() {
        PowerLaw law = PowerLaw.overSeeds(X, Y);

        assertThat(law.local()).hasSize(3);
        assertThat(law.local().get(1).from()).isEqualTo(2);
        assertThat(law.local().get(1).to()).isEqualTo(4);
        assertThat(law.local().get(0).exponent().value()).isCloseTo(0.4604120162834116, within(1e-14));
        assertThat(law.local().get(1).exponent().value()).isCloseTo(0.5010332671681362, within(1e-14));
        assertThat(law.local().get(1).exponent().low()).isCloseTo(0.16646218, within(1e-8));
        assertThat(law.local().get(2).exponent().high()).isCloseTo(0.82881428, within(1e-8));
    }

    /**
     * SciPy 1.17: numpy.linalg.lstsq of two nested models, a level for each seed with the slope, and with a level for
     * each point; f.sf of the ratio.
     */
    @Test
    void theLackOfFitIsThatOfNestedModelsWithSeedsAsBlocks() {
        LackOfFit straight = PowerLaw.overSeeds(X, Y).lackOfFit().orElseThrow();
        assertThat(straight.f()).isCloseTo(0.09010691339272695, within(1e-11));
        assertThat(straight.pValue()).isCloseTo(0.9150466747614452, within(1e-11));
        assertThat(straight.numerator()).isEqualTo(2);
        assertThat(straight.denominator()).isEqualTo(6);

        LackOfFit bent = PowerLaw.overSeeds(X, bent()).lackOfFit().orElseThrow();
        assertThat(bent.f()).isCloseTo(8.9731003335544, within(1e-9));
        assertThat(bent.pValue()).isCloseTo(0.015730549676584573, within(1e-11));
    }

    @Test
    void anExactPowerIsFoundWithItsConstant() {
        double[] powers = {3, 12, 27};
        PowerLaw law = PowerLaw.overSeeds(new double[] {1, 2, 3}, new double[][] {powers, powers});

        assertThat(law.exponent().value()).isCloseTo(2, within(1e-14));
        assertThat(law.exponent().high()).isCloseTo(2, within(1e-14));
        assertThat(law.constant()).isCloseTo(3, within(1e-13));
        assertThat(law.local())
                .allSatisfy(local -> assertThat(local.exponent().value()).isCloseTo(2, within(1e-13)));
        assertThat(law.lackOfFit()).isEmpty();
    }

    @Test
    void oneSeedHasNoIntervalAndNoTest() {
        PowerLaw law = PowerLaw.overSeeds(X, new double[][] {Y[0]});

        assertThat(law.exponent().high()).isInfinite();
        assertThat(law.local().get(0).exponent().low()).isInfinite();
        assertThat(law.lackOfFit()).isEmpty();
    }

    @Nested
    class Refused {
        @Test
        void pointsThatDoNotAscend() {
            refuses("x must ascend: [1.0, 4.0, 2.0]", () -> PowerLaw.overSeeds(new double[] {1, 4, 2}, Y));
            refuses("points of x must be at least 2, was 1", () -> PowerLaw.overSeeds(new double[] {1}, Y));
        }

        @Test
        void valuesWithoutALogarithm() {
            refuses(
                    "x[0] must be a finite number > 0: 0.0",
                    () -> PowerLaw.overSeeds(new double[] {0, 1}, new double[][] {{1, 2}}));
            refuses(
                    "y[1][0] must be a finite number > 0: -1.0",
                    () -> PowerLaw.overSeeds(new double[] {1, 2}, new double[][] {{1, 2}, {-1, 2}}));
        }

        @Test
        void rowsOfAnotherLength() {
            refuses("y[0] must have length 2: 4", () -> PowerLaw.overSeeds(new double[] {1, 2}, Y));
        }
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
