package org.tailoff.reproductions.argument.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.verify.FakeRuns.select;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.FakeRuns.Behaviour;
import org.tailoff.verify.FakeRuns.Run;
import org.tailoff.verify.Plan;

class AnswerFourTest {
    private static List<Finding> examine(Plan plan, Behaviour behaviour) {
        AnswerFour answer = new AnswerFour();
        return answer.examine(FakeRuns.records(answer, plan, behaviour));
    }

    private static List<Finding> examine(Behaviour behaviour) {
        return examine(new Plan(2, false), behaviour);
    }

    private static void expect(Verdict verdict, List<Finding> findings) {
        findings.forEach(finding -> assertThat(finding.verdict())
                .as("%s: %s", finding.part(), finding.undecided())
                .isEqualTo(verdict));
    }

    @Nested
    class TheStart {
        /** rho = (lambda/n)||W|| = 1e-4 sqrt(23520) = 0.0153 for a gradient of norm 1. */
        @Test
        void mostNeuronsMayBeSaturatedAndTheGradientStillTheLarger() {
            List<Finding> findings = examine(new Behaviour() {});
            expect(Verdict.SUPPORTED, select(findings, "A4-1", "saturated"));
            expect(Verdict.REFUTED, select(findings, "A4-1", "negligible"));
            assertThat(select(findings, "A4-1", "negligible: weight_initialization_30_old, hidden layer")
                            .get(0)
                            .evidence()
                            .measured()
                            .value())
                    .isEqualTo(1e-4 * Math.sqrt(23_520), within(1e-12));
        }

        @Test
        void fewNeuronsMayBeSaturatedAndTheGradientStillTheSmaller() {
            List<Finding> findings = examine(new Behaviour() {
                @Override
                public double saturation(Run run, int epoch) {
                    return run.old() ? 0.4 : 0;
                }

                @Override
                public double gradient(Run run, int layer) {
                    return 1e-4;
                }
            });
            expect(Verdict.REFUTED, select(findings, "A4-1", "saturated"));
            expect(Verdict.SUPPORTED, select(findings, "A4-1", "negligible"));
        }
    }

    @Nested
    class TheStep {
        @Test
        void itIsRightForAStepAndFiveThousandTimesTooWeakForAnEpoch() {
            List<Finding> findings = examine(new Behaviour() {});
            expect(Verdict.SUPPORTED, select(findings, "A4-2", "a step"));
            expect(Verdict.REFUTED, select(findings, "A4-2", "taken as an epoch's"));
            assertThat(select(findings, "A4-2", "taken as an epoch's")
                            .get(0)
                            .evidence()
                            .measured()
                            .value())
                    .isEqualTo(5000, within(1e-6));
        }

        /** q^2/2 - q^3/6 with q = 1e-5. */
        @Test
        void itsErrorIsTaylorsRemainder() {
            assertThat(select(examine(new Behaviour() {}), "A4-2", "a step")
                            .get(0)
                            .evidence()
                            .measured()
                            .value())
                    .isEqualTo(5e-11 - 1e-15 / 6, within(1e-20));
        }

        @Test
        void anEpochOfOneStepWouldSupportIt() {
            List<Finding> findings = examine(new Behaviour() {
                @Override
                public double dead(Run run, int epoch) {
                    return Math.pow(1 - run.law().q(), epoch);
                }
            });
            expect(Verdict.SUPPORTED, select(findings, "A4-2", "taken as an epoch's"));
        }
    }

    @Nested
    class WeightedInputsOfTheHiddenLayer {
        /** z^2 = 80 w^2 + 1 with w = 1: z = 9 against sqrt(23820), against 784, and against sqrt(80 + 1). */
        @Test
        void aRandomSumRefutesTheThreadsPremisesAndBearsOutTheRightOne() {
            List<Finding> findings = examine(new Behaviour() {});
            expect(Verdict.REFUTED, select(findings, "A4-3", "z / (sqrt(N_w) w)"));
            expect(Verdict.REFUTED, select(findings, "A4-3", "first premise"));
            expect(Verdict.REFUTED, select(findings, "A4-3", "second premise"));
            expect(Verdict.SUPPORTED, select(findings, "A4-3", "done right"));
            assertThat(value(findings, "z / (sqrt(N_w) w) at the start"))
                    .isEqualTo(9 / Math.sqrt(23_820), within(1e-9));
            assertThat(value(findings, "first premise")).isEqualTo(9 / 784.0, within(1e-9));
            assertThat(value(findings, "second premise")).isEqualTo(23_820 / 614_656.0);
            assertThat(value(findings, "done right at the new start")).isEqualTo(1, within(1e-9));
            assertThat(select(findings, "A4-3", "done right")
                            .get(0)
                            .evidence()
                            .details()
                            .get("mean sum x^2"))
                    .isEqualTo(80, within(1e-9));
        }

        /** All products of one sign: z = 784 w, which lies within a factor of six of sqrt(614656) w. */
        @Test
        void aSumOfProductsOfOneSignSupportsTheFirstPremiseAlone() {
            List<Finding> findings = examine(new Behaviour() {
                @Override
                public double z(Run run, int epoch) {
                    return epoch == 0 && run.old() ? 784 : 50;
                }
            });
            expect(Verdict.SUPPORTED, select(findings, "A4-3", "first premise"));
            expect(Verdict.REFUTED, select(findings, "A4-3", "second premise"));
            expect(Verdict.REFUTED, select(findings, "A4-3", "third premise"));
        }

        @Test
        void inputsOfTheSizeStatedSupportTheStatement() {
            List<Finding> findings = examine(new Behaviour() {
                @Override
                public double z(Run run, int epoch) {
                    return Math.sqrt(23_820) * rms(run, Layers.HIDDEN, epoch);
                }
            });
            expect(Verdict.SUPPORTED, select(findings, "A4-3", "z / (sqrt(N_w) w)"));
        }

        @Test
        void runsThatWereCutShortDoNotDecideAboutTheEnd() {
            List<Finding> findings = examine(new Plan(2, true), new Behaviour() {});
            expect(Verdict.INCONCLUSIVE, select(findings, "A4-3", "z / (sqrt(N_w) w) at the end"));
            expect(Verdict.INCONCLUSIVE, select(findings, "A4-3", "done right at the end"));
            expect(Verdict.REFUTED, select(findings, "A4-3", "z / (sqrt(N_w) w) at the start"));
        }

        private static double value(List<Finding> findings, String part) {
            return select(findings, "A4-3", part).get(0).evidence().measured().value();
        }
    }
}
