package org.tailoff.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.comparison.MadeUp.ended;
import static org.tailoff.comparison.MadeUp.results;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.RunResults;

class ComparisonRunsTest {
    private static final InitialiserComparison COMPARISON =
            new InitialiserComparison(MadeUp.spec(), List.of("sound", "wild"), 2);

    /** Everything finished but the second seed of "wild" with weight decay. */
    private static ComparisonRuns runs() {
        TreeMap<String, FinishedRun> finished = new TreeMap<>();
        for (String name : COMPARISON.runs().keySet()) {
            int correct = name.endsWith("seed1") ? 901 : 902;
            finished.put(
                    name, new FinishedRun(name, null, List.of(MadeUp.epoch(0, 1), MadeUp.epoch(1, correct)), 1, false));
        }
        TreeMap<String, String> diverged = new TreeMap<>();
        diverged.put("compare_wild_seed2", "diverged in epoch 1");
        finished.keySet().removeAll(diverged.keySet());
        return ComparisonRuns.of(COMPARISON, new RunResults(finished, diverged));
    }

    @Nested
    class Diverged {
        @Test
        void anArmWithOneSuchSeedIsOutAndNamesTheRunAndTheReason() {
            assertThat(runs().diverged())
                    .containsOnlyKeys(new Arm("wild", true))
                    .containsValue(List.of("compare_wild_seed2: diverged in epoch 1"));
            assertThat(runs().outcomes().keySet())
                    .containsExactly(new Arm("sound", true), new Arm("sound", false), new Arm("wild", false));
        }

        @Test
        void theResultListsThem() {
            ComparisonResult result = ComparisonResult.of(runs(), MadeUp.question(90), true);
            assertThat(result.diverged()).containsExactly("compare_wild_seed2: diverged in epoch 1");
            assertThat(result.regimes().get(0).order()).containsExactly("sound");
            assertThat(result.regimes().get(1).order()).containsExactlyInAnyOrder("sound", "wild");
            assertThat(result.decayOrNot()).containsOnlyKeys("sound");
            assertThat(result.quick()).isTrue();
            assertThat(result.base()).isEqualTo(MadeUp.spec());
        }
    }

    @Test
    void theJudgeIsTheSetWithItsExamples() {
        assertThat(runs().judge()).isEqualTo(new Judge("validation", MadeUp.IMAGES));
    }

    @Test
    void theSeedsOfAnArmAreInTheirOrder() {
        assertThat(runs().outcomes().get(new Arm("sound", true)).lastAccuracy())
                .containsExactly(new double[] {90.1, 90.2}, within(1e-9));
    }

    @Test
    void underARegimeAreItsOwnArms() {
        assertThat(runs().under(true)).extracting(ArmResult::arm).containsExactly(new Arm("sound", true));
        assertThat(runs().under(false))
                .extracting(ArmResult::arm)
                .containsExactly(new Arm("sound", false), new Arm("wild", false));
    }

    /** A point below the best mean, rounded down to a tenth. */
    @ParameterizedTest
    @CsvSource({"950, 960, 94.5", "957, 958, 94.7", "5, 5, 0", "1000, 1000, 99"})
    void theTargetIsAPointBelowTheBestUnlessAskedFor(int first, int second, double target) {
        ComparisonRuns runs = results(ended("good", true, first, second), ended("poor", true, 1, 2));
        assertThat(runs.target(OptionalDouble.empty())).isEqualTo(target);
        assertThat(runs.target(OptionalDouble.of(12.5))).isEqualTo(12.5);
    }

    @Test
    void whereEverythingDivergedTheTargetIsNothing() {
        ComparisonRuns none = new ComparisonRuns(COMPARISON, java.util.Map.of(), java.util.Map.of());
        assertThat(none.target(OptionalDouble.empty())).isZero();
    }
}
