package org.tailoff.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailoff.examine.MadeUpSteps.Kind;
import org.tailoff.examine.MadeUpSteps.Step;

/** What is told from norms, against the weights themselves, which a run does not record. */
class RunExaminationTest {
    /** Sums of a thousand products of about 1, and norms that were rounded when they were recorded. */
    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path directory;

    private TensorExamination examined(MadeUpSteps steps) {
        return RunExamination.of(steps.store(directory, 1)).tensors().get(0);
    }

    private static MadeUpSteps constant(double q, int every) {
        return new MadeUpSteps(Kind.SHARE, t -> q, every, 50, 24, 0);
    }

    private static MadeUpSteps of(Kind kind, LongToDoubleFunction q) {
        return new MadeUpSteps(kind, q, 1, 50, 24, 0);
    }

    @Nested
    class OfDecay {
        @ParameterizedTest
        @ValueSource(ints = {1, 3, 7})
        void theShareOfAStepAndTheStepsOfAnEpochAreFoundHoweverRarelyTheyAreRecorded(int every) {
            assertThat(examined(constant(0.01, every)).decay())
                    .isInstanceOfSatisfying(Decay.Constant.class, constant -> {
                        assertThat(constant.law().q()).isCloseTo(0.01, within(1e-14));
                        assertThat(constant.law().stepsPerEpoch()).isEqualTo(50);
                    });
        }

        @Test
        void withoutAnyNothingDecaysAndNothingIsSaidToDominate() {
            TensorExamination tensor = examined(constant(0, 1));
            assertThat(tensor.decay()).isEqualTo(new Decay.Nothing());
            assertThat(tensor.sentences()).contains("Nothing decays: every recorded decay step is 0.");
            assertThat(String.join(" ", tensor.sentences())).doesNotContain("dominate", "half-life", "law");
            assertThat(tensor.cannotTell())
                    .singleElement()
                    .asString()
                    .startsWith("settlement: nothing decays, and without decay");
        }

        @Test
        void ofAScheduleTheEndsAreTold() {
            TensorExamination tensor = examined(of(Kind.SHARE, t -> 0.02 / (1 + t / 600.0)));
            assertThat(tensor.decay()).isInstanceOfSatisfying(Decay.Scheduled.class, scheduled -> {
                assertThat(scheduled.first()).isCloseTo(0.02, within(1e-14));
                assertThat(scheduled.last()).isCloseTo(0.02 / (1 + 1199 / 600.0), within(1e-14));
            });
            assertThat(tensor.sentences())
                    .anyMatch(each -> each.startsWith("Decay takes another share of it at every"));
        }

        /** Of one length and of another: only its direction shows that it is no share of the weights. */
        @Test
        void byL1IsNoShareOfTheWeightsButHasALength() {
            for (LongToDoubleFunction q : List.<LongToDoubleFunction>of(t -> 0.001, t -> 0.001 / (1 + t))) {
                MadeUpSteps steps = of(Kind.L1, q);
                TensorExamination tensor = RunExamination.of(
                                steps.store(directory.resolve("at" + q.applyAsDouble(2)), 1))
                        .tensors()
                        .get(0);
                assertThat(tensor.decay()).isEqualTo(new Decay.Uneven());
                assertThat(tensor.cannotTell()).hasSize(2).allMatch(each -> each.contains("as under L1"));
                EpochDominance first =
                        tensor.dominance().known().orElseThrow().epochs().get(0);
                assertThat(first.rate()).isNaN();
                assertThat(first.force()).isNaN();
                double decay = 0;
                double gradient = 0;
                for (int t = 0; t < 50; t++) {
                    decay += q.applyAsDouble(t) * q.applyAsDouble(t) * MadeUpSteps.WEIGHTS;
                    double[] s = steps.steps.get(t).gradientStep();
                    gradient += MadeUpSteps.dot(s, s);
                }
                assertThat(first.steps()).isCloseTo(Math.sqrt(decay / gradient), within(ROUNDING));
                assertThat(tensor.sentences()).anyMatch(each -> each.startsWith("In the first 5 epochs decay's part"));
            }
        }

        @Test
        void thatIsNotKnownIsNotGuessed() {
            TensorExamination tensor = examined(of(Kind.UNKNOWN, t -> 0.01));
            assertThat(tensor.decay())
                    .isEqualTo(new Decay.Unknown("under this updater the decay's part of a step is not known"));
            assertThat(tensor.cannotTell())
                    .hasSize(3)
                    .allMatch(each -> each.endsWith("under this updater the decay's part of a step is not known"));
            assertThat(tensor.sentences())
                    .contains("Cannot tell what decay does to it: under this updater the decay's part of a step is not"
                            + " known.");
        }
    }

    @Nested
    class OfTheNorm {
        /** -W the mean of s over 10 steps, a balance along the weights, and one across them. */
        @ParameterizedTest
        @CsvSource({"1, 0", "3, 0", "1, 0.05", "1, -0.02"})
        void theBalanceIsThatOfTheWeights(int every, double inwards) {
            MadeUpSteps steps = new MadeUpSteps(Kind.SHARE, t -> 0.01, every, 50, 24, inwards);
            TensorExamination tensor = examined(steps);
            NormBalance balance = tensor.balance().known().orElseThrow();
            List<Step> recorded = IntStream.range(0, steps.steps.size())
                    .filter(t -> t % every == 0)
                    .mapToObj(steps.steps::get)
                    .toList();
            List<Step> window = recorded.subList(balance.from(), recorded.size());
            double taken = window.stream()
                    .mapToDouble(step -> 0.01 * MadeUpSteps.dot(step.weights(), step.weights()))
                    .sum();
            double along = window.stream()
                    .mapToDouble(step -> MadeUpSteps.dot(step.weights(), step.gradientStep()))
                    .sum();
            double across = window.stream()
                    .mapToDouble(step -> MadeUpSteps.dot(step.gradientStep(), step.gradientStep()) / 2)
                    .sum();
            assertThat(balance.along()).isCloseTo(along / taken, within(ROUNDING));
            assertThat(balance.across()).isCloseTo(across / taken, within(ROUNDING));
            assertThat(balance.rms())
                    .isCloseTo(Math.sqrt(taken / 0.01 / window.size() / MadeUpSteps.WEIGHTS), within(ROUNDING));
            assertThat(balance.predictedRms())
                    .isCloseTo(balance.rms() * Math.sqrt((along + across) / taken), within(ROUNDING));
        }

        /** cos of the angle = <W, W + u> / (||W|| ||W + u||). */
        @Test
        void aStepTurnsTheWeightsByTheAngleBetweenThem() {
            MadeUpSteps steps = constant(0.01, 1);
            TensorExamination tensor = examined(steps);
            int from = tensor.settlement().known().orElseThrow().end().from();
            double squares = IntStream.range(from, steps.steps.size() - 1)
                    .mapToDouble(t -> angle(
                            steps.steps.get(t).weights(), steps.steps.get(t + 1).weights()))
                    .map(angle -> angle * angle)
                    .average()
                    .orElseThrow();
            // one of 600 angles is missing
            assertThat(tensor.steps().turn()).isCloseTo(Math.sqrt(squares), within(1e-3 * Math.sqrt(squares)));
        }

        private double angle(double[] a, double[] b) {
            return Math.acos(MadeUpSteps.dot(a, b) / (MadeUpSteps.norm(a) * MadeUpSteps.norm(b)));
        }

        /** q S = ||s||^2/2 in the mean: s has 40 components of standard deviation 0.03, so rms^2 = 0.0009/(2 q). */
        @Test
        void itSettlesWhereTheNoiseHoldsIt() {
            TensorExamination tensor = examined(new MadeUpSteps(Kind.SHARE, t -> 0.05, 1, 500, 24, 0));
            Settlement end = tensor.settlement().known().orElseThrow();
            assertThat(end.rms()).isCloseTo(Math.sqrt(0.0009 / 0.1), within(0.1 * 0.095));
            NormBalance balance = tensor.balance().known().orElseThrow();
            assertThat(balance.total()).isCloseTo(1, within(0.05));
            assertThat(balance.isAcross()).isTrue();
        }

        @Test
        void ofARunThatIsTooShortCannotBeTold() {
            TensorExamination tensor = examined(new MadeUpSteps(Kind.SHARE, t -> 0.001, 1, 50, 24, 0));
            assertThat(tensor.settlement().why())
                    .contains(
                            "too short a run: to settle takes a norm up to ln(100)/q, which is 92.1 epochs, the run has"
                                    + " 24");
        }

        @Test
        void recordedTooRarelyLeavesItsBalanceOpen() {
            TensorExamination tensor = examined(new MadeUpSteps(Kind.SHARE, t -> 0.01, 40, 50, 24, 0));
            assertThat(tensor.balance().why())
                    .contains("recorded too rarely: 15 steps of the last half of the run, needed are 30");
        }
    }

    @Nested
    class OfDominance {
        @Test
        void theThreeReadingsAreThoseOfTheWeights() {
            MadeUpSteps steps = constant(0.01, 1);
            TensorExamination tensor = examined(steps);
            DecayDominance dominance = tensor.dominance().known().orElseThrow();
            assertThat(dominance.epochs()).hasSize(24);
            EpochDominance second = dominance.epochs().get(1);
            double[] before = steps.steps.get(50).weights();
            double[] after = steps.steps.get(100).weights();
            double f = Math.pow(0.99, 50);
            // c = q/eta = 0.1, and the whole gradient is 2 W
            assertThat(second.force()).isCloseTo(0.05, within(ROUNDING));
            assertThat(second.displacement())
                    .isCloseTo(
                            (1 - f) * MadeUpSteps.norm(before) / MadeUpSteps.norm(MadeUpSteps.minus(after, f, before)),
                            within(ROUNDING));
            assertThat(second.rate())
                    .isCloseTo(
                            Math.log(MadeUpSteps.norm(after) / MadeUpSteps.norm(before)) / Math.log(f),
                            within(ROUNDING));
            double decay = 0;
            double gradient = 0;
            for (Step step : steps.steps.subList(50, 100)) {
                decay += 0.0001 * MadeUpSteps.dot(step.weights(), step.weights());
                gradient += MadeUpSteps.dot(step.gradientStep(), step.gradientStep());
            }
            assertThat(second.steps()).isCloseTo(Math.sqrt(decay / gradient), within(ROUNDING));
        }

        /** 1/(q 50) is 2 epochs of decay. */
        @Test
        void theFirstEpochsEndWithTheTimeConstantOfDecay() {
            assertThat(examined(constant(0.01, 1))
                            .dominance()
                            .known()
                            .orElseThrow()
                            .firstEpochs())
                    .isEqualTo(2);
        }

        /** Under a schedule decay alone is one ln(1 - q) after another. */
        @Test
        void underAScheduleTheRateIsThatOfItsSteps() {
            MadeUpSteps steps = of(Kind.SHARE, t -> 0.02 / (1 + t / 600.0));
            EpochDominance third =
                    examined(steps).dominance().known().orElseThrow().epochs().get(2);
            double alone = steps.steps.subList(100, 150).stream()
                    .mapToDouble(step -> Math.log1p(-step.q()))
                    .sum();
            double left = MadeUpSteps.norm(steps.steps.get(150).weights())
                    / MadeUpSteps.norm(steps.steps.get(100).weights());
            assertThat(third.rate()).isCloseTo(Math.log(left) / alone, within(ROUNDING));
            assertThat(third.displacement()).isNaN();
        }
    }

    @Test
    void aRunWithoutIterationsIsRefusedByName() {
        MadeUpSteps none = new MadeUpSteps(Kind.SHARE, t -> 0, 1, 0, 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunExamination.of(none.store(directory, 1)))
                .withMessage("run made-up must have recorded iterations of a tensor of weights, has those of none");
    }

    @Test
    void epochsAreToldAsRanges() {
        List<Integer> all = List.of(1, 2, 3, 5, 7, 9);
        assertThat(EpochRange.text(EpochRange.of(all, List.of(1, 2, 5, 7)))).isEqualTo("epochs 1-2, 5-7");
        assertThat(EpochRange.text(EpochRange.of(all, List.of(3)))).isEqualTo("epoch 3");
        assertThat(EpochRange.text(EpochRange.of(all, List.of()))).isEqualTo("no epoch");
        List<Integer> odd = IntStream.range(0, 8).mapToObj(i -> 2 * i + 1).toList();
        assertThat(EpochRange.text(EpochRange.of(IntStream.range(1, 20).boxed().toList(), odd)))
                .isEqualTo("8 epochs between 1 and 15");
    }
}
