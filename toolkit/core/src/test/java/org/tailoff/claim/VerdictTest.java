package org.tailoff.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tailoff.analysis.Estimate;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

/** Interval against bounds. */
class VerdictTest {
    private static final Prediction ONE_TO_TWO = new Prediction("x", 1, 2, "test");

    private static Verdict of(double low, double high) {
        return Verdict.of(ONE_TO_TWO, new Estimate((low + high) / 2, low, high, 5));
    }

    @Test
    void anIntervalInsideTheBoundsSupports() {
        assertThat(of(1.2, 1.8)).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void theBoundsThemselvesAreInside() {
        assertThat(of(1, 2)).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void anIntervalBelowTheBoundsRefutes() {
        assertThat(of(0.5, Math.nextDown(1.0))).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void anIntervalAboveTheBoundsRefutes() {
        assertThat(of(Math.nextUp(2.0), 3)).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void anIntervalAcrossEitherBoundDecidesNothing() {
        assertThat(of(0.5, 1)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(of(0.9, 1.1)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(of(2, 2.1)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(of(0.5, 2.5)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void oneSeedDecidesNothingHoweverFarAwayItIs() {
        assertThat(Verdict.of(ONE_TO_TWO, Estimate.mean(1.5))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Verdict.of(ONE_TO_TWO, Estimate.mean(1e9))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Verdict.of(Prediction.atLeast("x", 1, "test"), Estimate.mean(1.5)))
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void anExactNumberAlwaysDecides() {
        assertThat(Verdict.of(ONE_TO_TWO, Estimate.exact(1.5))).isEqualTo(Verdict.SUPPORTED);
        assertThat(Verdict.of(ONE_TO_TWO, Estimate.exact(Double.POSITIVE_INFINITY)))
                .isEqualTo(Verdict.REFUTED);
    }

    @Test
    void aPredictionWithoutWidthTellsTheNextDoubleApart() {
        Prediction exactly = Prediction.near("x", 1, 0, "test");
        assertThat(Verdict.of(exactly, Estimate.exact(1))).isEqualTo(Verdict.SUPPORTED);
        assertThat(Verdict.of(exactly, Estimate.exact(Math.nextUp(1.0)))).isEqualTo(Verdict.REFUTED);
        assertThat(Verdict.of(exactly, Estimate.exact(Math.nextDown(1.0)))).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void aPredictionOpenOnOneSideIsRefutedOnTheOtherAlone() {
        assertThat(Verdict.of(Prediction.atLeast("x", 1, "test"), Estimate.exact(1e300)))
                .isEqualTo(Verdict.SUPPORTED);
        assertThat(Verdict.of(Prediction.atLeast("x", 1, "test"), Estimate.exact(-1e300)))
                .isEqualTo(Verdict.REFUTED);
        assertThat(Verdict.of(Prediction.atMost("x", 1, "test"), Estimate.exact(-1e300)))
                .isEqualTo(Verdict.SUPPORTED);
        assertThat(Verdict.of(Prediction.atMost("x", 1, "test"), Estimate.exact(1e300)))
                .isEqualTo(Verdict.REFUTED);
    }

    /**
     * Less knowledge, a wider interval, can only take a verdict back: it never turns one into its contrary or makes
     * one.
     */
    @RandomCases(1000)
    void aWiderIntervalNeverDecidesOtherwise(RandomCase random) {
        double value = random.between(-4.0, 4.0);
        double low = value - random.between(0.0, 3.0);
        double high = value + random.between(0.0, 3.0);
        Verdict narrow = Verdict.of(ONE_TO_TWO, new Estimate(value, low, high, 5));
        Verdict wide = Verdict.of(
                ONE_TO_TWO, new Estimate(value, low - random.between(0.0, 3.0), high + random.between(0.0, 3.0), 5));

        assertThat(wide).isIn(narrow, Verdict.INCONCLUSIVE);
    }
}
