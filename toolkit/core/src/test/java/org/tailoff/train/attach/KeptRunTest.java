package org.tailoff.train.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.tailoff.store.StoredRun;
import org.tailoff.train.SmallNetworks;

/** What can be asked of a run that a program has kept. */
class KeptRunTest {
    @TempDir
    private Path out;

    private final List<DataSet> batches = SmallNetworks.batches();

    /** Oracle: norms before and of updates through ND4J, at every iteration; every second one is recorded. */
    @Test
    void updateRatiosAreThoseOfTheWeightsBefore() {
        MultiLayerNetwork network = SmallNetworks.book(
                SmallNetworks.settings().updater(new Adam(0.01)).l2(0.1));
        List<Double> ratios = new ArrayList<>();
        network.addListeners(new BaseTrainingListener() {
            private INDArray before;

            @Override
            public void onGradientCalculation(Model model) {
                before = network.getParam("0_W").dup();
            }

            @Override
            public void iterationDone(Model model, int iteration, int epoch) {
                ratios.add(network.getParam("0_W").sub(before).norm2Number().doubleValue()
                        / before.norm2Number().doubleValue());
            }
        });
        StoredRun run = RecordedNetwork.of(network)
                .every(2)
                .record(out, "kept", it -> it.fit(new ExistingDataSetIterator(batches), 2));
        double[] found = run.updateRatios("0_W");
        assertThat(found).hasSize(3);
        for (int row = 0; row < 3; row++) {
            assertThat(found[row]).isCloseTo(ratios.get(2 * row), within(1e-12));
        }
        // Biases begin at 0.
        assertThat(run.updateRatios("0_b")[0]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(run.updateRatios("0_b")[1]).isPositive().isFinite();
    }
}
