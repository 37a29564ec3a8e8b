package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.tailoff.record.IterationColumn;
import org.tailoff.train.attach.RecordedNetwork;

/**
 * All twelve columns of networks that DL4J trains, against {@link DirectRecords}.
 *
 * <p>Tolerance: the values are sums of at most 320 terms of order 1, in another order, whose rounding errors stay below
 * 320 x 2^-53 = 4e-14; a norm of the update, at least 1e-3 here, is that of differences of order-1 numbers and has a
 * relative error below 1e-12. DL4J takes its mini-batch cost through a loss that clips at 1e-10 at most; nothing here
 * is near. So 1e-11, relative and absolute.
 */
class RecordedColumnsTest {
    private static final double TOLERANCE = 1e-11;
    private static final double RATE = 0.25;

    private final List<DataSet> batches = SmallNetworks.batches();

    private Witness record(MultiLayerNetwork network, DirectRecords.Rule rule) {
        return record(network, batches, rule);
    }

    private static Witness record(MultiLayerNetwork network, List<DataSet> batches, DirectRecords.Rule rule) {
        DirectRecords direct = new DirectRecords(network, batches, rule);
        network.addListeners(direct);
        Witness witness = new Witness();
        try (RecordedNetwork recorded = RecordedNetwork.of(network).observe(witness)) {
            for (int epoch = 0; epoch < 2; epoch++) {
                recorded.network().fit(new ExistingDataSetIterator(batches));
            }
        }
        List<double[]> rows = witness.rows();
        assertThat(rows).hasSize(6);
        for (int t = 0; t < rows.size(); t++) {
            List<String> tensors = witness.starts.get(0).names();
            assertThat(direct.records.get(t).keySet()).containsAll(tensors);
            for (int i = 0; i < tensors.size(); i++) {
                assertColumns(
                        tensors.get(i), rows.get(t), i, direct.records.get(t).get(tensors.get(i)));
            }
        }
        return witness;
    }

    private static void assertColumns(String tensor, double[] row, int index, Map<IterationColumn, Double> direct) {
        Map<IterationColumn, Double> actual = ExpectedColumns.read(row, index);
        direct.forEach((column, expected) -> {
            if (Double.isNaN(expected)) {
                assertThat(actual.get(column)).as("%s of %s", column, tensor).isNaN();
            } else {
                assertThat(actual.get(column))
                        .as("%s of %s", column, tensor)
                        .isCloseTo(expected, within(TOLERANCE * (1 + Math.abs(expected))));
            }
        });
    }

    @Test
    void ofTheBooksSigmoidNetworkWithL2AreThoseOfTheDefinitions() {
        MultiLayerNetwork network = SmallNetworks.book(
                SmallNetworks.settings().updater(new Sgd(RATE)).l2(0.01));
        Witness witness = record(network, new DirectRecords.Rule(RATE, RATE * 0.01, true));
        assertThat(witness.starts.get(0).names()).containsExactly("0_W", "0_b", "1_W", "1_b");
    }

    /** DL4J lays a convolution's biases before its weights; a layer of pooling has no tensors. */
    @Test
    void ofAConvolutionalNetworkAreThoseOfTheDefinitions() {
        MultiLayerNetwork network = SmallNetworks.convolutional(
                SmallNetworks.settings().updater(new Sgd(RATE)).l2(0.01));
        Witness witness = record(network, new DirectRecords.Rule(RATE, RATE * 0.01, true));
        assertThat(witness.starts.get(0).names()).containsExactly("0_b", "0_W", "2_W", "2_b", "3_W", "3_b");
    }

    /**
     * DL4J's score holds the penalty of its WeightDecay too, though no gradient does. And M2.1 applies a WeightDecay of
     * the whole network twice to every layer ({@code LayerValidation} adds it to a list that has it already): what is
     * recorded is what happens.
     */
    @Test
    void ofWeightDecayAreThoseOfTheDefinitions() {
        MultiLayerNetwork network = SmallNetworks.book(
                SmallNetworks.settings().updater(new Sgd(RATE)).weightDecay(0.05));
        record(network, new DirectRecords.Rule(RATE, 2 * RATE * 0.05, true));
    }

    @Test
    void ofAdamWithWeightDecayAreThoseOfTheDefinitions() {
        MultiLayerNetwork network = SmallNetworks.book(
                SmallNetworks.settings().updater(new Adam(0.01)).weightDecay(0.5));
        record(network, new DirectRecords.Rule(0.01, 2 * 0.01 * 0.5, false));
    }

    /** Input and recurrent weights of all gates are one tensor each, and so are their biases. */
    @Test
    void ofALayerOfLstmUnderAdamAreThoseOfTheDefinitions() {
        MultiLayerNetwork network =
                SmallNetworks.recurrent(SmallNetworks.settings().updater(new Adam(0.01)));
        Witness witness = record(network, SmallNetworks.sequences(), new DirectRecords.Rule(0.01, 0, false));
        assertThat(witness.starts.get(0).names()).containsExactly("0_W", "0_RW", "0_b", "1_W", "1_b");
        assertThat(witness.starts.get(0).tensors().get(1).shape()).containsExactly(5, 4 * 5);
    }

    @Test
    void ofAConvolutionBeforeBatchNormalisationUnderAdamAreThoseOfTheDefinitions() {
        MultiLayerNetwork network =
                SmallNetworks.normalisedMaps(SmallNetworks.settings().updater(new Adam(0.01)));
        Witness witness = record(network, new DirectRecords.Rule(0.01, 0, false));
        assertThat(witness.starts.get(0).names())
                .containsExactly("0_b", "0_W", "1_gamma", "1_beta", "3_W", "3_b", "4_W", "4_b");
    }

    /** Running means and variances change without a gradient: they are not recorded. */
    @Test
    void ofBatchNormalisationAreThoseOfTheDefinitionsForWhatIsTrained() {
        MultiLayerNetwork network =
                SmallNetworks.normalised(SmallNetworks.settings().updater(new Sgd(RATE)));
        Witness witness = record(network, new DirectRecords.Rule(RATE, 0, true));
        assertThat(witness.starts.get(0).names()).containsExactly("0_W", "0_b", "1_gamma", "1_beta", "2_W", "2_b");
    }

    /** The gradient is recorded as it was, the gradient's step as it was made of the clipped one. */
    @Test
    void ofClippedGradientsAreThoseOfTheDefinitions() {
        MultiLayerNetwork network = SmallNetworks.book(SmallNetworks.settings()
                .updater(new Sgd(RATE))
                .l2(0.01)
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(0.05));
        record(network, new DirectRecords.Rule(RATE, RATE * 0.01, false));
    }

    /**
     * DL4J applies constraints after the listeners: weights before an update are not always those after the last one.
     */
    @Test
    void ofConstrainedWeightsAreThoseOfTheDefinitions() {
        MultiLayerNetwork network = SmallNetworks.book(SmallNetworks.settings()
                .updater(new Sgd(RATE))
                .l2(0.01)
                .constrainWeights(new MaxNormConstraint(0.5, 1)));
        record(network, new DirectRecords.Rule(RATE, RATE * 0.01, true));
    }
}
