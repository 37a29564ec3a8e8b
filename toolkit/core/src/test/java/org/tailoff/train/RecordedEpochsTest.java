package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.ValueRange;
import org.tailoff.train.attach.RecordedNetwork;
import org.tailoff.train.attach.Recording;

/**
 * What is recorded once an epoch of a user's own network. Tolerances: sums of at most 320 terms of order 1, below
 * 1e-13.
 */
class RecordedEpochsTest {
    private final List<DataSet> batches = SmallNetworks.batches();
    private final Witness witness = new Witness();

    private static NeuralNetConfiguration.Builder sgd() {
        return SmallNetworks.settings().updater(new Sgd(0.25)).l2(0.01);
    }

    private void fit(Recording recording) {
        try (RecordedNetwork recorded = recording.observe(witness)) {
            recorded.network().fit(new ExistingDataSetIterator(batches));
        }
    }

    /** Oracle: DL4J's Evaluation, and its score of all examples in one batch. */
    @Test
    void scoresAreThoseOfDl4jsEvaluation() {
        MultiLayerNetwork network = SmallNetworks.convolutional(sgd());
        List<DataSet> short1 = batches.subList(2, 3);
        fit(RecordedNetwork.of(network)
                .evaluating("all", new ExistingDataSetIterator(batches))
                .evaluating("some", new ExistingDataSetIterator(short1)));
        Evaluation evaluation = network.evaluate(new ExistingDataSetIterator(batches));
        DataSet whole = DataSet.merge(batches);
        SetScore all = witness.epochs.get(1).sets().get(0);
        assertThat(all.set()).isEqualTo("all");
        assertThat(all.images()).isEqualTo(17);
        assertThat(all.accuracy()).isCloseTo(evaluation.accuracy(), within(1e-15));
        assertThat(all.cost().regularised()).isCloseTo(network.score(whole), within(1e-13));
        assertThat(all.cost().data())
                .isCloseTo(network.score(whole) - network.calcRegularizationScore(true), within(1e-13));
        assertThat(witness.epochs.get(0).sets()).extracting(SetScore::images).containsExactly(17, 3);
    }

    @Test
    void displacementIsThatOfTheDefinitionWhereDecayIsAFactor() {
        MultiLayerNetwork network = SmallNetworks.book(sgd());
        double[] before = network.getParam("0_W").dup().data().asDouble();
        fit(RecordedNetwork.of(network));
        double[] after = network.getParam("0_W").dup().data().asDouble();
        double f = (1 - 0.0025) * (1 - 0.0025) * (1 - 0.0025);
        double squares = 0;
        double drift = 0;
        for (int i = 0; i < after.length; i++) {
            squares += before[i] * before[i];
            drift += (after[i] - f * before[i]) * (after[i] - f * before[i]);
        }
        TensorEpoch.Displacement found =
                witness.epochs.get(1).tensors().get(0).displacement().orElseThrow();
        assertThat(found.decay()).isCloseTo((1 - f) * Math.sqrt(squares), within(1e-13));
        assertThat(found.drift()).isCloseTo(Math.sqrt(drift), within(1e-13));
        assertThat(witness.epochs.get(0).tensors().get(0).displacement()).isEmpty();
    }

    /**
     * Oracle: the definitions of d, r and the median, weight by weight; nothing moves a weight on input 0 but decay.
     */
    @Test
    void displacementIsToldWeightByWeightToo() {
        MultiLayerNetwork network = SmallNetworks.book(
                SmallNetworks.settings().updater(new Sgd(0.25)).l2(0.4));
        batches.forEach(batch -> batch.getFeatures().getColumn(0).assign(0));
        double[] before = network.getParam("0_W").dup('f').data().asDouble();
        fit(RecordedNetwork.of(network).deadInputs(0));
        double[] after = network.getParam("0_W").dup('f').data().asDouble();
        double f = 0.9 * 0.9 * 0.9;
        Long[] byInput = new Long[64];
        Arrays.fill(byInput, 0L);
        List<Double> all = new ArrayList<>();
        List<Double> live = new ArrayList<>();
        for (int i = 0; i < after.length; i++) {
            double ratio = Math.abs(after[i] - f * before[i]) / Math.abs((1 - f) * before[i]);
            byInput[i % 64] += ratio < 1 ? 1 : 0;
            all.add(ratio);
            if (i % 64 != 0) {
                live.add(ratio);
            }
        }
        TensorEpoch.Displacement found =
                witness.epochs.get(1).tensors().get(0).displacement().orElseThrow();
        assertWeightByWeight(found.weights().orElseThrow(), all);
        assertWeightByWeight(found.live().orElseThrow(), live);
        assertThat(found.decayedByInput()).containsExactly(byInput).startsWith(5L);
        TensorEpoch.Displacement output =
                witness.epochs.get(1).tensors().get(2).displacement().orElseThrow();
        assertThat(output.weights()).isPresent();
        assertThat(output.live()).isEmpty();
        assertThat(output.decayedByInput()).isEmpty();
    }

    private static void assertWeightByWeight(TensorEpoch.WeightByWeight found, List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        int n = sorted.size();
        assertThat(found.decayFurther())
                .isEqualTo(sorted.stream().filter(ratio -> ratio < 1).count() / (double) n)
                .isStrictlyBetween(0.0, 1.0);
        assertThat(found.medianRatio())
                .isCloseTo((sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2, withinPercentage(1e-8));
    }

    /** Weights that were 0 count as infinite, and so does a median of them. */
    @Test
    void weightsThatDecayDoesNotMoveHaveAnInfiniteMedian() {
        MultiLayerNetwork network = SmallNetworks.book(
                SmallNetworks.settings().updater(new Sgd(0.25)).l2(0.4));
        network.getParam("0_W").muli(0);
        fit(RecordedNetwork.of(network));
        TensorEpoch.WeightByWeight found = witness.epochs
                .get(1)
                .tensors()
                .get(0)
                .displacement()
                .orElseThrow()
                .weights()
                .orElseThrow();
        assertThat(found.medianRatio()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(found.decayFurther()).isZero();
    }

    @Test
    void whereEveryInputIsDeadThereIsNothingLive() {
        fit(RecordedNetwork.of(SmallNetworks.book(sgd()))
                .deadInputs(IntStream.range(0, 64).toArray()));
        TensorEpoch first = witness.epochs.get(1).tensors().get(0);
        assertThat(first.displacement().orElseThrow().live()).isEmpty();
        assertThat(first.displacement().orElseThrow().weights()).isPresent();
        assertThat(first.inputs().liveMedian()).isEmpty();
    }

    @Test
    void weightsAreNotToldApartWhereNothingDecays() {
        fit(RecordedNetwork.of(SmallNetworks.book(SmallNetworks.settings().updater(new Sgd(0.25)))));
        TensorEpoch.Displacement found =
                witness.epochs.get(1).tensors().get(0).displacement().orElseThrow();
        assertThat(found.decay()).isZero();
        assertThat(found.weights()).isEmpty();
    }

    @Test
    void displacementIsAbsentUnderAdamAndUnderL1() {
        MultiLayerNetwork adam = SmallNetworks.book(
                SmallNetworks.settings().updater(new Adam(0.01)).l2(0.01));
        fit(RecordedNetwork.of(adam));
        MultiLayerNetwork lasso = SmallNetworks.book(
                SmallNetworks.settings().updater(new Sgd(0.1)).l1(0.01));
        fit(RecordedNetwork.of(lasso).only("0_W"::equals));
        assertThat(witness.epochs.get(1).tensors().get(0).displacement()).isEmpty();
        assertThat(witness.epochs.get(3).tensors().get(0).displacement()).isEmpty();
    }

    @Test
    void weightsOnDeadInputsAreToldFromTheOthers() {
        MultiLayerNetwork network = SmallNetworks.book(sgd());
        INDArray initial = network.getParam("0_W").dup();
        fit(RecordedNetwork.of(network).deadInputs(0));
        INDArray weights = network.getParam("0_W");
        double dead = 0;
        double live = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < 5; j++) {
            dead += Math.pow(weights.getDouble(0, j), 2);
            double ratio = weights.getDouble(0, j) / initial.getDouble(0, j);
            smallest = Math.min(smallest, ratio);
            largest = Math.max(largest, ratio);
            for (int k = 1; k < 64; k++) {
                live += Math.pow(weights.getDouble(k, j), 2);
            }
        }
        TensorEpoch first = witness.epochs.get(1).tensors().get(0);
        assertThat(first.inputs().dead().orElseThrow()).isCloseTo(Math.sqrt(dead / 5), within(1e-14));
        assertThat(first.inputs().live().orElseThrow()).isCloseTo(Math.sqrt(live / 315), within(1e-14));
        assertThat(first.inputs().liveMedian().orElseThrow())
                .isEqualTo(IntStream.range(0, 320)
                        .filter(i -> i % 64 != 0)
                        .mapToDouble(i -> Math.abs(weights.getDouble(i % 64, i / 64)))
                        .sorted()
                        .skip(157)
                        .findFirst()
                        .orElseThrow());
        assertThat(first.inputs().deadRatio()).contains(new ValueRange(smallest, largest));
        assertThat(witness.epochs.get(0).tensors().get(0).inputs().deadRatio()).contains(new ValueRange(1, 1));
        assertThat(witness.epochs.get(1).tensors().get(2).inputs()).isEqualTo(TensorEpoch.InputRms.NONE);
    }

    /** Oracle: z = x W + b in plain loops; weights times 20 so that some neurons are saturated. */
    @Test
    void saturationIsThatOfTheWeightedInputs() {
        MultiLayerNetwork network = SmallNetworks.book(sgd());
        network.getParam("0_W").muli(20);
        INDArray sample = batches.get(0).getFeatures();
        List<LayerEpoch> layers = new ArrayList<>();
        fit(RecordedNetwork.of(network).sampling(sample));
        layers.addAll(witness.epochs.get(1).layers());
        int saturated = 0;
        double slope = 0;
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 5; j++) {
                double z = network.getParam("0_b").getDouble(j);
                for (int k = 0; k < 64; k++) {
                    z += sample.getDouble(i, k) * network.getParam("0_W").getDouble(k, j);
                }
                double a = 1 / (1 + Math.exp(-z));
                saturated += Math.abs(z) > 5 ? 1 : 0;
                slope += a * (1 - a);
            }
        }
        assertThat(saturated).isBetween(1, 34);
        assertThat(layers).extracting(LayerEpoch::layer).containsExactly("0");
        assertThat(layers.get(0).saturation()).isEqualTo(saturated / 35.0);
        assertThat(layers.get(0).meanSigmaPrime()).isCloseTo(slope / 35, within(1e-12));
    }

    @Test
    void layersWithoutAnActivationAreLeftOut() {
        MultiLayerNetwork network = SmallNetworks.convolutional(sgd());
        fit(RecordedNetwork.of(network).sampling(batches.get(0).getFeatures()));
        assertThat(witness.epochs.get(0).layers()).extracting(LayerEpoch::layer).containsExactly("0", "2");
    }
}
