package org.tailoff.train.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.ObserverException;
import org.tailoff.record.RunObserver;
import org.tailoff.train.InstalledObserver;
import org.tailoff.train.SmallNetworks;
import org.tailoff.train.Witness;
import org.tailoff.train.measure.DivergedException;
import org.tailoff.train.measure.ParameterMemory;
import org.tailoff.train.measure.ParameterTensor;

class RecordedNetworkTest {
    private final List<DataSet> batches = SmallNetworks.batches();
    private final MultiLayerNetwork network = SmallNetworks.book(sgd(0.25).l2(0.01));
    private final Witness witness = new Witness();

    private static NeuralNetConfiguration.Builder sgd(double learningRate) {
        return SmallNetworks.settings().updater(new Sgd(learningRate));
    }

    private void fit(Recording recording, int epochs) {
        try (RecordedNetwork recorded = recording.observe(witness)) {
            recorded.network().fit(new ExistingDataSetIterator(batches), epochs);
        }
    }

    private static byte[] parameters(MultiLayerNetwork network) {
        return new ParameterMemory(network.params()).toBytes();
    }

    @Nested
    class Course {
        @Test
        void observersAreToldInTheOrderOfTheRun() {
            fit(RecordedNetwork.of(network), 2);
            assertThat(witness.calls)
                    .containsExactly(
                            "started",
                            "epoch 0",
                            "iterations of epoch 1",
                            "epoch 1",
                            "iterations of epoch 2",
                            "epoch 2",
                            "finished");
            assertThat(witness.iterations()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        }

        /** Oracle: ND4J's own norm, taken before anything is attached. */
        @Test
        void theFirstWeightsSeenAreThoseBeforeTheFirstUpdate() {
            double before = network.getParam("0_W").norm2Number().doubleValue();
            fit(RecordedNetwork.of(network), 1);
            assertThat(network.getParam("0_W").norm2Number().doubleValue()).isNotCloseTo(before, within(1e-6));
            assertThat(witness.starts.get(0).tensors().get(0).initial().norm()).isCloseTo(before, within(1e-13));
            assertThat(witness.epochs.get(0).tensors().get(0).statistics().norm())
                    .isCloseTo(before, within(1e-13));
        }

        @Test
        void iterationsWithoutEpochsComeInBlocksAndTheLastOneOnClosing() {
            try (RecordedNetwork recorded = RecordedNetwork.of(network).observe(witness)) {
                for (int t = 0; t < IterationBlock.MAX_ROWS + 3; t++) {
                    recorded.network().fit(batches.get(0));
                }
                assertThat(witness.blocks).hasSize(1);
            }
            assertThat(witness.blocks).extracting(IterationBlock::rows).containsExactly(IterationBlock.MAX_ROWS, 3);
            assertThat(witness.calls).endsWith("iterations of epoch 1", "finished");
        }

        @Test
        void aNetworkTrainedBeforeGoesOnFromItsCounts() {
            network.fit(new ExistingDataSetIterator(batches), 2);
            fit(RecordedNetwork.of(network), 1);
            assertThat(witness.iterations()).containsExactly(6L, 7L, 8L);
            assertThat(witness.epochs).extracting(EpochRecord::epoch).containsExactly(2, 3);
        }

        @Test
        void closingDetachesAndLeavesOtherListenersAlone() {
            TrainingListener other = new BaseTrainingListener() {};
            network.addListeners(other);
            fit(RecordedNetwork.of(network), 1);
            int calls = witness.calls.size();
            network.fit(new ExistingDataSetIterator(batches));
            assertThat(network.getListeners()).containsExactly(other);
            assertThat(witness.calls).hasSize(calls);
        }

        @Test
        void parametersAreTheSameBitsWithAndWithoutRecording() {
            MultiLayerNetwork alone = network.clone();
            alone.fit(new ExistingDataSetIterator(batches), 3);
            fit(
                    RecordedNetwork.of(network)
                            .evaluating("training", new ExistingDataSetIterator(batches))
                            .sampling(batches.get(0).getFeatures()),
                    3);
            assertThat(DigestUtils.sha256Hex(parameters(network))).isEqualTo(DigestUtils.sha256Hex(parameters(alone)));
        }

        /** Reading an updater's state changes nothing of it. */
        @Test
        void parametersUnderAdamAreTheSameBitsWithAndWithoutRecording() {
            MultiLayerNetwork recorded = SmallNetworks.normalisedMaps(
                    SmallNetworks.settings().updater(new Adam(0.01)).l2(0.01));
            MultiLayerNetwork alone = recorded.clone();
            alone.fit(new ExistingDataSetIterator(batches), 3);
            fit(
                    RecordedNetwork.of(recorded)
                            .evaluating("training", new ExistingDataSetIterator(batches))
                            .sampling(batches.get(0).getFeatures()),
                    3);
            assertThat(DigestUtils.sha256Hex(parameters(recorded))).isEqualTo(DigestUtils.sha256Hex(parameters(alone)));
            assertThat(recorded.getUpdater().getStateViewArray())
                    .isEqualTo(alone.getUpdater().getStateViewArray());
        }

        @Test
        void installedObserversAreTold() {
            int before = InstalledObserver.RUNS.get();
            fit(RecordedNetwork.of(network), 1);
            assertThat(InstalledObserver.RUNS).hasValue(before + 1);
        }
    }

    @Nested
    class Choice {
        @Test
        void everyThirdIterationIsRecorded() {
            fit(RecordedNetwork.of(network).every(3), 3);
            assertThat(witness.iterations()).containsExactly(0L, 3L, 6L);
        }

        @Test
        void whatIsRecordedOfEveryThirdIterationIsTheSame() {
            MultiLayerNetwork twin = network.clone();
            Witness all = new Witness();
            try (RecordedNetwork recorded = RecordedNetwork.of(twin).observe(all)) {
                recorded.network().fit(new ExistingDataSetIterator(batches), 3);
            }
            fit(RecordedNetwork.of(network).every(3), 3);
            for (int row = 0; row < 3; row++) {
                assertThat(witness.rows().get(row)).containsExactly(all.rows().get(3 * row));
            }
        }

        @Test
        void onlyTheChosenTensorsAreRecorded() {
            MultiLayerNetwork twin = network.clone();
            Witness all = new Witness();
            try (RecordedNetwork recorded = RecordedNetwork.of(twin).observe(all)) {
                recorded.network().fit(new ExistingDataSetIterator(batches));
            }
            fit(RecordedNetwork.of(network).only("1_W"::equals), 1);
            assertThat(witness.starts.get(0).names()).containsExactly("1_W");
            assertThat(witness.epochs.get(1).tensors()).hasSize(1);
            double[] weights =
                    Arrays.copyOfRange(all.rows().get(2), 2 * IterationColumn.COUNT, 3 * IterationColumn.COUNT);
            // The cost included, which needs the penalty of the weights that are not recorded.
            assertThat(witness.rows().get(2)).containsExactly(weights, within(1e-13));
        }

        @Test
        void choosingNothingIsRefused() {
            Recording nothing = RecordedNetwork.of(network).only("W"::equals);
            assertThatThrownBy(() -> nothing.observe(witness))
                    .hasMessage("only(...) must leave a tensor to record, of [0_W, 0_b, 1_W, 1_b]");
        }

        @Test
        void settingsThatCannotBeAreRefused() {
            Recording recording = RecordedNetwork.of(network).evaluating("test", new ExistingDataSetIterator(batches));
            assertThatThrownBy(() -> recording.every(0)).hasMessage("every must be at least 1: 0");
            assertThatThrownBy(() -> recording.evaluating("test", new ExistingDataSetIterator(batches)))
                    .hasMessage("set 'test' must be named once: [test]");
            assertThatThrownBy(() -> recording.deadInputs(64).observe(witness))
                    .hasMessage("deadInputs must be in 0..63, the inputs of the network: 64");
            assertThatThrownBy(() -> RecordedNetwork.of(SmallNetworks.convolutional(sgd(1)))
                            .deadInputs(0)
                            .observe(witness))
                    .hasMessage(
                            "deadInputs needs a fully connected first layer, weights 0_W have the shape [3, 1, 3, 3]");
        }

        @Test
        void networksThatCannotBeRecordedAreRefused() {
            MultiLayerNetwork bare = new MultiLayerNetwork(network.getLayerWiseConfigurations());
            assertThatThrownBy(() -> RecordedNetwork.of(bare))
                    .hasMessage("network must be initialised: call init() first");
            MultiLayerNetwork searching =
                    SmallNetworks.book(SmallNetworks.settings().optimizationAlgo(OptimizationAlgorithm.LBFGS));
            assertThatThrownBy(() -> RecordedNetwork.of(searching))
                    .hasMessageContaining("STOCHASTIC_GRADIENT_DESCENT")
                    .hasMessageContaining("LBFGS");
        }
    }

    @Nested
    class Failure {
        @Test
        void anObserversExceptionLeavesFitWithItsClassNameAndFailsTheRun() {
            RunObserver failing = new FailingObserver();
            assertThatThrownBy(() -> {
                        try (RecordedNetwork recorded =
                                RecordedNetwork.of(network).observe(witness, failing)) {
                            recorded.network().fit(new ExistingDataSetIterator(batches));
                        }
                    })
                    .isInstanceOf(ObserverException.class)
                    .hasMessage("observer " + FailingObserver.class.getName() + " failed: disk full");
            assertThat(witness.calls).containsExactly("started", "epoch 0", "iterations of epoch 1");
            assertThat(network.getListeners()).isEmpty();
        }

        @Test
        void aDivergedRunStopsAndNamesEpochIterationTensorAndLearningRate() {
            MultiLayerNetwork wild = SmallNetworks.book(sgd(1e200).l2(0.01));
            assertThatThrownBy(() -> {
                        try (RecordedNetwork recorded = RecordedNetwork.of(wild).observe(witness)) {
                            recorded.network().fit(new ExistingDataSetIterator(batches), 2);
                        }
                    })
                    .isInstanceOf(DivergedException.class)
                    .hasMessageMatching(
                            "diverged in epoch 1 at iteration [0-2]: tensor [01]_[Wb] is not finite; learning rate 1.0E200");
            assertThat(witness.calls).doesNotContain("finished");
        }
    }

    /** Fails at the first block. */
    private static final class FailingObserver implements RunObserver {
        @Override
        public void iterations(IterationBlock block) {
            throw new IllegalStateException("disk full");
        }
    }

    /** Oracle: DL4J's own table of parameters, whose views know where they lie. */
    @Test
    void everyTensorIsReadFromWhereItLies() {
        MultiLayerNetwork convolutional = SmallNetworks.convolutional(sgd(1));
        ParameterMemory memory = new ParameterMemory(convolutional.params());
        for (ParameterTensor tensor : ParameterTensor.of(convolutional)) {
            double[] read = new double[tensor.length()];
            memory.read(tensor.offset(), read);
            double[] expected =
                    convolutional.getParam(tensor.name()).dup('c').data().asDouble();
            Arrays.sort(read);
            Arrays.sort(expected);
            assertThat(read).as(tensor.name()).containsExactly(expected);
        }
    }
}
