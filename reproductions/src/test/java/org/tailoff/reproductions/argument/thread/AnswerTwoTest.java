package org.tailoff.reproductions.argument.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.verify.FakeRuns.select;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.FakeRuns.Behaviour;
import org.tailoff.verify.FakeRuns.Run;
import org.tailoff.verify.Plan;

class AnswerTwoTest {
    /** RMS at the end is N_w to a power; the runs begin with 1. */
    private record EndsAt(double exponent) implements Behaviour {
        @Override
        public double rms(Run run, int layer, int epoch) {
            return epoch < 3 ? 1 : Math.pow(run.weights(), exponent);
        }
    }

    private static List<Finding> examine(Plan plan, Behaviour behaviour) {
        AnswerTwo answer = new AnswerTwo();
        return answer.examine(FakeRuns.records(answer, plan, behaviour));
    }

    @Test
    void theIdentityHoldsOfCostsThatBelongToTheWeights() {
        select(examine(new Plan(2, false), new Behaviour() {}), "A2", "the identity")
                .forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.SUPPORTED));
    }

    /** A cost that is 1 % too large makes w larger by 0.499 %. */
    @Test
    void theIdentityFailsOfOtherCosts() {
        List<Finding> findings = examine(new Plan(2, false), new Behaviour() {
            @Override
            public double costError() {
                return 1.01;
            }
        });
        for (Finding finding : select(findings, "A2", "the identity")) {
            assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
            assertThat(finding.evidence().measured().value()).isEqualTo(Math.sqrt(1.01) - 1, within(1e-9));
        }
    }

    /** C ~ N_w w^2 with w ~ N_w^a goes as N_w^(1+2a). */
    @Test
    void theCostIsIndependentOfTheWidthIfWeightsEndAtOneOverRootOfTheirNumber() {
        Finding holds = need(new Plan(2, false), -0.5);
        assertThat(holds.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(holds.evidence().measured().value()).isEqualTo(0, within(1e-9));
        Finding fails = need(new Plan(2, false), -0.25);
        assertThat(fails.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(fails.evidence().measured().value()).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void runsThatWereCutShortDoNotDecide() {
        assertThat(need(new Plan(2, true), -0.5).undecided()).contains("not stationary: the run was cut short");
    }

    private static Finding need(Plan plan, double exponent) {
        return select(examine(plan, new EndsAt(exponent)), "A2", "what it needs")
                .get(0);
    }
}
