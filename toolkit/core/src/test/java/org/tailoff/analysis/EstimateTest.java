package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class EstimateTest {
    /** t_{0.975, 4} from a printed table of Student's distribution. */
    private static final double T4 = 2.776445105;

    /** The quantile is solved for to 1e-9 and the deviation is at most 100, so the ends are good to 1e-7. */
    @RandomCases(200)
    void theIntervalIsTheTableTimesTheStandardErrorInDecimalArithmetic(RandomCase random) {
        double[] values = random.between(5, -100, 100);
        Estimate estimate = Estimate.mean(values);
        double half = T4 * standardError(values);

        assertThat(estimate.value()).isCloseTo(mean(values).doubleValue(), within(1e-12));
        assertThat(estimate.low()).isCloseTo(estimate.value() - half, within(1e-7));
        assertThat(estimate.high()).isCloseTo(estimate.value() + half, within(1e-7));
    }

    private static BigDecimal mean(double[] values) {
        return Arrays.stream(values)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.length), MathContext.DECIMAL128);
    }

    private static double standardError(double[] values) {
        BigDecimal mean = mean(values);
        return Arrays.stream(values)
                .mapToObj(value -> new BigDecimal(value).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.length * (values.length - 1L)), MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL128)
                .doubleValue();
    }

    @Nested
    class Mean {
        /** SciPy 1.17: stats.t.interval(0.95, 4, mean, stats.sem(values)). */
        @Test
        void fiveSeedsAgreeWithSciPy() {
            Estimate estimate = Estimate.mean(2.1, 1.9, 2.4, 2.0, 2.2);

            assertThat(estimate.value()).isCloseTo(2.12, within(1e-15));
            assertThat(estimate.low()).isCloseTo(1.881161161190002, within(1e-9));
            assertThat(estimate.high()).isCloseTo(2.358838838809998, within(1e-9));
            assertThat(estimate.n()).isEqualTo(5);
        }

        /** By hand: mean 1, s = sqrt 2, s / sqrt 2 = 1, and t_{0.975, 1} = tan(0.475 pi) = 12.7062047362. */
        @Test
        void twoSeedsUseTheWidestOfStudentsDistributions() {
            Estimate estimate = Estimate.mean(0, 2);

            assertThat(estimate.low()).isCloseTo(1 - Math.tan(.475 * Math.PI), within(1e-8));
            assertThat(estimate.high()).isCloseTo(1 + 12.7062047362, within(1e-8));
        }

        @Test
        void oneSeedSaysNothingAboutTheSpread() {
            assertThat(Estimate.mean(3))
                    .isEqualTo(new Estimate(3, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1));
        }

        @Test
        void equalValuesLeaveNoWidth() {
            assertThat(Estimate.mean(.1, .1, .1)).isEqualTo(new Estimate(.1, .1, .1, 3));
        }

        @Test
        void noValueIsRefused() {
            refuses("number of values must be at least 1, was 0", Estimate::mean);
        }

        @Test
        void valuesThatAreNotFiniteAreRefusedWithTheirIndex() {
            refuses("values[1] must be finite: NaN", () -> Estimate.mean(1, Double.NaN));
            refuses("values[2] must be finite: Infinity", () -> Estimate.mean(1, 2, Double.POSITIVE_INFINITY));
        }
    }

    @Nested
    class StandardError {
        @RandomCases(100)
        void isThatOfTheSample(RandomCase random) {
            double[] values = random.between(5, -100, 100);

            assertThat(Estimate.mean(values).standardError()).isCloseTo(standardError(values), within(1e-7));
        }

        @Test
        void isNoneOfAnExactValueAndUnknownOfOneSeed() {
            assertThat(Estimate.exact(3).standardError()).isZero();
            assertThat(Estimate.mean(.1, .1, .1).standardError()).isZero();
            assertThat(Estimate.mean(3).standardError()).isInfinite();
            assertThat(new Estimate(1, 0, Double.POSITIVE_INFINITY, 5).standardError())
                    .isInfinite();
        }
    }

    @Nested
    class Interval {
        @Test
        void anExactValueHasNoWidth() {
            assertThat(Estimate.exact(.5)).isEqualTo(new Estimate(.5, .5, .5, 1));
        }

        @Test
        void theValueMustLieInside() {
            refuses("value must be in [1.0, 2.0]: 0.5", () -> new Estimate(.5, 1, 2, 3));
            refuses("value must be in [1.0, 2.0]: 2.5", () -> new Estimate(2.5, 1, 2, 3));
            refuses("value must be in [1.0, NaN]: 1.0", () -> new Estimate(1, 1, Double.NaN, 3));
            refuses("value must be in [NaN, NaN]: NaN", () -> Estimate.exact(Double.NaN));
        }

        @Test
        void nobodyMeasuresWithoutASeed() {
            refuses("n must be at least 1, was 0", () -> new Estimate(1, 1, 1, 0));
        }
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
