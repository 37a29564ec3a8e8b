package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.tailoff.data.LabelledRows;
import org.tailoff.random.NamedStreams;
import org.tailoff.random.Shuffle;
import org.tailoff.record.RunObserver;
import org.tailoff.spec.Activation;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.SpecException;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.train.fused.ExampleSource;
import org.tailoff.train.measure.BlockBuilder;

class DenseConfigurationTest {
    private static final double RATE = 0.3;

    private static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).updater(new Sgd(RATE));
    }

    private static DenseLayer.Builder dense(int in, int out) {
        return new DenseLayer.Builder().nIn(in).nOut(out).activation(org.nd4j.linalg.activations.Activation.TANH);
    }

    private static OutputLayer.Builder output(LossFunction loss) {
        return new OutputLayer.Builder(loss)
                .nIn(3)
                .nOut(2)
                .activation(
                        loss == LossFunction.XENT
                                ? org.nd4j.linalg.activations.Activation.SIGMOID
                                : org.nd4j.linalg.activations.Activation.SOFTMAX);
    }

    private static MultiLayerConfiguration configuration(LossFunction loss) {
        return builder()
                .list(dense(2, 4).build(), dense(4, 3).build(), output(loss).build())
                .build();
    }

    private static RunSpec spec(MultiLayerConfiguration configuration, Engine engine) {
        return new RunSpec(
                new ConfiguredNetwork(configuration.toJson(), "configured"),
                new TrainingSpec(null, 4, 2, null),
                new DataSpec(40, List.of()),
                new SeedSpec.Streams(1),
                new ExecutionSpec(engine, null, 1));
    }

    private static RunSpec read(MultiLayerConfiguration configuration) {
        return DenseConfiguration.of(spec(configuration, Engine.FUSED), configuration);
    }

    private static DenseNetwork network(Activation output, Cost cost) {
        return new DenseNetwork(List.of(2, 4, 3, 2), Activation.TANH, output, cost, "configured");
    }

    @Nested
    class Reading {
        @Test
        void layersActivationsAndCostAreThoseOfTheConfiguration() {
            DenseNetwork softmax = network(Activation.SOFTMAX, Cost.CROSS_ENTROPY);
            assertThat(read(configuration(LossFunction.MCXENT)).network()).isEqualTo(softmax);
            assertThat(read(configuration(LossFunction.NEGATIVELOGLIKELIHOOD)).network())
                    .isEqualTo(softmax);
            assertThat(read(configuration(LossFunction.XENT)).network())
                    .isEqualTo(network(Activation.SIGMOID, Cost.CROSS_ENTROPY));
        }

        @ParameterizedTest
        @ValueSource(strings = {"CROSS_ENTROPY", "QUADRATIC"})
        void ourOwnLossesAreReadToo(String cost) {
            OutputLayer layer = new OutputLayer.Builder(
                            cost.equals("QUADRATIC") ? new ExactQuadratic() : new ExactCrossEntropy())
                    .nIn(2)
                    .nOut(5)
                    .activation(org.nd4j.linalg.activations.Activation.SIGMOID)
                    .build();
            assertThat(read(builder().list(layer).build()).network())
                    .isEqualTo(new DenseNetwork(
                            List.of(2, 5), Activation.SIGMOID, Activation.SIGMOID, Cost.valueOf(cost), "configured"));
        }

        /**
         * The oracle is DL4J itself: {@code fit} of the network that it makes of the same JSON, from the same
         * parameters. Its cross-entropies clip outputs at 1e-5 and 1e-10, which none here comes near; 20 steps of sums
         * of fewer than 10 terms of size 1 round by less than 1e-13, and lambda = n l2 over n by less than an ulp.
         */
        @ParameterizedTest
        @CsvSource({"XENT, 0, 0", "MCXENT, 0, 0", "MCXENT, 0.01, 0", "MCXENT, 0, 0.002"})
        void theNetworkTrainsAsDl4jTrainsTheConfiguration(LossFunction loss, double l2, double l1) {
            MultiLayerConfiguration configuration = builder()
                    .list(
                            dense(2, 4).l2(l2).l1(l1).build(),
                            dense(4, 3).l2(l2).l1(l1).build(),
                            output(loss).l2(l2).l1(l1).build())
                    .build();
            MultiLayerNetwork ours = new MultiLayerNetwork(configuration.clone());
            ours.init();
            MultiLayerNetwork theirs = new MultiLayerNetwork(configuration.clone());
            theirs.init();
            theirs.params().assign(ours.params());
            LabelledRows rows = rows();
            int[] order = Shuffle.identity(rows.count());
            new FusedEngine(
                            ours,
                            read(configuration),
                            new ExampleSource(rows),
                            new BlockBuilder(List.of("0_W"), 0, new RunObserver() {}))
                    .epoch(1, order);
            theirs.fit(new MiniBatches(rows, order, 4, InputForm.FLAT, DataType.DOUBLE));
            assertThat(ours.params().toDoubleVector())
                    .containsExactly(theirs.params().toDoubleVector(), within(1e-13));
        }

        @Test
        void isChosenWhereItIsWhatDl4jDoesAndSaysWhy() {
            ChosenEngine softmax = ChosenEngine.of(spec(configuration(LossFunction.MCXENT), Engine.AUTO));
            assertThat(softmax.engine()).isEqualTo(Engine.FUSED);
            assertThat(softmax.why()).isEqualTo("a stack of dense layers under plain gradient descent");
            ChosenEngine clipped = ChosenEngine.of(spec(configuration(LossFunction.XENT), Engine.AUTO));
            assertThat(clipped.engine()).isEqualTo(Engine.DL4J);
            assertThat(clipped.why())
                    .isEqualTo("for the fused engine layer 2 must have a loss that is not clipped (engine: fused takes"
                            + " XENT without DL4J's clipping at 1e-5), was LossBinaryXENT()");
            assertThat(ChosenEngine.of(spec(configuration(LossFunction.XENT), Engine.FUSED))
                            .engine())
                    .isEqualTo(Engine.FUSED);
            assertThat(ChosenEngine.of(spec(configuration(LossFunction.MCXENT), Engine.DL4J))
                            .engine())
                    .isEqualTo(Engine.DL4J);
        }

        private LabelledRows rows() {
            double[] values =
                    new NamedStreams(3).stream("rows").doubles(80, -1, 1).toArray();
            int[] labels = new NamedStreams(4).stream("labels").ints(40, 0, 2).toArray();
            return LabelledRows.of(List.of("a", "b"), 2, values, labels);
        }
    }

    /** Every one a configuration that DL4J accepts, changed in one thing. */
    @Nested
    class Refused {
        private static MultiLayerConfiguration hidden(UnaryOperator<DenseLayer.Builder> change) {
            return builder()
                    .list(
                            dense(2, 4).build(),
                            change.apply(dense(4, 3)).build(),
                            output(LossFunction.MCXENT).build())
                    .build();
        }

        private static MultiLayerConfiguration all(UnaryOperator<NeuralNetConfiguration.Builder> change) {
            return change.apply(builder())
                    .list(dense(2, 3).build(), output(LossFunction.MCXENT).build())
                    .build();
        }

        private static MultiLayerConfiguration last(OutputLayer layer) {
            return builder().list(dense(2, 3).build(), layer).build();
        }

        static Stream<Arguments> configurations() {
            MultiLayerConfiguration preprocessed = configuration(LossFunction.MCXENT);
            preprocessed.setInputPreProcessors(Map.of(0, new CnnToFeedForwardPreProcessor(1, 2, 1)));
            return Stream.of(
                    Arguments.of(
                            hidden(layer -> layer.activation(org.nd4j.linalg.activations.Activation.RELU)),
                            "layer 1 must have the activation of layer 0, tanh, was relu"),
                    Arguments.of(
                            hidden(layer -> layer.activation(org.nd4j.linalg.activations.Activation.LEAKYRELU)),
                            "layer 1 must have one of the activations sigmoid, tanh, relu, was leakyrelu(a=0.01)"),
                    Arguments.of(hidden(layer -> layer.nOut(0)), "layer 1 must have nIn and nOut of at least 1, was 0"),
                    Arguments.of(hidden(layer -> layer.dropOut(0.5)), "layer 1 must have no dropout, was Dropout("),
                    Arguments.of(
                            hidden(layer -> layer.hasBias(false)), "layer 1 must have biases, was hasBias = false"),
                    Arguments.of(
                            hidden(layer -> layer.hasLayerNorm(true)), "layer 1 must have no layer norm, was true"),
                    Arguments.of(
                            hidden(layer -> layer.updater(new Adam(0.1))),
                            "layer 1 must have the updater Sgd of constant learning rate, was Adam("),
                    Arguments.of(
                            hidden(layer -> layer.biasUpdater(new Adam(0.1))),
                            "layer 1 must have the updater Sgd of constant learning rate, was Adam("),
                    Arguments.of(
                            hidden(layer -> layer.updater(new Sgd(new FixedSchedule(0.1)))),
                            "layer 1 must have the updater Sgd of constant learning rate, was Sgd("),
                    Arguments.of(
                            hidden(layer -> layer.l2(1e-4)),
                            "layer 1 must have the regularisation of layer 0, [], was [L2Regularization("),
                    Arguments.of(
                            hidden(layer -> layer.updater(new Sgd(0.1))),
                            "layer 1 must have the updater of layer 0, Sgd(learningRate=0.3"),
                    Arguments.of(
                            hidden(layer -> layer.l2Bias(1e-4)),
                            "layer 1 must have biases without regularisation, was [L2Regularization("),
                    Arguments.of(
                            hidden(layer -> layer.gradientNormalization(GradientNormalization.RenormalizeL2PerLayer)),
                            "layer 1 must have no gradient normalisation, was RenormalizeL2PerLayer"),
                    Arguments.of(
                            all(each -> each.miniBatch(false)),
                            "layer 0 must have miniBatch = true, the mean gradient of a mini-batch, was false"),
                    Arguments.of(
                            builder()
                                    .list(
                                            new BatchNormalization.Builder()
                                                    .nIn(2)
                                                    .nOut(2)
                                                    .build(),
                                            output(LossFunction.MCXENT).build())
                                    .build(),
                            "layer 0 must be of type DenseLayer, was BatchNormalization"),
                    Arguments.of(
                            builder()
                                    .list(
                                            dense(2, 3).build(),
                                            new LossLayer.Builder(LossFunction.MCXENT)
                                                    .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                                                    .build())
                                    .build(),
                            "layer 1 must be of type OutputLayer, was LossLayer"),
                    Arguments.of(
                            last(output(LossFunction.MSE).build()),
                            "layer 1 must have unweighted XENT or ExactQuadratic with sigmoid outputs, or MCXENT or"
                                    + " NEGATIVELOGLIKELIHOOD with softmax, was LossMSE() with softmax"),
                    Arguments.of(preprocessed, "layer 0 must have no pre-processor, was ["));
        }

        @ParameterizedTest
        @MethodSource("configurations")
        void withTheLayerAndTheRule(MultiLayerConfiguration configuration, String message) {
            assertThatThrownBy(() -> read(configuration))
                    .isInstanceOf(SpecException.class)
                    .message()
                    .startsWith(message)
                    .doesNotContain("\n");
        }

        @Test
        void andByAUserWhoAsksForTheFusedEngine() {
            MultiLayerConfiguration adam = hidden(layer -> layer.updater(new Adam(0.1)));
            assertThatThrownBy(() -> ChosenEngine.of(spec(adam, Engine.FUSED)))
                    .isInstanceOf(SpecException.class)
                    .message()
                    .startsWith("execution.engine must be dl4j or auto: layer 1 must have the updater Sgd of constant");
        }
    }
}
