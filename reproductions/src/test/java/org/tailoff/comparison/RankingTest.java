package org.tailoff.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.spec.DataSpec.DataSet;

/** The ranking of made-up accuracies, against what Student's t with two degrees of freedom gives by hand. */
class RankingTest {
    private static final int IMAGES = 1000;

    /** Of each seed the number of 1,000 images right before training and after each of two epochs. */
    private static ArmResult outcome(String initialiser, boolean decay, int[]... seeds) {
        List<List<EpochRecord>> runs = new ArrayList<>();
        for (int[] correct : seeds) {
            List<EpochRecord> run = new ArrayList<>();
            for (int epoch = 0; epoch < correct.length; epoch++) {
                SetScore score =
                        new SetScore("validation", IMAGES, correct[epoch], new SetScore.Cost(1.0 / (1 + epoch), 2));
                run.add(new EpochRecord(epoch, List.of(score), List.of(), List.of()));
            }
            runs.add(run);
        }
        return new ArmResult(new Arm(initialiser, decay), DataSet.VALIDATION, runs);
    }

    private static ComparisonRuns results(ArmResult... outcomes) {
        Map<Arm, ArmResult> finished = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (ArmResult outcome : outcomes) {
            finished.put(outcome.arm(), outcome);
            if (!names.contains(outcome.arm().initialiser())) {
                names.add(outcome.arm().initialiser());
            }
        }
        return new ComparisonRuns(new InitialiserComparison(BookSpecs.spec("compare"), names, 3), finished, Map.of());
    }

    private static final ArmResult GOOD =
            outcome("good", true, new int[] {100, 900, 950}, new int[] {100, 905, 960}, new int[] {100, 910, 970});
    private static final ArmResult NEAR =
            outcome("near", true, new int[] {100, 905, 940}, new int[] {100, 906, 955}, new int[] {100, 907, 950});
    private static final ArmResult POOR =
            outcome("poor", true, new int[] {100, 600, 750}, new int[] {100, 605, 761}, new int[] {100, 610, 769});

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
        ArmResult steady = outcome("steady", true, new int[] {0, 0, 900}, new int[] {0, 0, 910}, new int[] {0, 0, 920});
        ArmResult wild = outcome("wild", true, new int[] {0, 0, 100}, new int[] {0, 0, 940}, new int[] {0, 0, 950});
        Ranking ranking = Ranking.of(results(GOOD, steady, wild), true, 95);
        assertThat(ranking.withTheFirst("steady").decided()).isTrue();
        assertThat(ranking.withTheFirst("wild").decided()).isFalse();
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

    @Test
    void theTablesSayWhatTheRankingHolds() {
        ArmResult bare =
                outcome("good", false, new int[] {100, 900, 940}, new int[] {100, 905, 955}, new int[] {100, 910, 950});
        ComparisonResult settled = ComparisonResult.of(results(GOOD, NEAR, POOR, bare), 95, false);
        List<TextTable> tables = new ComparisonTables(settled).all();
        assertThat(tables).hasSize(3);
        // t(0.975, 2) = 4.302653; s = 1, so the half width is 4.302653 / sqrt 3 = 2.484
        assertThat(tables.get(0).rows().get(0))
                .startsWith("1", "good", "96.00 [93.52, 98.48]", "90.50 [89.26, 91.74]", "2");
        assertThat(tables.get(0).rows().get(1)).contains("reached by 2 of 3", "+1.17 [-0.73, +3.06]", "0.1181");
        assertThat(tables.get(2).rows().get(0)).contains("good", "+1.17 [-0.73, +3.06]");
        assertThat(tables.get(1).heading()).contains("fewer than two initialisers finished");
        assertThat(tables.get(0).markdown().lines().skip(2).findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("| rank | initialiser | "));
    }

    @Test
    void everyScoreOfEverySeedIsARow() {
        String csv = SeedTable.csv(results(GOOD, POOR));
        assertThat(csv.lines()).hasSize(1 + 2 * 3 * 3).contains("\"poor\",true,2,1,validation,0.605,0.5");
    }
}
