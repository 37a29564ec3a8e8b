package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tailoff.initialise.LayerShape;
import org.tailoff.random.NamedStreams;
import org.tailoff.registry.Initialisation;
import org.tailoff.registry.InitialiserRegistry;

/** A DL4J program of a user's own, with nothing of Tailoff but the adapter. */
class PluginWeightInitTest {
    /** Layers 4-3, 3-3, 3-3, so that two have one shape. */
    private static MultiLayerConfiguration configuration(String initialiser, long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.5))
                .weightInit(new PluginWeightInit(initialiser))
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(4)
                        .nOut(3)
                        .activation(Activation.TANH)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nIn(3)
                        .nOut(3)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(3)
                        .nOut(3)
                        .activation(Activation.IDENTITY)
                        .build())
                .build();
    }

    private static MultiLayerNetwork network(MultiLayerConfiguration configuration) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    private static MultiLayerNetwork network(String initialiser, long seed) {
        return network(configuration(initialiser, seed));
    }

    /**
     * Oracle: what the initialiser draws for the seed that ND4J's generator gives next, put in place element by
     * element.
     */
    @ParameterizedTest
    @CsvSource({"f, DOUBLE", "c, DOUBLE", "f, FLOAT"})
    void columnJOfTheMatrixFeedsNeuronJ(char order, DataType type) {
        Nd4j.getRandom().setSeed(5);
        NamedStreams streams = new NamedStreams(Nd4j.getRandom().nextLong());
        double[] drawn = draw("dl4j:UNIFORM", new LayerShape(4, 3), streams.initialisation());
        Nd4j.getRandom().setSeed(5);
        INDArray memory = Nd4j.create(type, 12);
        INDArray matrix = new PluginWeightInit("dl4j:UNIFORM").init(4, 3, new long[] {4, 3}, order, memory);

        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                double expected = type == DataType.FLOAT ? (float) drawn[j * 4 + i] : drawn[j * 4 + i];
                assertThat(matrix.getDouble(i, j)).isEqualTo(expected);
                assertThat(memory.getDouble(order == 'f' ? j * 4 + i : i * 3 + j))
                        .isEqualTo(expected);
            }
        }
    }

    private static double[] draw(String text, LayerShape shape, RandomGenerator random) {
        try (InitialiserRegistry registry = InitialiserRegistry.ofClassPath()) {
            return Initialisation.of(registry.find(text).initialiser(), List.of(shape), random)
                    .get(0)
                    .weights();
        }
    }

    @Test
    void theWeightsAreInTheNetworkAndTheBiasesAreItsOwn() {
        MultiLayerNetwork network = network("class-path-example", 1);

        assertThat(network.getParam("0_W").meanNumber().doubleValue()).isEqualTo(1);
        assertThat(network.getParam("0_b").sumNumber().doubleValue()).isZero();
    }

    @Test
    void theSeedOfTheConfigurationDecides() {
        INDArray first = network("dl4j", 7).params();

        assertThat(network("dl4j", 7).params()).isEqualTo(first);
        assertThat(network("dl4j", 8).params()).isNotEqualTo(first);
    }

    @Test
    void layersOfOneShapeAreDifferent() {
        MultiLayerNetwork network = network("dl4j", 7);

        assertThat(network.getParam("1_W")).isNotEqualTo(network.getParam("2_W"));
    }

    @Test
    void theConfigurationSurvivesJson() {
        MultiLayerConfiguration configuration = configuration("dl4j:scheme=RELU", 7);
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());

        assertThat(read).isEqualTo(configuration);
        assertThat(configuration.toJson()).contains("dl4j:scheme=RELU");
        assertThat(network(read).params()).isEqualTo(network(configuration).params());
    }

    @Test
    void theWeightsAreTrained() {
        MultiLayerNetwork network = network("dl4j", 7);
        INDArray before = network.getParam("0_W").dup();
        network.fit(Nd4j.ones(DataType.DOUBLE, 2, 4), Nd4j.ones(DataType.DOUBLE, 2, 3));

        assertThat(network.getParam("0_W")).isNotEqualTo(before);
    }

    @Test
    void aWrongNameIsSeenAtOnce() {
        assertThatThrownBy(() -> new PluginWeightInit("dl4k"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Did you mean 'dl4j'?");
        assertThatThrownBy(() -> new PluginWeightInit("dl4j:XAVIR")).hasMessageContaining("Did you mean 'XAVIER'?");
    }

    /** Weights in C order, whatever their shape: what is drawn first is the first kernel. */
    @ParameterizedTest
    @CsvSource({"4, 2 1 2 2", "8, 2 1 2 2", "12, 5 2 3 2", "6, 4 3 2 1", "60, 2 5 2 3 2", "24, 2 5 2 3 2"})
    void aConvolutionIsDrawnKernelByKernel(int fanIn, String sizes) {
        long[] shape =
                Arrays.stream(sizes.split(" ")).mapToLong(Long::parseLong).toArray();
        int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        INDArray memory = Nd4j.create(DataType.DOUBLE, count);
        Nd4j.getRandom().setSeed(5);
        NamedStreams streams = new NamedStreams(Nd4j.getRandom().nextLong());
        List<Integer> kernel =
                Arrays.stream(shape).skip(2).mapToObj(Math::toIntExact).toList();
        LayerShape convolution = LayerShape.convolution((int) shape[1], (int) shape[0], kernel);
        double[] drawn = draw("dl4j:UNIFORM", convolution, streams.initialisation());
        Nd4j.getRandom().setSeed(5);
        INDArray weights = new PluginWeightInit("dl4j:UNIFORM").init(fanIn, 1, shape, 'c', memory);

        assertThat(weights.shape()).isEqualTo(shape);
        assertThat(memory.toDoubleVector()).isEqualTo(drawn);
    }

    @Test
    void whatIsNeitherAMatrixNorAConvolutionIsRefused() {
        INDArray memory = Nd4j.create(DataType.DOUBLE, 8);

        assertThatThrownBy(() -> new PluginWeightInit("dl4j").init(3, 2, new long[] {2, 1, 2, 2}, 'c', memory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights for initialiser 'dl4j' must be a fan-in x fan-out matrix or a convolution"
                        + " [out, in, kernel...], were [2, 1, 2, 2] of fan-in 3");
        assertThatThrownBy(() -> new PluginWeightInit("dl4j").init(8, 8, new long[] {8}, 'f', memory))
                .hasMessageEndingWith("were [8] of fan-in 8");
    }

    @Test
    void anInitialiserThatKnowsNoConvolutionsIsNotAskedForThem() {
        INDArray memory = Nd4j.create(DataType.DOUBLE, 8);

        assertThatThrownBy(() ->
                        new PluginWeightInit("class-path-example").init(4, 2, new long[] {2, 1, 2, 2}, 'c', memory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weight initialiser 'class-path-example' does not do a layer with weights [2, 1, 2, 2]:"
                        + " convolution 2x2");
        assertThat(memory.sumNumber().doubleValue()).isZero();
    }
}
