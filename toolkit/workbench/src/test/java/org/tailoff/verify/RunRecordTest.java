package org.tailoff.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Alternative;
import org.tailoff.claim.Prediction;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.TensorEpoch;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;

/** The oracle of everything here are the weights themselves, which a run record no longer has. */
class RunRecordTest {
    private static final double ETA = 0.5;
    private static final double LAMBDA = 4;
    private static final int IMAGES = 20;
    private static final int STEPS = 5;

    /** Layer, epoch, weight: a network 3-2-2. */
    private static final double[][][] WEIGHTS = {
        {{1, -2, 0.5, 3, -1.5, 0.25}, {0.4, -1.1, 0.75, 0.9, -1, -0.3}, {0.5, -0.2, 0.1, 0.9, 0.3, -0.3}},
        {{0.7, 0.2, -0.4, 1.9}, {0.8, -0.6, 0.1, 1.2}, {0.1, -0.6, 0.5, 0.2}}
    };

    private static final double[] GRADIENTS = {0.03, 0.07};

    private static final RunRecord RUN = run();

    private static RunRecord run() {
        RunSpec spec = new RunSpec(
                new DenseNetwork(List.of(3, 2, 2), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, "x"),
                new TrainingSpec(ETA, IMAGES / STEPS, 2, new Regularisation.L2(LAMBDA)),
                new DataSpec(IMAGES, List.of()),
                new SeedSpec.Streams(1),
                ExecutionSpec.DEFAULT);
        return new RunRecord("tiny", spec, List.of(epoch(0), epoch(1), epoch(2)), null);
    }

    private static EpochRecord epoch(int epoch) {
        TensorEpoch biases = FakeRuns.tensor("b", 99, TensorEpoch.Motion.UNKNOWN, TensorEpoch.InputRms.NONE);
        return new EpochRecord(
                epoch, List.of(), List.of(tensor(0, epoch), biases, tensor(1, epoch), biases), List.of());
    }

    private static TensorEpoch tensor(int layer, int epoch) {
        Optional<TensorEpoch.Displacement> moved = epoch == 0
                ? Optional.empty()
                : Optional.of(new TensorEpoch.Displacement(decay(layer, epoch), drift(layer, epoch)));
        Optional<TensorEpoch.Gradient> gradient =
                epoch == 1 ? Optional.empty() : Optional.of(new TensorEpoch.Gradient(GRADIENTS[layer], 0));
        return FakeRuns.tensor(
                layer + "_W",
                norm(WEIGHTS[layer][epoch]),
                new TensorEpoch.Motion(moved, gradient),
                TensorEpoch.InputRms.NONE);
    }

    /** (1 - eta lambda/n)^5. */
    private static double factor() {
        double kept = 1 - ETA * LAMBDA / IMAGES;
        return kept * kept * kept * kept * kept;
    }

    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(inner(a, a));
    }

    /** a - factor b. */
    private static double[] minus(double[] a, double factor, double[] b) {
        double[] difference = a.clone();
        for (int i = 0; i < a.length; i++) {
            difference[i] -= factor * b[i];
        }
        return difference;
    }

    private static double decay(int layer, int epoch) {
        double[] before = WEIGHTS[layer][epoch - 1];
        return norm(minus(before, factor(), before));
    }

    private static double drift(int layer, int epoch) {
        return norm(minus(WEIGHTS[layer][epoch], factor(), WEIGHTS[layer][epoch - 1]));
    }

    @Test
    void theShareKeptIsTheRegressionOfTheNewWeightsOnTheOld() {
        for (int layer = 0; layer < 2; layer++) {
            for (int epoch = 1; epoch <= 2; epoch++) {
                double[] old = WEIGHTS[layer][epoch - 1];
                double slope = inner(WEIGHTS[layer][epoch], old) / inner(old, old);
                assertThat(RUN.slope(layer, epoch)).isCloseTo(slope, within(1e-14));
            }
        }
    }

    @Test
    void theCosineIsThatOfTheWayGoneAndTheWayToTheOrigin() {
        for (int layer = 0; layer < 2; layer++) {
            for (int epoch = 1; epoch <= 2; epoch++) {
                double[] old = WEIGHTS[layer][epoch - 1];
                double[] way = minus(WEIGHTS[layer][epoch], 1, old);
                double cosine = -inner(way, old) / (norm(way) * norm(old));
                assertThat(RUN.shrinkageCosine(layer, epoch)).isCloseTo(cosine, within(1e-14));
            }
        }
    }

    @Test
    void dominanceIsTheWayOfDecayOverTheWayOfTheRest() {
        assertThat(RUN.dominance(0, 1)).isEqualTo(decay(0, 1) / drift(0, 1));
        assertThat(RUN.dominance(1, 2)).isEqualTo(decay(1, 2) / drift(1, 2));
    }

    @Test
    void forceIsThePullOfDecayOverTheGradientsOfTheSameMoment() {
        assertThat(RUN.force(0, 2)).isCloseTo(4.0 / 20 * norm(WEIGHTS[0][2]) / 0.03, within(1e-14));
        assertThat(RUN.force(1, 0)).isCloseTo(4.0 / 20 * norm(WEIGHTS[1][0]) / 0.07, within(1e-14));
        assertThat(RUN.gradientEpochs()).containsExactly(0, 2);
    }

    @Test
    void theRmsIsOfAllWeightsTogetherAndLeavesOutBiases() {
        double squares = inner(WEIGHTS[0][1], WEIGHTS[0][1]) + inner(WEIGHTS[1][1], WEIGHTS[1][1]);
        assertThat(RUN.weights()).isEqualTo(6 + 4);
        assertThat(RUN.squares(1)).isCloseTo(squares, within(1e-14));
        assertThat(RUN.rms(1)).isCloseTo(Math.sqrt(squares / 10), within(1e-15));
    }

    @Test
    void theShrinkageIsOfTheNorm() {
        assertThat(RUN.shrinkage(1, 2)).isEqualTo(norm(WEIGHTS[1][2]) / norm(WEIGHTS[1][1]));
    }

    @Test
    void theRateErrorIsInUnitsOfDecaysRate() {
        double shrinkage = norm(WEIGHTS[0][1]) / norm(WEIGHTS[0][0]);
        assertThat(RUN.rateError(0, 1))
                .isCloseTo(Math.abs(Math.log(shrinkage) / Math.log(factor()) - 1), within(1e-14));
        assertThat(RUN.rateErrorOf(factor() * factor(), 2)).isCloseTo(0, within(1e-14));
        assertThat(RUN.rateErrorOf(1, 3)).isEqualTo(1);
    }

    /** The oracle: the root of the mean of squares of each weight's own miss, over that of the weights. */
    @Test
    void theMissPerWeightIsTheRmsOfWhatIsNotDecayOverTheRmsOfTheLayer() {
        double[] miss = minus(WEIGHTS[1][2], factor(), WEIGHTS[1][1]);
        double rmsOfMiss = Math.sqrt(inner(miss, miss) / 4);
        double rms = Math.sqrt(inner(WEIGHTS[1][1], WEIGHTS[1][1]) / 4);
        assertThat(RUN.missPerWeight(1, 2)).isCloseTo(rmsOfMiss / rms, within(1e-14));
    }

    /** By hand: epoch e begins (e - 1) eta lambda/m time constants after the start. */
    @ParameterizedTest
    @CsvSource({
        // lambda, epochs of the run, first epochs, first three, first ten
        "0, 30, 5, 3, 10",
        "5, 30, 5, 3, 10",
        "25, 30, 4, 3, 4",
        "50, 5, 2, 2, 2",
        "500, 5, 1, 1, 1",
        "10, 4, 4, 3, 4",
        "40, 30, 3, 3, 3"
    })
    void theFirstEpochsAreThoseThatBeginBeforeTheTimeConstantIsUp(
            double lambda, int epochs, int first, int three, int ten) {
        RunRecord run = run(0.1, lambda, epochs);
        assertThat(run.firstEpochs()).hasSize(first);
        assertThat(run.firstEpochs(3)).hasSize(three);
        assertThat(run.firstEpochs(10)).hasSize(ten);
        assertThat(run.firstEpochs().min()).hasValue(1);
    }

    @Test
    void otherNumbersOfFirstEpochsAreOtherReadingsIfTheyComeToOtherEpochs() {
        Prediction prediction = Prediction.atLeast("x", 1, "test");
        assertThat(run(0.1, 5, 30).otherFirstEpochs(prediction, Estimate::exact))
                .containsExactly(
                        new Alternative("first 3 epochs", prediction, Estimate.exact(3)),
                        new Alternative("first 10 epochs", prediction, Estimate.exact(10)));
        assertThat(run(0.1, 25, 30).otherFirstEpochs(prediction, Estimate::exact))
                .extracting(Alternative::name)
                .containsExactly("first 3 epochs");
        assertThat(run(0.1, 500, 5).otherFirstEpochs(prediction, Estimate::exact))
                .isEmpty();
    }

    /** 50,000 images in mini-batches of ten; nothing recorded. */
    private static RunRecord run(double eta, double lambda, int epochs) {
        RunSpec spec = new RunSpec(
                new DenseNetwork(List.of(3, 2, 2), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, "x"),
                new TrainingSpec(
                        eta, 10, epochs, lambda == 0 ? new Regularisation.None() : new Regularisation.L2(lambda)),
                new DataSpec(50_000, List.of()),
                new SeedSpec.Streams(1),
                ExecutionSpec.DEFAULT);
        return new RunRecord("long", spec, Collections.nCopies(epochs + 1, epoch(0)), null);
    }

    @Test
    void theLawIsThatOfTheSpec() {
        assertThat(RUN.law().factor()).isCloseTo(factor(), within(1e-16));
        assertThat(RUN.lastEpoch()).isEqualTo(2);
    }
}
