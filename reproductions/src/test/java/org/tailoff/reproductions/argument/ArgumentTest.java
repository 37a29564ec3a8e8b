package org.tailoff.reproductions.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.claim.Claim;
import org.tailoff.reproductions.argument.exercise.DecayFactor;
import org.tailoff.reproductions.argument.exercise.Dominance;
import org.tailoff.reproductions.argument.exercise.GraphedExamples;
import org.tailoff.run.TimeEstimate;
import org.tailoff.spec.RunSpec;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.ClaimTests;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.Plan;

class ArgumentTest {
    private static final List<String> EXERCISE = List.of(
            "C1a",
            "C1b",
            "C1c",
            "C2a",
            "C2b",
            "C2-proviso",
            "C2c",
            "C2d",
            "C2e",
            "C1d",
            "C1e",
            "C1f",
            "C1g",
            "C1h",
            "N2",
            "N3",
            "N4",
            "N5",
            "N6",
            "N7",
            "N8",
            "N11",
            "N12",
            "C3a",
            "C3b",
            "C3c",
            "C3d",
            "C3e",
            "C3f",
            "C3g",
            "E1",
            "E2",
            "E3");

    /** The ids of the thread's claims, which ThreadTest lists. */
    private static final String THREAD = "(Q|A\\d)(-.*)?";

    private static List<String> ids() {
        return ids(Argument.tests());
    }

    private static List<String> ids(List<ClaimTest> tests) {
        return tests.stream()
                .flatMap(examination -> examination.claims().stream())
                .map(Claim::id)
                .toList();
    }

    private static Map<String, RunSpec> runs(Plan plan) {
        return new ClaimTests(Argument.tests()).runs(plan);
    }

    @Nested
    class Claims {
        @Test
        void haveDifferentIds() {
            assertThat(ids()).doesNotHaveDuplicates();
            assertThat(ids(Argument.beyond(line -> {})))
                    .containsExactly("N9", "N10")
                    .doesNotContainAnyElementsOf(ids());
        }

        /** They train networks of their own. */
        @Test
        void beyondTheSpecsHaveNoRunsOfAPlan() {
            assertThat(new ClaimTests(Argument.beyond(line -> {})).runs(new Plan(5, false)))
                    .isEmpty();
        }

        @Test
        void areThoseOfTheExerciseBesideTheThreads() {
            assertThat(ids()).filteredOn(id -> !id.matches(THREAD)).containsExactlyInAnyOrderElementsOf(EXERCISE);
        }

        @Test
        void areFoundByTheirIdsInTheOrderOfTheArgument() {
            assertThat(new ClaimTests(Argument.tests()).of(List.of("E1", "C1b")).all())
                    .hasExactlyElementsOfTypes(Dominance.class, GraphedExamples.class);
            assertThat(new ClaimTests(Argument.tests())
                            .of(List.of("C2b", "C2a"))
                            .all())
                    .hasExactlyElementsOfTypes(DecayFactor.class);
        }

        @Test
        void areAllMeantWhereNoneIsNamed() {
            assertThat(new ClaimTests(Argument.tests()).of(List.of()).all()).hasSameSizeAs(Argument.tests());
        }

        @Test
        void thatDoNotExistAreRefusedNamingThoseThatDo() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ClaimTests(Argument.tests())
                            .of(List.of("C1b", "c2b"))
                            .all())
                    .withMessage("no claim 'c2b'; known: " + String.join(", ", ids()));
        }
    }

    @Nested
    class Runs {
        /** 5000 iterations or one epoch, whichever is more; an epoch in mini-batches of 5 has 10,000. */
        @Test
        void ofAQuickPlanAreAllShort() {
            assertThat(runs(new Plan(2, true)).values())
                    .isNotEmpty()
                    .allSatisfy(spec -> assertThat(spec.iterations())
                            .isLessThanOrEqualTo(Math.max(5000, spec.iterationsPerEpoch())));
        }

        @Test
        void ofAQuickPlanAreTheSameButShorter() {
            assertThat(runs(new Plan(2, true)).keySet())
                    .isEqualTo(runs(new Plan(2, false)).keySet());
        }

        /** A name is a run: two experiments that ask for the same name must mean the same run. */
        @Test
        void ofOneNameAreOneRun() {
            for (ClaimTest examination : Argument.tests()) {
                for (Experiment experiment : examination.experiments()) {
                    experiment
                            .runs(new Plan(5, false))
                            .forEach((name, spec) ->
                                    assertThat(runs(new Plan(5, false))).containsEntry(name, spec));
                }
            }
        }

        /** By the estimate that {@code --plan} and the progress bar give, on two cores of docs/performance.md. */
        @Test
        void ofAWholePlanFitIntoTwentyFiveMinutes() {
            assertThat(TimeEstimate.seconds(runs(new Plan(Plan.SEEDS, false)).values(), 2))
                    .isLessThan(25 * 60);
        }

        @Test
        void ofMoreSeedsAreMore() {
            assertThat(runs(new Plan(5, false)).keySet())
                    .containsAll(runs(new Plan(1, false)).keySet());
            assertThat(runs(new Plan(5, false)).size())
                    .isGreaterThan(runs(new Plan(1, false)).size());
        }
    }

    @Test
    void aPlanWithoutSeedsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(0, false))
                .withMessage("seeds must be at least 1, was 0");
    }
}
