package org.tailoff.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.published.Criterion.BestAndLast;
import org.tailoff.published.Criterion.Distance.PercentagePoints;
import org.tailoff.published.Criterion.Each;
import org.tailoff.published.Criterion.Outcome;

/** The rules by themselves: what they say of themselves, what they look at, and where they cannot tell. */
class CriterionTest {
    private static final String WHY = "because";

    @Nested
    class WhatARuleSays {
        @Test
        void isItsRangeAndItsTolerance() {
            assertThat(Criterion.equal().rule()).isEqualTo("every point equal");
            assertThat(Criterion.equal(2, WHY).rule()).isEqualTo("points 0 to 1 equal");
            assertThat(Criterion.relative(1e-8, WHY).rule()).isEqualTo("every point within 1.0E-8 relative");
            assertThat(Criterion.relative(3, 0.5, WHY).rule()).isEqualTo("points 0 to 2 within 0.5 relative");
            assertThat(Criterion.percentagePoints(100, 0.3, WHY).rule())
                    .isEqualTo("every point within 0.3 percentage points");
            assertThat(new BestAndLast(new PercentagePoints(100), 0.3, WHY).rule())
                    .isEqualTo("best and last, medians over replicas, within 0.3 percentage points");
            assertThat(new Each(List.of(1.0), "what was printed", WHY).rule())
                    .isEqualTo("every number within what was printed");
            assertThat(new FurtherDraw(FurtherDraw.Statistic.LOWEST, WHY).rule())
                    .isEqualTo("minimum within the 95 % prediction interval of one more draw (1 is its end)");
        }
    }

    @Nested
    class Pointwise {
        @Test
        void looksAtItsRangeAlone() {
            Criterion first = Criterion.equal(2, WHY);
            assertThat(first.judge(new double[] {1, 2, 3}, List.of(new double[] {1, 2, 99})))
                    .isEqualTo(new Outcome(true, true, 0));
            assertThat(first.judge(new double[] {1, 2, 3}, List.of(new double[] {1, 3, 3})))
                    .isEqualTo(new Outcome(false, true, 1));
        }

        @Test
        void cannotTellBeforeAPointIsMeasured() {
            assertThat(Criterion.equal().judge(new double[] {1}, List.of(new double[0])))
                    .isEqualTo(new Outcome(true, false, 0));
        }

        /** Nothing is a relative distance from 0 but 0 itself. */
        @Test
        void takesARelativeDistanceFromThePublishedNumber() {
            Criterion half = Criterion.relative(0.5, WHY);
            assertThat(half.judge(new double[] {-4}, List.of(new double[] {-6})))
                    .isEqualTo(new Outcome(true, true, 0.5));
            assertThat(half.judge(new double[] {0}, List.of(new double[] {0}))).isEqualTo(new Outcome(true, true, 0));
            assertThat(half.judge(new double[] {0}, List.of(new double[] {1e-300})))
                    .isEqualTo(new Outcome(false, true, Double.POSITIVE_INFINITY));
        }
    }

    @Nested
    class Chaotic {
        private final Criterion rule = new BestAndLast(new PercentagePoints(1000), 0.5, WHY);

        /** Best 950, 940, 960: median 950, 4 of 1,000 from 954. Last 900, 910, 920: median 910, 10 from 900. */
        @Test
        void comparesTheMediansOverTheRunAndItsReplicas() {
            List<double[]> curves = List.of(new double[] {950, 900}, new double[] {940, 910}, new double[] {960, 920});
            assertThat(rule.judge(new double[] {954, 900}, curves).worst()).isCloseTo(1.0, within(1e-12));
            assertThat(rule.judge(new double[] {954, 905}, curves).worst()).isCloseTo(0.5, within(1e-12));
            assertThat(rule.judge(new double[] {954, 905}, curves).holds()).isTrue();
            assertThat(rule.judge(new double[] {954, 900}, curves).holds()).isFalse();
        }

        @Test
        void cannotTellOfACurveThatWasCutShort() {
            assertThat(rule.judge(new double[] {1, 2}, List.of(new double[] {1}))
                            .applicable())
                    .isFalse();
        }
    }

    @Nested
    class Printed {
        private final Criterion rule = new Each(List.of(0.05, 0.5), "half of the last digit", WHY);

        @Test
        void eachNumberHasATolerance() {
            assertThat(rule.judge(new double[] {1, 10}, List.of(new double[] {1.025, 10.5})))
                    .satisfies(outcome -> {
                        assertThat(outcome.holds()).isTrue();
                        assertThat(outcome.worst()).isCloseTo(1, within(1e-12));
                    });
            assertThat(rule.judge(new double[] {1, 10}, List.of(new double[] {1.1, 10}))
                            .worst())
                    .isCloseTo(2, within(1e-12));
            assertThat(rule.judge(new double[] {1, 10}, List.of(new double[] {1.1, 10}))
                            .holds())
                    .isFalse();
        }

        @Test
        void whatIsNotMeasuredYetIsNotJudged() {
            assertThat(rule.judge(new double[] {1, 10}, List.of(new double[] {1})))
                    .isEqualTo(new Outcome(true, true, 0));
            assertThat(rule.judge(new double[] {1, 10}, List.of(new double[0])).applicable())
                    .isFalse();
        }

        @Test
        void aNumberThatIsNoneFails() {
            assertThat(rule.judge(new double[] {1, 10}, List.of(new double[] {Double.NaN, 10}))
                            .holds())
                    .isFalse();
        }
    }
}
