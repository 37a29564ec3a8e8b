package org.tailoff.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.comparison.MadeUp.arm;
import static org.tailoff.comparison.MadeUp.ended;
import static org.tailoff.comparison.MadeUp.results;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ranking of made-up accuracies, against what Student's t with two degrees of freedom gives by hand. */
class RankingTest {
    private static final ArmResult GOOD =
            arm("good", true, new int[] {100, 900, 950}, new int[] {100, 905, 960}, new int[] {100, 910, 970});
    private static final ArmResult NEAR =
            arm("near", true, new int[] {100, 905, 940}, new int[] {100, 906, 955}, new int[] {100, 907, 950});
    private static final ArmResult POOR =
            arm("poor", true, new int[] {100, 600, 750}, new int[] {100, 605, 761}, new int[] {100, 610, 769});

    @Test
    void differencesEffectsAndPValuesAreThoseOfThePairedSeeds() {
        Ranking ranking = Ranking.of(results(GOOD, NEAR, POOR), true, 95);
        PairwiseTest near = ranking.withTheFirst("near");
        // good - near: 1.0, 0.5, 2.0 points; mean 7/6, s = sqrt(7/12); t = 7/6 / (s / sqrt 3) = sqrt 7
        assertThat(near.difference().value()).isCloseTo(7.0 / 6, within(1e-9));
        assertThat(near.effect()).isCloseTo(7.0 / 6 / Math.sqrt(7.0 / 12), within(1e-9));
        // with two degrees of freedom the two-sided p-value is 1 - t / sqrt(t^2 + 2)
        double p = 1 - Math.sqrt(7) / 3;
        // the largest of three p-values stays as it is under Holm's correction
        assertThat(near.p()).isCloseTo(p, within(1e-9));
        // good - poor: 20.0, 19.9, 20.1; mean 20, s = 0.1, t = 200 sqrt 3; the smallest of three is multiplied by 3
        double t = 200 * Math.sqrt(3);
        assertThat(ranking.withTheFirst("poor").p()).isCloseTo(3 * (1 - t / Math.sqrt(t * t + 2)), within(1e-9));
    }

    @Test
    void whoCannotBeToldApartSharesARankAndWhoIsBeatenDoesNot() {
        Ranking ranking = Ranking.of(results(POOR, NEAR, GOOD), true, 95);
        assertThat(ranking.order()).containsExactly("good", "near", "poor");
        assertThat(ranking.standings()).extracting(RankedInitialiser::rank).containsExactly(1, 1, 3);
        assertThat(ranking.inWords())
                .isEqualTo(
                        "With weight decay: good has the highest mean accuracy at the end; it is shown to be better than"
                                + " poor, and not than near. Pairs shown to differ: 2 of 3 at the end, 2 of 3 after the first epoch.");
    }

    /** The wide spread of the last one hides how bad it is; the one before it must not look worse for that. */
    @Test
    void noRankIsWorseThanThatOfALowerMean() {
        ArmResult steady = arm("steady", true, new int[] {0, 0, 900}, new int[] {0, 0, 910}, new int[] {0, 0, 920});
        ArmResult wild = arm("wild", true, new int[] {0, 0, 100}, new int[] {0, 0, 940}, new int[] {0, 0, 950});
        Ranking ranking = Ranking.of(results(GOOD, steady, wild), true, 95);
        assertThat(ranking.withTheFirst("steady").significant()).isTrue();
        assertThat(ranking.withTheFirst("wild").significant()).isFalse();
        assertThat(ranking.standings()).extracting(RankedInitialiser::rank).containsExactly(1, 1, 1);
        // rank 1 for want of evidence is not called undefeated
        assertThat(ranking.inWords()).contains("it is shown to be better than steady, and not than wild.");
    }

    @Test
    void theTargetIsReachedAtTheFirstEpochThatHasIt() {
        ComparisonRuns results = results(GOOD, NEAR);
        assertThat(results.target(OptionalDouble.empty())).isEqualTo(95.0);
        assertThat(results.target(OptionalDouble.of(90.5))).isEqualTo(90.5);
        Ranking ranking = Ranking.of(results, true, 90.5);
        assertThat(ranking.standings().get(0).reachedAt()).containsExactly(2, 1, 1);
        assertThat(Ranking.of(results, true, 95).standings().get(1).reachedAt()).containsExactly(2, 2);
    }

    @Nested
    class WhateverTheAccuracies {
        /** Five arms of six seeds, near enough for some pairs to differ significantly and others not. */
        private Ranking ranking(long seed) {
            Random random = new Random(seed);
            ArmResult[] arms = new ArmResult[5];
            for (int i = 0; i < arms.length; i++) {
                int centre = 900 + random.nextInt(30);
                int spread = 1 + random.nextInt(40);
                arms[i] = ended(
                        "arm" + i, true, random.ints(6, centre, centre + spread).toArray());
            }
            return Ranking.of(results(arms), true, 95);
        }

        /** By the definition: the least, over an arm and those of lower mean, of 1 + the arms that are better. */
        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
        void aRankIsOneMoreThanTheArmsShownToBeBetterOrThatOfALowerMean(long seed) {
            Ranking ranking = ranking(seed);
            List<RankedInitialiser> ranked = ranking.standings();
            for (int i = 0; i < ranked.size(); i++) {
                long least = Long.MAX_VALUE;
                for (RankedInitialiser lower : ranked.subList(i, ranked.size())) {
                    long better = ranking.atTheEnd().stream()
                            .filter(test -> test.p() < 0.05)
                            .filter(test -> test.difference().value() > 0
                                    ? test.other().equals(lower.initialiser())
                                    : test.one().equals(lower.initialiser()))
                            .count();
                    least = Math.min(least, 1 + better);
                }
                assertThat(ranked.get(i).rank())
                        .as("seed %d, place %d", seed, i)
                        .isEqualTo((int) least);
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
        void neitherMeansRiseNorRanksFallDownTheTable(long seed) {
            List<RankedInitialiser> ranked = ranking(seed).standings();
            for (int i = 1; i < ranked.size(); i++) {
                assertThat(ranked.get(i).last().value())
                        .as("seed %d, place %d", seed, i)
                        .isLessThanOrEqualTo(ranked.get(i - 1).last().value());
                assertThat(ranked.get(i).rank())
                        .as("seed %d, place %d", seed, i)
                        .isGreaterThanOrEqualTo(ranked.get(i - 1).rank());
            }
            assertThat(ranked.get(0).rank()).isEqualTo(1);
        }
    }

    @Nested
    class InWords {
        @Test
        void theHeadThatIsBetterThanEveryOtherIsSaidToBe() {
            Ranking ranking = Ranking.of(
                    results(ended("best", true, 950, 951, 952), ended("worst", true, 500, 501, 502)), true, 95);
            assertThat(ranking.inWords())
                    .isEqualTo("With weight decay: best is shown to be better than every other at the end."
                            + " Pairs shown to differ: 1 of 1 at the end, 1 of 1 after the first epoch.");
        }

        @Test
        void theHeadThatIsBetterThanNoneIsSaidToHaveTheHighestMean() {
            Ranking ranking =
                    Ranking.of(results(ended("a", false, 900, 950, 930), ended("b", false, 949, 901, 929)), false, 95);
            assertThat(ranking.inWords())
                    .startsWith("Without weight decay: a has the highest mean accuracy at the end;"
                            + " it is not shown to be better than any other. Pairs shown to differ: 0 of 1");
        }

        @Test
        void ofManyNamesThreeAreSaid() {
            ArmResult[] arms = new ArmResult[7];
            arms[0] = ended("best", true, 950, 951, 952, 953);
            for (int i = 1; i < 6; i++) {
                arms[i] = ended("p" + i, true, 500 - i, 502 - i, 501 - i, 504 - i);
            }
            arms[6] = ended("wild", true, 100, 999, 998, 900);
            assertThat(Ranking.of(results(arms), true, 95).inWords())
                    .contains("it is shown to be better than p1, p2, p3 and 2 more, and not than wild.");
        }

        @Test
        void ofOneThereIsNothingToRank() {
            Ranking ranking = Ranking.of(
                    results(ended("a", true, 900, 901), ended("b", true, 1, 2), ended("a", false, 1, 2)), false, 95);
            assertThat(ranking.inWords())
                    .isEqualTo("Without weight decay: fewer than two initialisers finished, so there is nothing to"
                            + " rank.");
        }
    }
}
