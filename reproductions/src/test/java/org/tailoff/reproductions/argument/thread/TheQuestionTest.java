package org.tailoff.reproductions.argument.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.verify.FakeRuns.select;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.FakeRuns.Behaviour;
import org.tailoff.verify.FakeRuns.Run;
import org.tailoff.verify.Plan;

class TheQuestionTest {
    private static final Plan TWO_SEEDS = new Plan(2, false);

    @TempDir
    static Path runs;

    private static List<Finding> examine(String name, Behaviour behaviour) {
        TheQuestion question = new TheQuestion();
        return question.examine(FakeRuns.stored(question, TWO_SEEDS, behaviour, runs.resolve(name)));
    }

    /** A decay of 3 towards -w and a gradient step of 4 across make an update of 5 with the cosine 3/5. */
    @Test
    void theStepWithoutItsDecayIsTheThirdSideOfTheTriangle() {
        assertThat(TheQuestion.withoutDecay(5, 3, 0.6)).isEqualTo(4, within(1e-12));
    }

    @Nested
    class AsTheBookHasIt {
        private static List<Finding> findings;

        @BeforeAll
        static void examineOnce() {
            findings = examine("book", new Behaviour() {});
        }

        @Test
        void theUpdateHasEtaOverMAndNotNOverM() {
            for (Finding finding : select(findings, "Q-a", "")) {
                assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
            }
            Finding example =
                    select(findings, "Q-a", "weight_initialization_30_old").get(0);
            assertThat(example.evidence().measured().value()).isEqualTo(0.1, within(1e-9));
            assertThat(example.evidence().details().get("how many times too large the thread's is"))
                    .isEqualTo(5e5, within(1e-3));
        }

        @Test
        void theOldStartIsNotAsStatedAndTheNewOneIsOneOverRootOfFanIn() {
            select(findings, "Q-b", "as stated")
                    .forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.REFUTED));
            select(findings, "Q-b", "the new start, 1/sqrt(n_in)")
                    .forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.SUPPORTED));
            select(findings, "Q-b", "the new start, 1/sqrt(N_w)")
                    .forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.REFUTED));
        }

        @Test
        void theDecayStepIsTheSmallerOne() {
            select(findings, "Q-c", "").forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.REFUTED));
        }

        /** The decay step is q 150 = 1.5e-3, the gradient step eta = 0.1; n/m in its place makes it 5e4. */
        @Test
        void theOtherReadingsOfTheRatioAreItsMultiples() {
            Finding example =
                    select(findings, "Q-c", "weight_initialization_30_old").get(0);
            assertThat(example.evidence().measured().value()).isEqualTo(0.015, within(1e-12));
            assertThat(example.evidence().details())
                    .containsEntry("share of the mini-batches in which decay is larger", 0.0);
            assertThat(example.evidence().details().get("against the sum with n/m, as written"))
                    .isEqualTo(0.015 * 0.1 / 50_000, within(1e-15));
        }
    }

    /** The old one is then 28 times that. */
    @Test
    void aNewStartOfOneOverRootOfAllWeightsIsSeen() {
        List<Finding> findings = examine("all", new Behaviour() {
            @Override
            public double rms(Run run, int layer, int epoch) {
                return (run.old() ? 28 : 1) / Math.sqrt(23_820);
            }
        });
        select(findings, "Q-b", "the new start, 1/sqrt(N_w)")
                .forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.SUPPORTED));
        select(findings, "Q-b", "the new start, 1/sqrt(n_in)")
                .forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.REFUTED));
        select(findings, "Q-b", "as stated")
                .forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.REFUTED));
    }

    @Nested
    class AsTheThreadHasIt {
        private static List<Finding> findings;

        @BeforeAll
        static void examineOnce() {
            findings = examine("thread", new Behaviour() {
                @Override
                public double gradientStep(Run run) {
                    return run.spec().data().trainingImages();
                }

                @Override
                public double decayStep(Run run) {
                    return 3e5 * run.law().q() * run.spec().data().trainingImages();
                }

                /** The new one is then 1/28 of that, as the seeds are paired. */
                @Override
                public double rms(Run run, int layer, int epoch) {
                    return run.startRms(layer) / Math.sqrt(23_820);
                }
            });
        }

        @Test
        void theUpdateHasNOverM() {
            // The law of cosines takes a difference of squares: 1e-9 of 5e4 is left when decay is no more than a tenth
            // of the step.
            Finding example =
                    select(findings, "Q-a", "weight_initialization_30_old").get(0);
            assertThat(example.verdict()).isEqualTo(Verdict.SUPPORTED);
        }

        /** q = 1e-5 makes the decay step three times as long. */
        @Test
        void theDecayStepIsTheLargerOne() {
            select(findings, "Q-c", "").forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.SUPPORTED));
            assertThat(select(findings, "Q-c", "weight_initialization_30_old")
                            .get(0)
                            .evidence()
                            .measured()
                            .value())
                    .isEqualTo(3, within(1e-9));
        }

        @Test
        void theOldStartIsAsStatedAndTheNewOneIsNot() {
            select(findings, "Q-b", "as stated")
                    .forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.SUPPORTED));
            select(findings, "Q-b", "the new start")
                    .forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.REFUTED));
        }
    }
}
