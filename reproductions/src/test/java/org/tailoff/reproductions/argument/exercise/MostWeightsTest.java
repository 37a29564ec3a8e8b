package org.tailoff.reproductions.argument.exercise;

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

/** Claim 1, most weights and cost, both ways. */
class MostWeightsTest {
    private static final Plan TWO = new Plan(2, false);

    private static List<Finding> examine(Behaviour behaviour) {
        MostWeights test = new MostWeights();
        return test.examine(FakeRuns.records(test, TWO, behaviour));
    }

    /** Without decay the data cost falls, with it that of the weights alone does. */
    private static class Falling implements Behaviour {
        @Override
        public double dataCost(Run run, int epoch) {
            return run.law().q() == 0 ? 2 - 0.1 * epoch : 2;
        }
    }

    private static Behaviour moving(double share) {
        return new Falling() {
            @Override
            public double decayFurther(Run run, int layer, int epoch) {
                return run.law().exponent() > 1 ? 1 : share;
            }
        };
    }

    @Test
    void halfOfTheWeightsAreMostAndLessAreNot() {
        assertThat(select(examine(moving(0.5)), "C1d", "50000 images, h 30, eta 0.1, lambda 5, "))
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.verdict())
                        .as(finding.part() + finding.undecided())
                        .isEqualTo(Verdict.SUPPORTED));
        List<Finding> fewer = select(examine(moving(0.25)), "C1d", "weight_initialization");
        assertThat(fewer).hasSize(6).allSatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
            assertThat(finding.evidence().measured().value()).isEqualTo(0.25);
        });
    }

    @Test
    void sharesThatDoNotAddUpDecideNothing() {
        Behaviour odd = new Falling() {
            @Override
            public double decayFurther(Run run, int layer, int epoch) {
                // 0.5 of one weight too many: no count of weights has this share.
                return 0.75 + 0.5 / run.weights(layer);
            }
        };
        assertThat(select(examine(odd), "C1d", "weight_initialization_30_old, all")
                        .get(0)
                        .undecided())
                .hasValueSatisfying(why -> assertThat(why).contains("share counted pixel by pixel"));
    }

    /** The data cost of fake runs never changes, so the regulariser's share is all of the fall. */
    @Test
    void aDataCostThatStaysLeavesTheWholeFallToTheRegulariser() {
        for (Finding finding : select(examine(new Falling()), "C1e", "weight_initialization")) {
            assertThat(finding.verdict())
                    .as(finding.part() + finding.undecided())
                    .isEqualTo(Verdict.SUPPORTED);
            assertThat(finding.evidence().measured().value()).isCloseTo(1, within(1e-9));
        }
    }

    /** Had the recorded cost fallen by four times what the weights' squares did, a quarter would be theirs. */
    @Test
    void aCostThatFallsFasterThanTheRegulariserRefutes() {
        Behaviour other = new Falling() {
            @Override
            public double costError() {
                return 4;
            }
        };
        for (Finding finding : select(examine(other), "C1e", "weight_initialization")) {
            assertThat(finding.evidence().measured().value()).isCloseTo(0.25, within(1e-9));
            assertThat(finding.undecided())
                    .hasValueSatisfying(
                            why -> assertThat(why).contains("recorded regularisation cost over lambda S/(2n) is 4"));
        }
    }
}
