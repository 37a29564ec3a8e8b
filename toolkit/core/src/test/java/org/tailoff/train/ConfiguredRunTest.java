package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledImages;
import org.tailoff.random.NamedStreams;
import org.tailoff.random.Shuffle;
import org.tailoff.record.TrainedNetwork;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.train.file.ConfigurationFile;
import org.tailoff.train.file.NetworkFiles;

/** Networks that a configuration of DL4J's describes, from their spec to trained parameters. */
class ConfiguredRunTest {
    private static final int SIDE = 6;
    private static final int COUNT = 30;
    private static final int MINI_BATCH = 8;
    private static final int EPOCHS = 3;
    private static final long SEED = 7;
    private static final ExampleSets DATA = new ExampleSets(images(1), images(2), images(3));

    private static LabelledImages images(long seed) {
        byte[] pixels = new byte[COUNT * SIDE * SIDE];
        byte[] labels = new byte[COUNT];
        var random = new NamedStreams(seed).stream("images");
        random.nextBytes(pixels);
        for (int i = 0; i < COUNT; i++) {
            labels[i] = (byte) random.nextInt(10);
        }
        return LabelledImages.of(SIDE, SIDE, pixels, labels);
    }

    private static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder().updater(new Adam(0.01));
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(10)
                .activation(Activation.SOFTMAX)
                .l2(1e-3)
                .build();
    }

    private static ConvolutionLayer convolution() {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(4)
                .activation(Activation.RELU)
                .l2(1e-3)
                .build();
    }

    /** Convolution, batch normalisation, pooling and dropout under Adam with l2. */
    private static MultiLayerConfiguration convolutional(InputType type) {
        return builder()
                .list(
                        convolution(),
                        new BatchNormalization.Builder().build(),
                        new SubsamplingLayer.Builder()
                                .kernelSize(2, 2)
                                .stride(2, 2)
                                .build(),
                        new DenseLayer.Builder()
                                .nOut(8)
                                .dropOut(0.5)
                                .activation(Activation.TANH)
                                .weightDecay(0.01)
                                .build(),
                        output())
                .setInputType(type)
                .build();
    }

    private static MultiLayerConfiguration recurrent() {
        return builder()
                .updater(new Nesterovs(new StepSchedule(ScheduleType.ITERATION, 0.1, 0.5, 3), 0.9))
                .list(new LastTimeStep(new LSTM.Builder().nOut(5).build()), output())
                .setInputType(InputType.recurrent(SIDE))
                .build();
    }

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("flat images", convolutional(InputType.convolutionalFlat(SIDE, SIDE, 1))),
                Arguments.of("images", convolutional(InputType.convolutional(SIDE, SIDE, 1))),
                Arguments.of("rows", recurrent()));
    }

    private static RunSpec spec(MultiLayerConfiguration configuration) {
        return new RunSpec(
                new ConfiguredNetwork(
                        ConfigurationFile.parse(configuration.toJson(), "net.json")
                                .toJson(),
                        ConfiguredNetwork.CONFIGURED),
                new TrainingSpec(null, MINI_BATCH, EPOCHS, null),
                new DataSpec(COUNT, List.of(DataSpec.DataSet.VALIDATION)),
                new SeedSpec.Streams(SEED),
                new ExecutionSpec(null, null, 1));
    }

    /** What a run gave. */
    private record Result(Witness witness, List<TrainingState> states, TrainedNetwork network) {}

    private static Result train(RunSpec spec, Optional<TrainingState> from) {
        Trainer trainer = new Trainer(spec, DATA, Optional.empty());
        Witness witness = new Witness();
        List<TrainingState> states = new ArrayList<>();
        trainer.train(witness, from, states::add);
        return new Result(witness, states, trainer.kept().orElseThrow());
    }

    /**
     * The oracle is a program of ten lines without Tailoff: DL4J's network of the same configuration and seed, and
     * {@code fit} on the same mini-batches.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void endWithTheParametersOfPlainFit(String form, MultiLayerConfiguration configuration) {
        MultiLayerConfiguration seeded = configuration.clone();
        seeded.getConfs().forEach(layer -> layer.setSeed(SEED));
        MultiLayerNetwork network = new MultiLayerNetwork(seeded);
        network.init();
        var shuffling = new NamedStreams(SEED).shuffling();
        int[] order = Shuffle.identity(COUNT);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Shuffle.inPlace(order, shuffling);
            network.fit(new ExistingDataSetIterator(batches(order, form)));
        }

        Result result = train(spec(configuration), Optional.empty());
        assertThat(DigestUtils.sha256Hex(result.network().numpy()))
                .isEqualTo(DigestUtils.sha256Hex(NetworkFiles.of(network).numpy()));
        assertThat(result.witness().iterations()).hasSize(EPOCHS * 4);
        assertThat(result.witness().epochs).hasSize(EPOCHS + 1);
    }

    private static List<DataSet> batches(int[] order, String form) {
        List<DataSet> batches = new ArrayList<>();
        for (int from = 0; from < COUNT; from += MINI_BATCH) {
            int n = Math.min(MINI_BATCH, COUNT - from);
            INDArray features = Nd4j.create(n, 1, SIDE, SIDE);
            INDArray labels = Nd4j.zeros(n, 10);
            for (int i = 0; i < n; i++) {
                for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                    features.putScalar(
                            new int[] {i, 0, pixel / SIDE, pixel % SIDE},
                            DATA.training().input(order[from + i], pixel));
                }
                labels.putScalar(i, DATA.training().label(order[from + i]), 1);
            }
            INDArray given = switch (form) {
                case "images" -> features;
                case "rows" -> features.reshape(n, SIDE, SIDE).permute(0, 2, 1).dup();
                default -> features.reshape(n, SIDE * SIDE);
            };
            batches.add(new DataSet(given, labels));
        }
        return batches;
    }

    /** Adam's moments, the generator behind dropout, the iteration behind a schedule: all of it comes back. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void goOnAfterAnyEpochToTheSameBits(String form, MultiLayerConfiguration configuration) {
        RunSpec spec = spec(configuration);
        Result whole = train(spec, Optional.empty());
        for (int done = 1; done < EPOCHS; done++) {
            Result rest = train(spec, Optional.of(whole.states().get(done - 1)));
            assertThat(rest.network().dl4j()).isEqualTo(whole.network().dl4j());
            int left = rest.witness().rows().size();
            List<double[]> rows = whole.witness().rows().subList(done * 4, EPOCHS * 4);
            assertThat(left).isEqualTo(rows.size());
            for (int row = 0; row < left; row++) {
                assertThat(rest.witness().rows().get(row)).containsExactly(rows.get(row));
            }
            assertThat(rest.witness().epochs).isEqualTo(whole.witness().epochs.subList(done + 1, EPOCHS + 1));
        }
    }

    /** WeightDecay takes 0.01 x 0.01 of every weight at each of four steps; l2 inside Adam takes no fixed share. */
    @Test
    void tellTheWayOfDecayUnderAdamWAndNotUnderL2InsideAdam() {
        Witness witness = train(spec(convolutional(InputType.convolutionalFlat(SIDE, SIDE, 1))), Optional.empty())
                .witness();
        double norm = witness.epochs.get(0).tensor("3_W").statistics().norm();
        assertThat(witness.epochs
                        .get(1)
                        .tensor("3_W")
                        .displacement()
                        .orElseThrow()
                        .decay())
                .isCloseTo((1 - Math.pow(1 - 1e-4, 4)) * norm, within(1e-12));
        assertThat(witness.epochs.get(1).tensor("0_W").displacement()).isEmpty();
    }

    @Test
    void areTheSameWhetherRecordedOrNot() {
        RunSpec spec = spec(convolutional(InputType.convolutionalFlat(SIDE, SIDE, 1)));
        byte[] recorded = train(spec, Optional.empty()).network().numpy();
        byte[] unrecorded = train(spec.withExecution(spec.execution().recordingEvery(0)), Optional.empty())
                .network()
                .numpy();
        assertThat(unrecorded).isEqualTo(recorded);
    }

    @Nested
    class Refused {
        private void isRefused(MultiLayerConfiguration configuration, String message) {
            assertThatThrownBy(() -> Trainer.requireFit(spec(configuration), DATA, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .startsWith(message)
                    .doesNotContain("\n");
        }

        private MultiLayerConfiguration dense(UnaryOperator<DenseLayer.Builder> first, int outputs) {
            return builder()
                    .list(
                            first.apply(new DenseLayer.Builder().nIn(36).nOut(5))
                                    .build(),
                            new OutputLayer.Builder(LossFunction.MCXENT)
                                    .nIn(5)
                                    .nOut(outputs)
                                    .activation(Activation.SOFTMAX)
                                    .build())
                    .build();
        }

        @Test
        void inputsOfAnotherSizeWithTheLayerAndBothShapes() {
            isRefused(
                    dense(layer -> layer.nIn(35), 10),
                    "layer 0 (DenseLayer 'layer0') must take nIn = 35, was given [n, 36]: ");
        }

        @Test
        void outputsOfAnotherSizeWithTheLayerAndBothShapes() {
            isRefused(
                    dense(layer -> layer, 9),
                    "layer 1 (OutputLayer 'layer1') must give out [n, 10] for images of 6 x 6 pixels in 10 classes:"
                            + " 0 to 9, gives [n, 9]");
        }

        @Test
        void imagesOfAnotherSize() {
            isRefused(
                    convolutional(InputType.convolutionalFlat(SIDE, SIDE + 1, 1)),
                    "layer 0 (ConvolutionLayer 'layer0') must take nIn = 1, was given [n, 36] through"
                            + " FeedForwardToCnnPreProcessor: ");
        }
    }
}
