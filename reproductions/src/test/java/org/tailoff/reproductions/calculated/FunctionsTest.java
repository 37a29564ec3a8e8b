package org.tailoff.reproductions.calculated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {
    /** A few roundings of numbers of at most 1. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    /** Oracle: sigma(z) = (1 + tanh(z/2)) / 2, book section 3.6. */
    @ParameterizedTest
    @ValueSource(doubles = {-30, -5, -0.1, 0, 0.7, 5, 30})
    void theSigmoidIsAShiftedTanh(double z) {
        assertThat(Functions.sigmoid(z)).isCloseTo((1 + Math.tanh(z / 2)) / 2, within(ROUNDING));
    }

    /**
     * Oracle: the slope of the sigmoid by central differences, whose error is h^2 sigma'''/6 + u/h: below 1e-10 for h =
     * 1e-5.
     */
    @ParameterizedTest
    @ValueSource(doubles = {-5, -0.1, 0, 0.7, 5})
    void sigmoidPrimeIsItsSlope(double z) {
        double h = 1e-5;
        double slope = (Functions.sigmoid(z + h) - Functions.sigmoid(z - h)) / (2 * h);
        assertThat(Functions.sigmoidPrime(z)).isCloseTo(slope, within(1e-10));
    }

    @Test
    void sigmoidPrimeStaysPositiveFarOut() {
        assertThat(Functions.sigmoidPrime(100))
                .isEqualTo(Functions.sigmoidPrime(-100))
                .isPositive();
    }

    @Test
    void aStepIsZeroAtZeroAndOneAboveIt() {
        assertThat(Functions.step(-1)).isZero();
        assertThat(Functions.step(0)).isZero();
        assertThat(Functions.step(Double.MIN_VALUE)).isEqualTo(1);
    }

    @Test
    void theRectifiedLinearUnitKeepsWhatIsPositive() {
        assertThat(Functions.rectified(-2)).isZero();
        assertThat(Functions.rectified(2.5)).isEqualTo(2.5);
    }

    /** Oracle: book eq. 78, and that the sigmoid is the softmax of two neurons. */
    @Test
    void softmaxSharesOutOneInProportionToTheExponentials() {
        double[] a = Functions.softmax(0, Math.log(2), Math.log(5));
        assertThat(a).containsExactly(new double[] {1 / 8.0, 2 / 8.0, 5 / 8.0}, within(ROUNDING));
        assertThat(Functions.softmax(0.3, 0)[0]).isCloseTo(Functions.sigmoid(0.3), within(ROUNDING));
    }

    @Test
    void softmaxBearsLargeInputs() {
        assertThat(Functions.softmax(1000, 999)[0]).isCloseTo(Functions.sigmoid(1), within(ROUNDING));
        assertThat(Arrays.stream(Functions.softmax(-1000, 1000)).sum()).isEqualTo(1);
    }
}
