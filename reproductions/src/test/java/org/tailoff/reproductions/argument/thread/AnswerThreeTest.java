package org.tailoff.reproductions.argument.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.verify.FakeRuns.select;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Line;
import org.tailoff.figure.Scale;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.FakeRuns.Behaviour;
import org.tailoff.verify.FakeRuns.Run;
import org.tailoff.verify.Plan;

class AnswerThreeTest {
    private static final AnswerThree ANSWER = new AnswerThree();
    private static final Behaviour DECAY_ALONE = new Behaviour() {};

    private static List<Finding> examine(Plan plan, Behaviour behaviour) {
        return ANSWER.examine(FakeRuns.records(ANSWER, plan, behaviour));
    }

    @Nested
    class Arithmetic {
        private final List<Finding> findings = examine(new Plan(1, false), DECAY_ALONE);

        /** Oracle: the largest numbers of the published files, read by another program. */
        @Test
        void someGraphsLeaveTheUnitIntervalAndSomeDoNot() {
            expect("A3-1", "overfitting3", 2.076277232332908, Verdict.REFUTED);
            expect("A3-1", "overfitting1, training cost as graphed", 0.009712795, Verdict.SUPPORTED);
            expect("A3-1", "regularized1, training cost from", 3.005466860217319, Verdict.REFUTED);
            expect("A3-1", "regularized_full", 1.2925405259017666, Verdict.REFUTED);
            expect("A3-1", "multiple_eta, eta 0.025", 0.87809508908378, Verdict.SUPPORTED);
            expect("A3-1", "multiple_eta, eta 0.25", 0.49501954654296704, Verdict.SUPPORTED);
            expect("A3-1", "multiple_eta, eta 2.5", 1.1365919079387048, Verdict.REFUTED);
        }

        /** 5/(2 50000) 23820 = 1.191, 5e-5 79400 = 3.97, 5e-5 50000 = 2.5. */
        @Test
        void theCostAtSizeOneIsTwoAndAHalfOnlyIfThereAreAsManyWeightsAsImages() {
            expect("A3-2", "N_w of weight_initialization_30_old", 1.191, Verdict.REFUTED);
            expect("A3-2", "N_w of weight_initialization_100_old", 3.97, Verdict.REFUTED);
            expect("A3-2", "were N_w = n", 2.5, Verdict.SUPPORTED);
        }

        /** sqrt(4000) = 63.2456. */
        @Test
        void theCostOfFourThousandWeightsIsAThirdOfTheOneStatedAndTheConclusionReverses() {
            expect("A3-3", "coefficient of lambda", 0.5 / 63.2455532, Verdict.REFUTED);
            expect("A3-3", "at lambda = 5", 2.5 / 63.2455532, Verdict.REFUTED);
        }

        @Test
        void decayObeysTheNumberOfImages() {
            expect("A3-4", "weight_initialization_30_old", 0.4764, Verdict.REFUTED);
            expect("A3-4", "weight_initialization_100_old", 1.588, Verdict.REFUTED);
            expect("A3-4", "regularized", 23.82, Verdict.REFUTED);
        }

        private void expect(String id, String part, double value, Verdict verdict) {
            Finding finding = select(findings, id, part).get(0);
            assertThat(finding.evidence().measured().value()).isEqualTo(value, within(1e-8));
            assertThat(finding.verdict()).as(finding.part()).isEqualTo(verdict);
        }
    }

    @Test
    void weightsThatDecayAsIfNWereTheirNumberSupportThatTheTwoAreTheSame() {
        List<Finding> findings = examine(new Plan(1, false), new Behaviour() {
            @Override
            public double dead(Run run, int epoch) {
                double q = run.law().q() * run.spec().data().trainingImages() / run.weights();
                return Math.exp(epoch * run.law().stepsPerEpoch() * Math.log1p(-q));
            }
        });
        select(findings, "A3-4", "").forEach(f -> assertThat(f.verdict()).isEqualTo(Verdict.SUPPORTED));
    }

    @Nested
    class TheTailOff {
        @Test
        void anExponentBetweenTheBoundsSupportsTheClaim() {
            Finding finding = endsAt(new Plan(2, false), -0.4);
            assertThat(finding.evidence().measured().value()).isEqualTo(-0.4, within(1e-12));
            assertThat(finding.verdict()).isEqualTo(Verdict.SUPPORTED);
        }

        @Test
        void anExponentOutsideRefutesIt() {
            assertThat(endsAt(new Plan(2, false), -0.1).verdict()).isEqualTo(Verdict.REFUTED);
            assertThat(endsAt(new Plan(2, false), -0.6).verdict()).isEqualTo(Verdict.REFUTED);
        }

        @Test
        void runsThatWereCutShortDoNotDecide() {
            assertThat(endsAt(new Plan(2, true), -0.4).undecided()).contains("not stationary: the run was cut short");
        }

        private static Finding endsAt(Plan plan, double exponent) {
            List<Finding> findings = examine(plan, new Behaviour() {
                @Override
                public double rms(Run run, int layer, int epoch) {
                    return epoch == 0 ? run.startRms(layer) : Math.pow(run.weights(), exponent);
                }
            });
            return select(findings, "A3-5", "").get(0);
        }
    }

    @Test
    void theFigureShowsTheTableBothWaysOnALogarithmicAxis() {
        List<Figure> figures = ANSWER.figures(FakeRuns.records(ANSWER, new Plan(1, false), DECAY_ALONE)).stream()
                .map(Figure.class::cast)
                .toList();
        assertThat(figures).hasSize(1);
        assertThat(figures.get(0).frame().y()).extracting(Axis::scale).isEqualTo(Scale.LOGARITHMIC);
        List<Line.Curve> curves =
                figures.get(0).lines().stream().map(Line.Curve.class::cast).toList();
        assertThat(curves)
                .hasSize(3)
                .allSatisfy(curve -> assertThat(curve.points().size()).isEqualTo(5));
        // k = 0 is in the middle; at k = -1/2 the right cost is lambda/(2n) whatever the width.
        assertThat(curves).extracting(curve -> curve.points().y(2)).containsExactly(2.5, 1.191, 3.97);
        assertThat(curves.get(1).points().y(0)).isEqualTo(5e-5, within(1e-15));
        assertThat(curves.get(2).points().y(0)).isEqualTo(5e-5, within(1e-15));
    }
}
