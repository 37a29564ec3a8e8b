package org.tailoff.train.initialise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.Sample;
import org.tailoff.random.NamedStreams;
import org.tailoff.registry.InitialisationException;

/** A network of DL4J's, drawn by an initialiser. */
class NetworkWeightsTest {
    private static NeuralNetConfiguration.ListBuilder configuration(DataType type) {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(type)
                .biasInit(0.5)
                .list();
    }

    private static MultiLayerNetwork network(MultiLayerConfiguration configuration) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    /** Convolution, batch normalisation, dense (frozen), softmax, for images of 2 x 3 x 3. */
    private static MultiLayerNetwork images(DataType type) {
        return network(configuration(type)
                .layer(new ConvolutionLayer.Builder(2, 2)
                        .name("first")
                        .nOut(3)
                        .activation(new ActivationLReLU(0.2))
                        .build())
                .layer(new BatchNormalization())
                .layer(new FrozenLayer(new DenseLayer.Builder()
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build()))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(3, 3, 2))
                .build());
    }

    private static void draw(MultiLayerNetwork network, Sines initialiser, Optional<INDArray> examples) {
        NetworkWeights.of(network)
                .draw(initialiser, new NamedStreams(1).initialisation(), examples.map(each -> () -> each));
    }

    @Nested
    class Drawing {
        private final Sines initialiser = new Sines();

        @Test
        void tellsKindSizeAndPlaceInTheOrderOfTheNetwork() {
            draw(images(DataType.DOUBLE), initialiser, Optional.empty());

            assertThat(initialiser.asked())
                    .extracting(Layer::shape)
                    .containsExactly(
                            LayerShape.convolution(2, 3, List.of(2, 2)), new LayerShape(12, 4), new LayerShape(4, 2));
            assertThat(initialiser.asked())
                    .extracting(layer -> layer.place().orElseThrow())
                    .containsExactly(
                            new Layer.Place(0, 3, "leakyrelu"),
                            new Layer.Place(1, 3, "tanh"),
                            new Layer.Place(2, 3, "softmax"));
            assertThat(initialiser.asked()).allMatch(layer -> layer.sample().isEmpty());
        }

        @Test
        void writesWeightsAndNothingElse() {
            MultiLayerNetwork network = images(DataType.FLOAT);
            INDArray untouched = network.params().dup();
            draw(network, initialiser, Optional.empty());

            List<String> changed = new ArrayList<>();
            MultiLayerNetwork before = images(DataType.FLOAT);
            before.setParams(untouched);
            network.paramTable().forEach((name, values) -> {
                if (!values.equals(before.getParam(name))) {
                    changed.add(name);
                }
            });
            assertThat(changed).containsExactly("0_W", "2_W", "3_W");
            assertThat(network.getParam("2_b").meanNumber().doubleValue()).isEqualTo(0.5);
            assertThat(network.getParam("0_W").getFloat(2, 1, 0, 1)).isEqualTo((float) Sines.weight(21));
            assertThat(network.getParam("3_W").getFloat(3, 1)).isEqualTo((float) Sines.weight(7));
        }

        @Test
        void bothDirectionsAreDrawnAndForgetGatesKeepTheirBias() {
            MultiLayerNetwork network = network(configuration(DataType.DOUBLE)
                    .layer(new Bidirectional(new LSTM.Builder().nIn(2).nOut(3).build()))
                    .layer(new RnnOutputLayer.Builder(LossFunction.MSE)
                            .nIn(6)
                            .nOut(1)
                            .activation(Activation.IDENTITY)
                            .build())
                    .build());
            draw(network, initialiser, Optional.empty());

            assertThat(NetworkWeights.of(network).tensors())
                    .extracting(WeightTensor::name)
                    .containsExactly("0_fW", "0_fRW", "0_bW", "0_bRW", "1_W");
            assertThat(initialiser.asked())
                    .extracting(Layer::kind)
                    .containsExactly(
                            new LayerKind.Recurrent(4, false),
                            new LayerKind.Recurrent(4, true),
                            new LayerKind.Recurrent(4, false),
                            new LayerKind.Recurrent(4, true),
                            new LayerKind.Dense());
            assertThat(network.getParam("0_bRW").getDouble(1, 11)).isEqualTo(Sines.weight(34));
            assertThat(network.getParam("0_fb").getDouble(4)).isEqualTo(1);
        }

        @Test
        void aNetworkMustBeInitialised() {
            MultiLayerNetwork network =
                    new MultiLayerNetwork(images(DataType.FLOAT).getLayerWiseConfigurations());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NetworkWeights.of(network))
                    .withMessage("network must be initialised: call init() first");
        }
    }

    @Nested
    class Samples {
        private final INDArray examples =
                Nd4j.linspace(DataType.DOUBLE, -1, 0.05, 2 * 18).reshape('c', 2, 2, 3, 3);

        /** Oracle: what DL4J says that each layer receives, and the dense layer's own sum. */
        @Test
        void aDenseLayerSeesWhatTheLayersBeforeItMakeOfTheExamples() {
            MultiLayerNetwork network = images(DataType.DOUBLE);
            Sines initialiser = new Sines();
            draw(network, initialiser, Optional.of(examples));
            List<INDArray> activations = network.feedForward(examples, false);
            Sample dense = initialiser.asked().get(1).sample().orElseThrow();
            Sample output = initialiser.asked().get(2).sample().orElseThrow();

            assertThat(initialiser.asked().get(0).sample()).isEmpty();
            assertRows(dense.inputs(), activations.get(2).reshape('c', 2, 12));
            assertRows(output.inputs(), activations.get(3));
            assertRows(dense.activations(Sines.weights(48)), activations.get(3));
            double z = 0.5;
            for (int i = 0; i < 12; i++) {
                z += Sines.weight(3 * 12 + i)
                        * activations.get(2).reshape('c', 2, 12).getDouble(1, i);
            }
            assertThat(dense.weightedInputs(Sines.weights(48))[1][3]).isCloseTo(z, within(1e-12));
        }

        private void assertRows(double[][] found, INDArray expected) {
            assertThat(found).hasDimensions((int) expected.size(0), (int) expected.size(1));
            for (int row = 0; row < found.length; row++) {
                for (int column = 0; column < found[row].length; column++) {
                    assertThat(found[row][column]).isCloseTo(expected.getDouble(row, column), within(1e-12));
                }
            }
        }

        @Test
        void everyTimeStepOfASequenceIsAnInput() {
            MultiLayerNetwork network = network(configuration(DataType.DOUBLE)
                    .layer(new RnnOutputLayer.Builder(LossFunction.MSE)
                            .nIn(2)
                            .nOut(1)
                            .activation(Activation.IDENTITY)
                            .build())
                    .build());
            Sines initialiser = new Sines();
            INDArray sequences = Nd4j.linspace(0, 11, 12, DataType.DOUBLE).reshape('c', 2, 2, 3);
            draw(network, initialiser, Optional.of(sequences));

            assertThat(initialiser.asked().get(0).sample().orElseThrow().inputs())
                    .isDeepEqualTo(new double[][] {{0, 3}, {1, 4}, {2, 5}, {6, 9}, {7, 10}, {8, 11}});
        }
    }

    @Nested
    class Refusals {
        private final MultiLayerNetwork mixed = network(configuration(DataType.DOUBLE)
                .layer(new ConvolutionLayer.Builder(2, 2).name("conv").nOut(3).build())
                .layer(new DenseLayer.Builder().nOut(4).build())
                .layer(new ElementWiseMultiplicationLayer.Builder()
                        .nIn(4)
                        .nOut(4)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT).nOut(2).build())
                .setInputType(InputType.convolutional(3, 3, 2))
                .build());

        @Test
        void everyLayerIsNamedOnOneLineAndNothingIsDrawn() {
            Sines dense = new Sines(kind -> kind instanceof LayerKind.Dense, new ArrayList<>());
            INDArray before = mixed.params().dup();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> draw(mixed, dense, Optional.empty()))
                    .withMessage(
                            "weight initialiser 'sines' does not do layer 0 (conv, ConvolutionLayer): convolution 2x2;"
                                    + " layer 2 (ElementWiseMultiplicationLayer): one factor for each input, no matrix");
            assertThat(dense.asked()).isEmpty();
            assertThat(mixed.params()).isEqualTo(before);
        }

        @Test
        void whatIsDoneIsNotRefused() {
            NetworkWeights.of(images(DataType.FLOAT)).requireSupported(new Sines());
        }

        @Test
        void anInitialiserThatFailsLeavesTheNetworkAsItWas() {
            MultiLayerNetwork network = images(DataType.DOUBLE);
            INDArray before = network.params().dup();
            List<Layer> asked = new ArrayList<>() {
                private static final long serialVersionUID = 1L;

                @Override
                public boolean add(Layer layer) {
                    if (size() == 2) {
                        throw new IllegalStateException("no third layer");
                    }
                    return super.add(layer);
                }
            };

            assertThatThrownBy(() -> draw(network, new Sines(kind -> true, asked), Optional.empty()))
                    .isInstanceOf(InitialisationException.class)
                    .hasMessageContaining("layer 3 (OutputLayer) 3_W (fan-in 4, fan-out 2): expected 8 finite weights")
                    .hasMessageContaining("no third layer");
            assertThat(asked).hasSize(2);
            assertThat(network.params()).isEqualTo(before);
        }
    }
}
