package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class EquivalenceTestTest {
    private static final double[] A = {1.01, 1.02, .99, 1.03, 1.0};
    private static final double[] B = {1.0, 1.01, 1.0, 1.01, 1.01};
    private static final double[] TEN = {10, 10, 10};
    private static final double[] ELEVEN = {11, 11, 11};

    @RandomCases(300)
    void armsAreEquivalentExactlyIfTheNinetyPercentIntervalLiesWithinTheMargin(RandomCase random) {
        double margin = random.between(.01, .2);
        EquivalenceTest test = EquivalenceTest.paired(random.between(5, .9, 1.1), random.between(5, .9, 1.1), margin);
        Estimate interval = test.relativeDifference();

        assertThat(test.equivalent()).isEqualTo(interval.low() > -margin && interval.high() < margin);
    }

    @Nested
    class FiveSeeds {
        /** SciPy 1.17: stats.t.interval(0.9, 4, ...) of (A - B) / B. */
        @Test
        void theRelativeDifferenceCarriesItsNinetyPercentInterval() {
            Estimate difference = EquivalenceTest.paired(A, B, .05).relativeDifference();

            assertThat(difference.value()).isCloseTo(0.003960396039603964, within(1e-15));
            assertThat(difference.low()).isCloseTo(-0.008739345987396356, within(1e-10));
            assertThat(difference.high()).isCloseTo(0.016660138066604276, within(1e-10));
            assertThat(difference.n()).isEqualTo(5);
        }

        /** SciPy 1.17: stats.ttest_1samp(r, 0.05, alternative="less"), the larger one; the other is 0.00041. */
        @Test
        void aWideMarginHolds() {
            EquivalenceTest test = EquivalenceTest.paired(A, B, .05);

            assertThat(test.pValue()).isCloseTo(0.0007546877122195436, within(1e-12));
            assertThat(test.equivalent()).isTrue();
        }

        /**
         * SciPy 1.17: stats.ttest_1samp(r, 0.01, alternative="less"); the other side alone would reject, with 0.0395.
         */
        @Test
        void oneSideAloneIsNotEnough() {
            EquivalenceTest test = EquivalenceTest.paired(A, B, .01);

            assertThat(test.pValue()).isCloseTo(0.1840000101778383, within(1e-12));
            assertThat(test.equivalent()).isFalse();
        }
    }

    @Nested
    class WithoutASpread {
        @Test
        void theMarginAloneDecides() {
            assertThat(EquivalenceTest.paired(ELEVEN, TEN, .11).pValue()).isZero();
            assertThat(EquivalenceTest.paired(ELEVEN, TEN, .09).pValue()).isEqualTo(1);
            assertThat(EquivalenceTest.paired(TEN, ELEVEN, .05).pValue()).isEqualTo(1);
        }

        @Test
        void aDifferenceOfTheMarginIsNotEquivalent() {
            assertThat(EquivalenceTest.paired(new double[] {3, 3}, new double[] {2, 2}, .5)
                            .pValue())
                    .isEqualTo(1);
        }
    }

    @Nested
    class Refused {
        @Test
        void aSinglePair() {
            double[] one = {1};
            refuses("number of pairs must be at least 2, was 1", () -> EquivalenceTest.paired(one, one, .05));
        }

        @Test
        void armsOfDifferentLengths() {
            refuses("b must have length 5: 3", () -> EquivalenceTest.paired(A, TEN, .05));
        }

        @Test
        void marginsThatAreNotPositive() {
            refuses("margin must be a finite number > 0: 0.0", () -> EquivalenceTest.paired(A, B, 0));
            refuses("margin must be a finite number > 0: NaN", () -> EquivalenceTest.paired(A, B, Double.NaN));
        }

        @Test
        void aDifferenceRelativeToZero() {
            refuses("b[1] must not be 0: 0.0", () -> EquivalenceTest.paired(TEN, new double[] {1, 0, 1}, .05));
        }

        @Test
        void pValuesThatAreNone() {
            refuses("p-value must be in [0, 1]: NaN", () -> new EquivalenceTest(Estimate.exact(0), .05, Double.NaN));
        }
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
