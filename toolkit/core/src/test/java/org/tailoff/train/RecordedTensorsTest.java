package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.tailoff.record.TensorEpoch;
import org.tailoff.train.attach.RecordedNetwork;

/**
 * What is recorded at the end of an epoch of kernels, of the tensors of batch normalisation and of LSTM: loops over the
 * arrays of DL4J's own table of parameters. Tolerance: sums of at most 648 terms of order 1.
 */
class RecordedTensorsTest {
    private static final double TOLERANCE = 1e-12;

    @Test
    void ofAConvolutionAndItsNormalisationAreThoseOfTheDefinitions() {
        MultiLayerNetwork network = SmallNetworks.normalisedMaps(
                SmallNetworks.settings().updater(new Adam(0.1)).l2(0.01));
        Map<String, double[]> found = check(network, SmallNetworks.batches());
        assertThat(found).containsOnlyKeys("0_b", "0_W", "1_gamma", "1_beta", "3_W", "3_b", "4_W", "4_b");
        assertThat(found.get("0_W")).hasSize(3 * 3 * 3);
        assertThat(found.get("1_gamma")).hasSize(3);
    }

    @Test
    void ofALayerOfLstmAreThoseOfTheDefinitions() {
        MultiLayerNetwork network = SmallNetworks.recurrent(
                SmallNetworks.settings().updater(new Adam(0.1)).l2(0.01));
        Map<String, double[]> found = check(network, SmallNetworks.sequences());
        assertThat(found).containsOnlyKeys("0_W", "0_RW", "0_b", "1_W", "1_b");
        assertThat(found.get("0_RW")).hasSize(5 * 4 * 5);
    }

    /** Trains an epoch and compares every recorded tensor with its elements, which it returns. */
    private static Map<String, double[]> check(MultiLayerNetwork network, List<DataSet> batches) {
        Witness witness = new Witness();
        try (RecordedNetwork recorded = RecordedNetwork.of(network).observe(witness)) {
            recorded.network().fit(new ExistingDataSetIterator(batches));
        }
        Map<String, double[]> elements = new LinkedHashMap<>();
        for (TensorEpoch tensor : witness.epochs.get(1).tensors()) {
            double[] values = network.getParam(tensor.tensor()).dup('c').data().asDouble();
            elements.put(tensor.tensor(), values);
            statistics(tensor, values);
            distribution(tensor, values);
        }
        return elements;
    }

    private static void statistics(TensorEpoch tensor, double[] values) {
        int n = values.length;
        double sum = 0;
        double squares = 0;
        double least = values[0];
        double largest = values[0];
        for (double value : values) {
            sum += value;
            squares += value * value;
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - sum / n) * (value - sum / n) / n;
        }
        assertThat(tensor.statistics().mean()).as(tensor.tensor()).isCloseTo(sum / n, within(TOLERANCE));
        assertThat(tensor.statistics().stddev()).as(tensor.tensor()).isCloseTo(Math.sqrt(variance), within(TOLERANCE));
        assertThat(tensor.statistics().rms()).isCloseTo(Math.sqrt(squares / n), within(TOLERANCE));
        assertThat(tensor.statistics().norm()).isCloseTo(Math.sqrt(squares), within(TOLERANCE));
        assertThat(tensor.statistics().range().min()).isEqualTo(least);
        assertThat(tensor.statistics().range().max()).isEqualTo(largest);
    }

    /** Quantiles by their definition: of n sorted values, that of p lies at p (n - 1), linear between neighbours. */
    private static void distribution(TensorEpoch tensor, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Double> probabilities = tensor.distribution().quantiles().probabilities();
        assertThat(probabilities).contains(0.0, 0.5, 1.0);
        for (int i = 0; i < probabilities.size(); i++) {
            double place = probabilities.get(i) * (sorted.length - 1);
            int below = (int) Math.floor(place);
            int above = (int) Math.ceil(place);
            double expected = sorted[below] * (1 - (place - below)) + sorted[above] * (place - below);
            assertThat(tensor.distribution().quantiles().values().get(i)).isCloseTo(expected, within(TOLERANCE));
        }
        List<Double> edges = tensor.distribution().histogram().edges();
        List<Long> counts = tensor.distribution().histogram().counts();
        for (int bin = 0; bin < counts.size(); bin++) {
            double from = edges.get(bin);
            double to = edges.get(bin + 1);
            assertThat(counts.get(bin))
                    .isEqualTo(IntStream.range(0, values.length)
                            .filter(i -> from <= values[i] && values[i] < to)
                            .count());
        }
    }
}
