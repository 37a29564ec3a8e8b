package org.tailoff.train.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tailoff.record.LayerEpoch;

class ActivationMeterTest {
    /** More than a chunk. */
    private static final int EXAMPLES = 103;

    private static final int INPUTS = 6;
    private static final int UNITS = 8;
    private static final int CLASSES = 3;

    private final Random random = new Random(11);

    /** A function and where the definition says that z is saturated. */
    private record Case(String name, IActivation function, DoublePredicate saturated) {
        static Case of(Activation function, DoublePredicate saturated) {
            return new Case(function.name(), function.getActivationFunction(), saturated);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> functions() {
        DoublePredicate never = z -> false;
        DoublePredicate beyond = z -> Math.abs(z) > 5;
        DoublePredicate below = z -> z < -5;
        DoublePredicate off = z -> z <= 0;
        return Stream.of(
                Case.of(Activation.SIGMOID, beyond),
                Case.of(Activation.TANH, beyond),
                Case.of(Activation.SOFTSIGN, beyond),
                Case.of(Activation.RECTIFIEDTANH, z -> z <= 0 || z > 5),
                Case.of(Activation.HARDSIGMOID, z -> Math.abs(z) >= 2.5),
                Case.of(Activation.HARDTANH, z -> Math.abs(z) >= 1),
                Case.of(Activation.RELU, off),
                Case.of(Activation.RELU6, z -> z <= 0 || z >= 6),
                Case.of(Activation.LEAKYRELU, never),
                Case.of(Activation.THRESHOLDEDRELU, z -> z <= 1),
                Case.of(Activation.ELU, below),
                Case.of(Activation.SELU, below),
                Case.of(Activation.SOFTPLUS, below),
                Case.of(Activation.CUBE, never),
                Case.of(Activation.IDENTITY, never),
                new Case("leaky by 0", new ActivationLReLU(0), off),
                new Case("ELU of 2", new ActivationELU(2), below),
                new Case("ReLU up to 3, 0.1 below", new ActivationReLU(3.0, null, 0.1), z -> z >= 3));
    }

    private NeuralNetConfiguration.ListBuilder settings() {
        return new NeuralNetConfiguration.Builder()
                .seed(5)
                .dataType(DataType.DOUBLE)
                .list();
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static MultiLayerNetwork built(NeuralNetConfiguration.ListBuilder layers, InputType inputs) {
        MultiLayerNetwork network =
                new MultiLayerNetwork(layers.setInputType(inputs).build());
        network.init();
        return network;
    }

    private INDArray drawn(int... shape) {
        INDArray drawn =
                Nd4j.create(DataType.DOUBLE, Arrays.stream(shape).asLongStream().toArray());
        for (long i = 0; i < drawn.length(); i++) {
            drawn.putScalar(i, random.nextGaussian());
        }
        return drawn;
    }

    private MultiLayerNetwork dense(IActivation function) {
        MultiLayerNetwork network = built(
                settings()
                        .layer(new DenseLayer.Builder()
                                .nOut(UNITS)
                                .activation(function)
                                .build())
                        .layer(output()),
                InputType.feedForward(INPUTS));
        network.getParam("0_W").assign(drawn(INPUTS, UNITS)).muli(1.5);
        network.getParam("0_b").assign(drawn(1, UNITS));
        // Two units that are off whatever comes in, by different ways.
        network.getParam("0_b").putScalar(1, -2000);
        network.getParam("0_b").putScalar(4, 2000);
        return network;
    }

    private static double z(MultiLayerNetwork network, INDArray sample, int example, int unit) {
        double z = network.getParam("0_b").getDouble(unit);
        for (int i = 0; i < INPUTS; i++) {
            z += sample.getDouble(example, i) * network.getParam("0_W").getDouble(i, unit);
        }
        return z;
    }

    /**
     * DL4J's own function, differentiated by differences of it: an error of h^2 and of 1e-16 |f| / h. Its softplus
     * overflows far above 0, where it is z.
     */
    private static double slope(IActivation function, double z) {
        double h = 1e-5;
        INDArray around = function.getActivation(Nd4j.createFromArray(new double[][] {{z + h, z - h}}), false);
        return Double.isInfinite(around.getDouble(0)) ? 1 : (around.getDouble(0) - around.getDouble(1)) / (2 * h);
    }

    /** Oracle: z by plain loops, saturation from its definition by z, the derivative from differences. */
    @ParameterizedTest
    @MethodSource("functions")
    void functionsAreReadAsTheyAreDefined(Case each) {
        MultiLayerNetwork network = dense(each.function());
        INDArray sample = drawn(EXAMPLES, INPUTS);
        int saturated = 0;
        int dead = 0;
        double slopes = 0;
        for (int unit = 0; unit < UNITS; unit++) {
            boolean alive = false;
            for (int example = 0; example < EXAMPLES; example++) {
                double z = z(network, sample, example, unit);
                double slope = slope(each.function(), z);
                saturated += each.saturated().test(z) ? 1 : 0;
                alive |= Math.abs(slope) > 1e-9;
                slopes += slope;
            }
            dead += alive ? 0 : 1;
        }
        LayerEpoch found = new ActivationMeter(network, sample).measure().get(0);
        double all = EXAMPLES * UNITS;
        assertThat(found.saturation()).isEqualTo(saturated / all);
        assertThat(found.meanSigmaPrime()).isCloseTo(slopes / all, within(1e-6 * (1 + slopes / all)));
        assertThat(found.dead().orElseThrow()).isEqualTo(dead / (double) UNITS);
        assertThat(found.rmsZ()).isEmpty();
    }

    /** What follows from the definitions for two units far out at either end. */
    @Test
    void unitsAreDeadWhereNoGradientPasses() {
        INDArray sample = drawn(EXAMPLES, INPUTS);
        assertThat(dead(Activation.RELU, sample)).isEqualTo(1 / 8.0);
        assertThat(dead(Activation.RELU6, sample)).isEqualTo(2 / 8.0);
        assertThat(dead(Activation.HARDTANH, sample)).isEqualTo(2 / 8.0);
        assertThat(dead(Activation.LEAKYRELU, sample)).isZero();
        assertThat(dead(Activation.IDENTITY, sample)).isZero();
    }

    private double dead(Activation function, INDArray sample) {
        MultiLayerNetwork network = dense(function.getActivationFunction());
        return new ActivationMeter(network, sample).measure().get(0).dead().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"GELU", "SWISH", "MISH", "RATIONALTANH", "RRELU", "SOFTMAX"})
    void functionsThatDoNotTellAreLeftOut(Activation function) {
        MultiLayerNetwork network = dense(function.getActivationFunction());
        assertThat(new ActivationMeter(network, drawn(3, INPUTS)).measure()).isEmpty();
    }

    /** A feature map is a unit: one of three is switched off, in the layer itself or in an activation behind others. */
    @ParameterizedTest
    @EnumSource(CNN2DFormat.class)
    void aUnitOfAConvolutionIsAFeatureMap(CNN2DFormat format) {
        MultiLayerNetwork network = built(
                settings()
                        .layer(new ConvolutionLayer.Builder(2, 2)
                                .nOut(3)
                                .activation(Activation.RELU)
                                .dataFormat(format)
                                .build())
                        .layer(new ConvolutionLayer.Builder(2, 2)
                                .nOut(4)
                                .activation(Activation.IDENTITY)
                                .dataFormat(format)
                                .build())
                        .layer(new BatchNormalization.Builder().build())
                        .layer(new ActivationLayer(Activation.RELU))
                        .layer(output()),
                InputType.convolutional(5, 5, 1, format));
        network.getParam("0_b").putScalar(2, -2000);
        network.getParam("2_beta").putScalar(0, -2000);
        boolean last = format == CNN2DFormat.NHWC;
        INDArray sample = last ? drawn(EXAMPLES, 5, 5, 1) : drawn(EXAMPLES, 1, 5, 5);
        List<LayerEpoch> found = new ActivationMeter(network, sample).measure();
        assertThat(found).extracting(LayerEpoch::layer).containsExactly("0", "1", "3");
        assertThat(found).extracting(each -> each.dead().orElseThrow()).containsExactly(1 / 3.0, 0.0, 1 / 4.0);
        INDArray maps = network.feedForward(sample, false).get(1);
        double zeros = 0;
        for (double a : maps.dup('c').data().asDouble()) {
            zeros += a == 0 ? 1 : 0;
        }
        assertThat(found.get(0).saturation())
                .isEqualTo(zeros / (EXAMPLES * 3 * 4 * 4))
                .isBetween(0.4, 0.9);
        assertThat(found.get(0).meanSigmaPrime()).isCloseTo(1 - found.get(0).saturation(), within(1e-12));
    }

    /** What a gated layer sends on is not a function of one weighted input. */
    @Test
    void aUnitOfARecurrentLayerIsANeuronAtAllTimesAndGatedOnesAreLeftOut() {
        MultiLayerNetwork network = built(
                settings()
                        .layer(new LSTM.Builder().nOut(4).build())
                        .layer(new SimpleRnn.Builder()
                                .nOut(5)
                                .activation(Activation.RELU)
                                .build())
                        .layer(new GlobalPoolingLayer())
                        .layer(output()),
                InputType.recurrent(2, 7));
        network.getParam("1_b").putScalar(3, -2000);
        List<LayerEpoch> found = new ActivationMeter(network, drawn(EXAMPLES, 2, 7)).measure();
        assertThat(found).extracting(LayerEpoch::layer).containsExactly("1");
        assertThat(found.get(0).dead().orElseThrow()).isEqualTo(1 / 5.0);
    }

    @Test
    void whatWasSeenIsForgottenBetweenTwoCalls() {
        MultiLayerNetwork network = dense(Activation.RELU.getActivationFunction());
        ActivationMeter meter = new ActivationMeter(network, drawn(EXAMPLES, INPUTS));
        List<LayerEpoch> first = meter.measure();
        assertThat(meter.measure()).isEqualTo(first);
        network.getParam("0_b").assign(-2000);
        assertThat(meter.measure().get(0).dead().orElseThrow()).isEqualTo(1);
    }
}
