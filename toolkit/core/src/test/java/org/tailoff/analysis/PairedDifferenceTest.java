package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hipparchus.stat.inference.TTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class PairedDifferenceTest {
    private static final double[] A = {5.1, 4.9, 6.2, 5.7, 5.5};
    private static final double[] B = {4.8, 4.7, 5.9, 5.9, 5.0};
    private static final double[] ONE = {1};
    private static final double[] UP = {2, 3, 4};
    private static final double[] DOWN = {1, 2, 3};

    /** Oracle: Hipparchus' own paired test, which computes variance and statistic from the pairs. */
    @RandomCases(200)
    void pValueIsThatOfHipparchusPairedTest(RandomCase random) {
        double[] a = random.between(6, -10, 10);
        double[] b = random.between(6, -10, 10);
        assertThat(PairedDifference.pValue(a, b)).isCloseTo(new TTest().pairedTTest(a, b), within(1e-9));
    }

    @RandomCases(100)
    void theArmsCanBeExchanged(RandomCase random) {
        double[] a = random.between(4, -10, 10);
        double[] b = random.between(4, -10, 10);
        Estimate forth = PairedDifference.of(a, b);
        Estimate back = PairedDifference.of(b, a);

        assertThat(back.value()).isEqualTo(-forth.value());
        assertThat(back.low()).isEqualTo(-forth.high());
        assertThat(PairedDifference.pValue(b, a)).isEqualTo(PairedDifference.pValue(a, b));
    }

    @Nested
    class FiveSeeds {
        /** SciPy 1.17: stats.t.interval on the differences. */
        @Test
        void theIntervalAgreesWithSciPy() {
            Estimate difference = PairedDifference.of(A, B);

            assertThat(difference.value()).isCloseTo(.22, within(1e-14));
            assertThat(difference.low()).isCloseTo(-0.10139675707319923, within(1e-9));
            assertThat(difference.high()).isCloseTo(0.541396757073199, within(1e-9));
            assertThat(difference.n()).isEqualTo(5);
        }

        /** SciPy 1.17: stats.ttest_rel(A, B). */
        @Test
        void thePValueAgreesWithSciPy() {
            assertThat(PairedDifference.pValue(A, B)).isCloseTo(0.13016218077505914, within(1e-12));
        }

        /** NumPy 2.4: d.mean() / d.std(ddof=1); by hand sqrt(.22^2 / .067). */
        @Test
        void theEffectSizeAgreesWithNumPy() {
            assertThat(PairedDifference.effectSize(A, B)).isCloseTo(0.8499341502148808, within(1e-12));
        }
    }

    @Nested
    class WithoutASpread {
        @Test
        void equalDifferencesAreCertain() {
            assertThat(PairedDifference.pValue(UP, DOWN)).isZero();
            assertThat(PairedDifference.pValue(DOWN, UP)).isZero();
            assertThat(PairedDifference.effectSize(UP, DOWN)).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(PairedDifference.effectSize(DOWN, UP)).isEqualTo(Double.NEGATIVE_INFINITY);
        }

        @Test
        void equalArmsDoNotDiffer() {
            assertThat(PairedDifference.pValue(UP, UP)).isEqualTo(1);
            assertThat(PairedDifference.effectSize(UP, UP)).isZero();
        }
    }

    @Nested
    class Refused {
        @Test
        void armsOfDifferentLengths() {
            refuses("b must have length 3: 1", () -> PairedDifference.of(UP, ONE));
            refuses("b must have length 1: 3", () -> PairedDifference.pValue(ONE, UP));
        }

        @Test
        void aTestOfOnePair() {
            refuses("number of pairs must be at least 2, was 1", () -> PairedDifference.pValue(ONE, ONE));
            refuses("number of pairs must be at least 2, was 1", () -> PairedDifference.effectSize(ONE, ONE));
        }

        @Test
        void valuesThatAreNotFinite() {
            double[] broken = {1, 2, Double.NaN};
            refuses("a[2] must be finite: NaN", () -> PairedDifference.of(broken, UP));
            refuses("b[2] must be finite: NaN", () -> PairedDifference.of(UP, broken));
        }
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
