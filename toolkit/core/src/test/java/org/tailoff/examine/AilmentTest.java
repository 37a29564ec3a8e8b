package org.tailoff.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tailoff.examine.Ailment.Kind;
import org.tailoff.store.StoredRun;
import org.tailoff.train.attach.RecordedNetwork;

/** Networks that are made ill for real, and trained by DL4J's own fit; each but for one setting the healthy one. */
class AilmentTest {
    private static final int EXAMPLES = 200;

    @TempDir
    private Path out;

    /** What is set. */
    private record Setting(double learningRate, Activation hidden, double stddev, double bias, double l2) {
        static final Setting HEALTHY = new Setting(0.5, Activation.SIGMOID, 1, 0, 0);
        static final Setting RECTIFIED = new Setting(0.1, Activation.RELU, 1, 0, 0);

        static Setting of(Kind kind) {
            return switch (kind) {
                case EXPLODING -> new Setting(1e4, Activation.SIGMOID, 1, 0, 0);
                case IDLE -> new Setting(1e-12, Activation.SIGMOID, 1, 0, 0);
                case SATURATED -> new Setting(0.5, Activation.SIGMOID, 100, 0, 0);
                case DEAD -> new Setting(0.1, Activation.RELU, 1, -100, 0);
            };
        }
    }

    private List<TensorExamination> examined(Setting setting) {
        DataSet data = points();
        MultiLayerNetwork network = network(setting);
        return RunExamination.of(RecordedNetwork.of(network)
                        .sampling(data.getFeatures())
                        .record(out, "net", it -> it.fit(new ListDataSetIterator<>(data.asList(), 10), 5)))
                .tensors();
    }

    private static MultiLayerNetwork network(Setting setting) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(setting.learningRate))
                .l2(setting.l2)
                .list(
                        new DenseLayer.Builder()
                                .nIn(2)
                                .nOut(8)
                                .weightInit(new NormalDistribution(0, setting.stddev))
                                .biasInit(setting.bias)
                                .activation(setting.hidden)
                                .build(),
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(8)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build())
                .build());
        network.init();
        return network;
    }

    /** Points of a square, and whether they lie left of its middle. */
    private static DataSet points() {
        Random random = new Random(1);
        INDArray features = Nd4j.createFromArray(new double[EXAMPLES][2]);
        INDArray labels = Nd4j.createFromArray(new double[EXAMPLES][2]);
        for (int i = 0; i < EXAMPLES; i++) {
            double x = 2 * random.nextDouble() - 1;
            features.putScalar(i, 0, x);
            features.putScalar(i, 1, 2 * random.nextDouble() - 1);
            labels.putScalar(i, x < 0 ? 1 : 0, 1);
        }
        return new DataSet(features, labels);
    }

    private static List<Kind> kinds(TensorExamination tensor) {
        return tensor.ailments().stream().map(Ailment::kind).toList();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void isFoundInTheHiddenWeightsOfANetworkThatHasIt(Kind kind) {
        TensorExamination hidden = examined(Setting.of(kind)).get(0);
        assertThat(kinds(hidden)).contains(kind);
        assertThat(hidden.sentences().get(0))
                .startsWith("It is " + hidden.ailments().get(0).kind().name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void isNotFoundInHealthyOnes() {
        for (Setting setting : List.of(Setting.HEALTHY, Setting.RECTIFIED)) {
            assertThat(examined(setting))
                    .hasSize(2)
                    .allSatisfy(tensor -> assertThat(tensor.ailments()).isEmpty());
        }
    }

    @Test
    void saysByHowMuch() {
        assertThat(examined(Setting.of(Kind.IDLE)).get(0).ailments())
                .singleElement()
                .satisfies(ailment -> assertThat(ailment.evidence())
                        .startsWith("from epoch 1 on the median step is less than 1e-8 of its length"));
        assertThat(examined(Setting.of(Kind.DEAD)).get(0).ailments().get(0).evidence())
                .isEqualTo("at the end 100 % of the units that it feeds give no slope to any example of the sample");
    }

    @Test
    void isDeadByItsGradientWhereNoSampleWasMeasured() {
        DataSet data = points();
        RecordedNetwork.of(network(Setting.of(Kind.DEAD)))
                .record(out, "net", it -> it.fit(new ListDataSetIterator<>(data.asList(), 10), 2));
        assertThat(RunExamination.of(StoredRun.open(out.resolve("runs/net")))
                        .tensors()
                        .get(0)
                        .ailments())
                .singleElement()
                .satisfies(ailment -> assertThat(ailment.evidence())
                        .isEqualTo("its gradient is 0 at every recorded step from iteration 0 on"));
    }

    /** L2 inside Adam is no share of the weights, WeightDecay after it is. */
    @Test
    void tellsAdamWithL2FromAdamW() {
        assertThat(examinedUnderAdam(List.of(new L2Regularization(0.01)))).isEqualTo(new Decay.Uneven());
        assertThat(examinedUnderAdam(List.of(new WeightDecay(0.1, true))))
                .isInstanceOfSatisfying(
                        Decay.Constant.class,
                        constant -> assertThat(constant.law().q()).isCloseTo(1e-3, within(1e-12)));
        assertThat(examinedUnderAdam(List.of())).isEqualTo(new Decay.Nothing());
    }

    private Decay examinedUnderAdam(List<Regularization> regularisation) {
        DataSet data = points();
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .updater(new Adam(0.01))
                .list(
                        new DenseLayer.Builder()
                                .nIn(2)
                                .nOut(8)
                                .regularization(regularisation)
                                .activation(Activation.TANH)
                                .build(),
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(8)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build())
                .build());
        network.init();
        return RunExamination.of(RecordedNetwork.of(network)
                        .record(out, "adam", it -> it.fit(new ListDataSetIterator<>(data.asList(), 10), 5)))
                .tensors()
                .get(0)
                .decay();
    }

    /** The plain run of a program of one's own, with DL4J's configuration for a spec. */
    @Test
    void aProgramsOwnRunTellsItsDecay() {
        Setting decaying = new Setting(0.5, Activation.SIGMOID, 1, 0, 0.004);
        assertThat(examined(decaying).get(0).decay())
                .isInstanceOfSatisfying(
                        Decay.Constant.class,
                        constant -> assertThat(constant.law().q()).isCloseTo(0.002, within(1e-14)));
        assertThat(examined(Setting.HEALTHY).get(0).decay()).isEqualTo(new Decay.Nothing());
    }
}
