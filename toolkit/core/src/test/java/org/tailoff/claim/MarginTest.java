package org.tailoff.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tailoff.analysis.Estimate;

class MarginTest {
    private static final Prediction ONE_TO_TWO = new Prediction("x", 1, 2, "test");

    /** By hand: mean 1.25, s = sqrt(5/3) / 4, s / sqrt 4 = 0.161374; 0.25 from the nearer bound is 1.549 of that. */
    @Test
    void isTheDistanceFromTheNearerBoundInStandardErrors() {
        Margin margin = Margin.of(ONE_TO_TWO, Estimate.mean(0.875, 1.125, 1.375, 1.625));

        assertThat(margin.inside()).isEqualTo(0.25);
        assertThat(margin.standardErrors().orElseThrow()).isCloseTo(0.25 / (Math.sqrt(5 / 3.0) / 4 / 2), within(1e-8));
        assertThat(margin.words()).isEqualTo("1.5 standard errors inside");
    }

    @Test
    void isNegativeWhereTheClaimIsFalse() {
        Margin margin = Margin.of(ONE_TO_TWO, Estimate.mean(2.875, 3.125, 3.375, 3.625));

        assertThat(margin.inside()).isEqualTo(-1.25);
        assertThat(margin.words()).isEqualTo("7.7 standard errors outside");
    }

    @Test
    void ofAnExactNumberHasNoStandardErrors() {
        Margin margin = Margin.of(ONE_TO_TWO, Estimate.exact(1.75));

        assertThat(margin.inside()).isEqualTo(0.25);
        assertThat(margin.standardErrors()).isEmpty();
        assertThat(margin.words()).isEqualTo("exact");
    }

    @Test
    void ofOneSeedHasNoStandardErrorsAndSaysSo() {
        Margin margin = Margin.of(ONE_TO_TWO, Estimate.mean(1.5));

        assertThat(margin.standardErrors()).isEmpty();
        assertThat(margin.words()).isEqualTo("no standard error");
    }

    @Test
    void fromAnOpenEndIsNeverMeasured() {
        assertThat(Margin.of(Prediction.atLeast("x", 1, "test"), Estimate.exact(5))
                        .inside())
                .isEqualTo(4);
        assertThat(Margin.of(Prediction.atMost("x", 1, "test"), Estimate.exact(5))
                        .inside())
                .isEqualTo(-4);
        assertThat(Margin.of(Prediction.atLeast("x", 1, "test"), Estimate.exact(Double.POSITIVE_INFINITY))
                        .inside())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }
}
