package org.tailoff.reproductions.argument.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.verify.FakeRuns.select;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.FakeRuns.Behaviour;
import org.tailoff.verify.FakeRuns.Run;
import org.tailoff.verify.Plan;

class AnswerOneTest {
    private static final Behaviour DECAY_ALONE = FakeRuns.NEARLY_DECAY_ALONE;

    /** The third epoch doubles the weights, and the first goes across them three times as far as decay goes. */
    private static final Behaviour GRADIENTS_RULE = new Behaviour() {
        @Override
        public double rms(Run run, int layer, int epoch) {
            double f = run.law().factor();
            if (epoch == 0 || f == 1 || f < 0.9) {
                return DECAY_ALONE.rms(run, layer, epoch);
            }
            return epoch == 3 ? 2 : Math.pow(Math.hypot(f, 3 * (1 - f)), epoch);
        }
    };

    @TempDir
    private static Path runs;

    private static List<Finding> examine(Plan plan, Behaviour behaviour) {
        return examine("alone", plan, behaviour);
    }

    private static List<Finding> examine(String name, Plan plan, Behaviour behaviour) {
        AnswerOne answer = new AnswerOne();
        return answer.examine(FakeRuns.stored(answer, plan, behaviour, runs.resolve(name)));
    }

    /** Steps across the weights that lead as far as a number of equal ones would that all go one way. */
    private static Behaviour wandering(double together) {
        return new Behaviour() {
            private static final double LENGTH = 0.02;

            @Override
            public double gradientStep(Run run) {
                return LENGTH;
            }

            @Override
            public double rms(Run run, int layer, int epoch) {
                double f = run.law().factor();
                double aside = together * LENGTH / Math.sqrt(run.weights(layer));
                return run.startRms(layer) * (epoch == 0 ? 1 : Math.hypot(f, aside));
            }

            @Override
            public double decayStep(Run run) {
                return run.law().q() * run.startRms(0) * Math.sqrt(run.weights(0));
            }
        };
    }

    /** 5,000 steps of 0.02 that lead sqrt(5,000) of them far, or all of them. */
    @Test
    void stepsThatCancelAsARandomWalksAreChaoticAndStepsThatAddUpAreNot() {
        List<Finding> random = examine("random", new Plan(2, false), wandering(Math.sqrt(5_000)));
        for (Finding finding : select(random, "A1-1", "chaotic")) {
            assertThat(finding.verdict())
                    .as(finding.part() + finding.undecided())
                    .isEqualTo(Verdict.SUPPORTED);
            assertThat(finding.evidence().measured().value()).isCloseTo(Math.sqrt(5_000), within(1e-6));
            assertThat(finding.evidence().details().get("of a random walk of steps of these lengths"))
                    .isCloseTo(Math.sqrt(5_000), within(1e-9));
        }
        List<Finding> straight = examine("straight", new Plan(2, false), wandering(5_000));
        for (Finding finding : select(straight, "A1-1", "chaotic")) {
            assertThat(finding.verdict())
                    .as(finding.part() + finding.undecided())
                    .isEqualTo(Verdict.REFUTED);
            assertThat(finding.evidence().measured().value()).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void underDecayAloneBothPartsAreSupported() {
        List<Finding> findings = examine(new Plan(2, false), DECAY_ALONE);
        select(findings, "A1-1", "every epoch")
                .forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.SUPPORTED));
        select(findings, "A1-1", "direction")
                .forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.SUPPORTED));
    }

    @Test
    void oneEpochThatGrowsRefutesThatAllShrink() {
        List<Finding> findings = examine(new Plan(2, false), GRADIENTS_RULE);
        for (Finding finding : select(findings, "A1-1", "every epoch")) {
            assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
            assertThat(finding.evidence().details())
                    .containsEntry("epochs in which the norm grew", 1.0)
                    .containsEntry("first of them", 3.0);
        }
    }

    /** The displacement is (1-f) towards -W and 3 (1-f) across: its cosine is 1/sqrt(10). */
    @Test
    void aFirstEpochThatGoesAsideRefutesThatDecayRulesTheDirection() {
        List<Finding> findings = examine(new Plan(2, false), GRADIENTS_RULE);
        for (Finding finding : select(findings, "A1-1", "direction")) {
            assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
            assertThat(finding.evidence().measured().value()).isEqualTo(1 / Math.sqrt(10), within(1e-9));
        }
    }

    @Test
    void aRunThatWasCutShortDoesNotSayThatEveryEpochShrinksButMaySayThatOneDoesNot() {
        Finding shrinks = select(examine(new Plan(2, true), DECAY_ALONE), "A1-1", "every epoch")
                .get(0);
        assertThat(shrinks.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(shrinks.undecided()).contains("not the whole run: the run was cut short");
        Finding grows = select(examine(new Plan(2, true), GRADIENTS_RULE), "A1-1", "every epoch")
                .get(0);
        assertThat(grows.verdict()).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void theDerivationHoldsWithItsErrorBound() {
        List<Finding> findings = examine(new Plan(1, false), DECAY_ALONE);
        select(findings, "A1-2", "").forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.SUPPORTED));
        Finding example =
                select(findings, "A1-2", "limit: weight_initialization_30_old").get(0);
        assertThat(example.evidence().measured().value()).isEqualTo(-2.5e-7, within(1e-11));
        assertThat(example.prediction().low()).isLessThan(-2.5e-7);
    }
}
