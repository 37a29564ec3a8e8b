package org.tailoff.train.initialise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tailoff.random.NamedStreams;

/**
 * What DL4J makes of weights against plain loops over the numbers as the initialiser gave them: whether weights lie
 * where {@code docs/writing-a-plugin.md} says. Sums of at most 20 products in double: 1e-12 is thousands of roundings.
 */
class ForwardPassTest {
    private static final double ROUNDING = 1e-12;

    private static MultiLayerNetwork network(Layer layer) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .list(layer)
                .build());
        network.init();
        NetworkWeights.of(network).draw(new Sines(), new NamedStreams(1).initialisation(), Optional.empty());
        return network;
    }

    private static INDArray inputs(long... shape) {
        INDArray inputs = Nd4j.create(DataType.DOUBLE, shape);
        for (long i = 0; i < inputs.length(); i++) {
            inputs.putScalar(i, StrictMath.cos((double) i));
        }
        return inputs;
    }

    private static void assertIs(INDArray output, double expected, int... at) {
        assertThat(output.getDouble(at)).isCloseTo(expected, within(ROUNDING));
    }

    @Test
    void columnJOfADenseLayerFeedsNeuronJ() {
        MultiLayerNetwork network = network(new DenseLayer.Builder()
                .nIn(3)
                .nOut(2)
                .activation(Activation.TANH)
                .biasInit(0.25)
                .build());
        INDArray x = inputs(2, 3);
        INDArray y = network.output(x);

        for (int example = 0; example < 2; example++) {
            for (int j = 0; j < 2; j++) {
                double z = 0.25;
                for (int i = 0; i < 3; i++) {
                    z += Sines.weight(j * 3 + i) * x.getDouble(example, i);
                }
                assertIs(y, StrictMath.tanh(z), example, j);
            }
        }
    }

    @Test
    void rowRowOfAnEmbeddingIsThatElementOfEveryNeuron() {
        MultiLayerNetwork network = network(new EmbeddingLayer.Builder()
                .nIn(4)
                .nOut(3)
                .activation(Activation.IDENTITY)
                .build());
        INDArray y = network.output(Nd4j.createFromArray(new double[][] {{2}}));

        for (int j = 0; j < 3; j++) {
            assertIs(y, Sines.weight(j * 4 + 2), 0, j);
        }
    }

    @Test
    void aConvolutionIsOutInHeightWidth() {
        MultiLayerNetwork network = network(new ConvolutionLayer.Builder(3, 2)
                .nIn(2)
                .nOut(3)
                .activation(Activation.IDENTITY)
                .build());
        INDArray x = inputs(1, 2, 4, 3);
        INDArray y = network.output(x);

        assertThat(y.shape()).containsExactly(1, 3, 2, 2);
        for (int out = 0; out < 3; out++) {
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 2; column++) {
                    double z = 0;
                    for (int in = 0; in < 2; in++) {
                        for (int a = 0; a < 3; a++) {
                            for (int b = 0; b < 2; b++) {
                                z += Sines.weight(((out * 2 + in) * 3 + a) * 2 + b)
                                        * x.getDouble(0, in, row + a, column + b);
                            }
                        }
                    }
                    assertIs(y, z, 0, out, row, column);
                }
            }
        }
    }

    @Test
    void aConvolutionOfOneDimensionIsOutInLength() {
        MultiLayerNetwork network = network(new Convolution1DLayer.Builder(3)
                .nIn(2)
                .nOut(4)
                .activation(Activation.IDENTITY)
                .build());
        INDArray x = inputs(1, 2, 3);
        INDArray y = network.output(x);

        for (int out = 0; out < 4; out++) {
            double z = 0;
            for (int k = 0; k < 6; k++) {
                z += Sines.weight(out * 6 + k) * x.getDouble(0, k / 3, k % 3);
            }
            assertIs(y, z, 0, out, 0);
        }
    }

    @Test
    void aConvolutionOfThreeDimensionsIsOutInDepthHeightWidth() {
        MultiLayerNetwork network = network(new Convolution3D.Builder(2, 1, 3)
                .nIn(2)
                .nOut(3)
                .activation(Activation.IDENTITY)
                .build());
        INDArray x = inputs(1, 2, 2, 1, 3);
        INDArray y = network.output(x);

        for (int out = 0; out < 3; out++) {
            double z = 0;
            for (int k = 0; k < 12; k++) {
                z += Sines.weight(out * 12 + k) * x.getDouble(0, k / 6, k / 3 % 2, 0, k % 3);
            }
            assertIs(y, z, 0, out, 0, 0, 0);
        }
    }

    /** One pixel a channel, so that what comes out is the kernel itself. */
    @Test
    void aTransposedConvolutionIsInOutHeightWidth() {
        MultiLayerNetwork network = network(new Deconvolution2D.Builder(3, 2)
                .nIn(2)
                .nOut(4)
                .activation(Activation.IDENTITY)
                .build());
        INDArray x = inputs(1, 2, 1, 1);
        INDArray y = network.output(x);

        assertThat(y.shape()).containsExactly(1, 4, 3, 2);
        for (int k = 0; k < 24; k++) {
            double z = 0;
            for (int in = 0; in < 2; in++) {
                z += Sines.weight(in * 24 + k) * x.getDouble(0, in, 0, 0);
            }
            assertIs(y, z, 0, k / 6, k / 2 % 3, k % 2);
        }
    }

    @Test
    void aTransposedConvolutionOfThreeDimensionsIsInOutDepthHeightWidth() {
        MultiLayerNetwork network = network(new Deconvolution3D.Builder()
                .kernelSize(2, 1, 3)
                .nIn(2)
                .nOut(4)
                .activation(Activation.IDENTITY)
                .build());
        INDArray x = inputs(1, 2, 1, 1, 1);
        INDArray y = network.output(x);

        assertThat(y.shape()).containsExactly(1, 4, 2, 1, 3);
        for (int k = 0; k < 24; k++) {
            double z = 0;
            for (int in = 0; in < 2; in++) {
                z += Sines.weight(in * 24 + k) * x.getDouble(0, in, 0, 0, 0);
            }
            assertIs(y, z, 0, k / 6, k / 3 % 2, 0, k % 3);
        }
    }

    @Test
    void aDepthWiseConvolutionIsInMultiplierHeightWidth() {
        MultiLayerNetwork network = network(new DepthwiseConvolution2D.Builder()
                .kernelSize(2, 3)
                .depthMultiplier(2)
                .nIn(3)
                .nOut(6)
                .activation(Activation.IDENTITY)
                .build());
        INDArray x = inputs(1, 3, 2, 3);
        INDArray y = network.output(x);

        for (int out = 0; out < 6; out++) {
            assertIs(y, depthWise(x, out), 0, out, 0, 0);
        }
    }

    /** Output channel {@code in * 2 + m} of a kernel of 2 x 3. */
    private static double depthWise(INDArray x, int out) {
        double z = 0;
        for (int k = 0; k < 6; k++) {
            z += Sines.weight(out * 6 + k) * x.getDouble(0, out / 2, k / 3, k % 3);
        }
        return z;
    }

    @Test
    void aSeparableConvolutionIsADepthWiseOneAndThenOutIn() {
        MultiLayerNetwork network = network(new SeparableConvolution2D.Builder(2, 3)
                .depthMultiplier(2)
                .nIn(3)
                .nOut(4)
                .activation(Activation.IDENTITY)
                .build());
        INDArray x = inputs(1, 3, 2, 3);
        INDArray y = network.output(x);

        for (int out = 0; out < 4; out++) {
            double z = 0;
            for (int middle = 0; middle < 6; middle++) {
                z += Sines.weight(out * 6 + middle) * depthWise(x, middle);
            }
            assertIs(y, z, 0, out, 0, 0);
        }
    }

    /** Of {@code block}, neuron n of 3: what comes from 2 inputs and 3 outputs of the step before. */
    private static double z(int block, int n, double[] x, double[] h) {
        int j = block * 3 + n;
        double z = 0;
        for (int i = 0; i < 2; i++) {
            z += Sines.weight(j * 2 + i) * x[i];
        }
        for (int i = 0; i < 3; i++) {
            z += Sines.weight(j * 3 + i) * h[i];
        }
        return z;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }

    /**
     * The equations of Gers, Schraudolph and Schmidhuber 2002, with peepholes or without, steps 0 to 3. DL4J's gates
     * are I (cell input), F, O, G (input gate); its forget gates have the bias 1.
     */
    private static void assertIsLstm(MultiLayerNetwork network, boolean peepholes) {
        INDArray inputs = inputs(1, 2, 4);
        INDArray y = network.output(inputs);
        double[] h = new double[3];
        double[] c = new double[3];
        for (int time = 0; time < 4; time++) {
            int now = time;
            double[] x = IntStream.range(0, 2)
                    .mapToDouble(i -> inputs.getDouble(0, i, now))
                    .toArray();
            double[] before = h.clone();
            for (int n = 0; n < 3; n++) {
                double forget = sigmoid(1 + z(1, n, x, before) + (peepholes ? peephole(0, n) * c[n] : 0));
                double input = sigmoid(z(3, n, x, before) + (peepholes ? peephole(2, n) * c[n] : 0));
                c[n] = forget * c[n] + input * StrictMath.tanh(z(0, n, x, before));
                double output = sigmoid(z(2, n, x, before) + (peepholes ? peephole(1, n) * c[n] : 0));
                h[n] = output * StrictMath.tanh(c[n]);
                assertIs(y, h[n], 0, n, time);
            }
        }
    }

    /** Neurons 12, 13 and 14 of the recurrent matrix, one weight for each cell. */
    private static double peephole(int which, int cell) {
        return Sines.weight((12 + which) * 3 + cell);
    }

    @Test
    void theGatesOfAnLstmAreCellInputForgetOutputInput() {
        assertIsLstm(
                network(new LSTM.Builder()
                        .nIn(2)
                        .nOut(3)
                        .activation(Activation.TANH)
                        .forgetGateBiasInit(1)
                        .build()),
                false);
    }

    @Test
    @SuppressWarnings("deprecation") // by DL4J
    void thePeepholesOfAGravesLstmAreForgetOutputInput() {
        assertIsLstm(
                network(new GravesLSTM.Builder()
                        .nIn(2)
                        .nOut(3)
                        .activation(Activation.TANH)
                        .forgetGateBiasInit(1)
                        .build()),
                true);
    }
}
