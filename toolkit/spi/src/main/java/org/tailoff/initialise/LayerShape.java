package org.tailoff.initialise;

import java.util.List;
import org.tailoff.text.Texts;

/**
 * The size of a layer's weights, which form a matrix of fanIn x neurons.
 *
 * <p>Fan-in and fan-out are those of Keras ({@code compute_fans}) and PyTorch ({@code _calculate_fan_in_and_fan_out}),
 * which agree on dense, recurrent, convolution and transposed convolution layers. Where they differ: a depth-wise
 * convolution has PyTorch's fan-in, the kh x kw inputs that a neuron sees (Keras counts all channels), and an embedding
 * has Keras's, the number of rows of its table (PyTorch has the length of one), for it is a dense layer otherwise.
 *
 * @param kind what the layer does with its weights
 * @param fanIn weights of each neuron, at least 1
 * @param fanOut how many neurons an input reaches, at least 1; the number of neurons for all but convolutions
 * @param neurons how many neurons have weights of their own, at least 1; of a convolution the output channels
 * @param biasCount how many biases there are, at least 1
 * @see <a href="https://github.com/keras-team/keras/blob/v3.3.3/keras/src/initializers/random_initializers.py">Keras,
 *     compute_fans</a>
 * @see <a href="https://github.com/pytorch/pytorch/blob/v2.3.0/torch/nn/init.py">PyTorch,
 *     _calculate_fan_in_and_fan_out</a>
 */
public record LayerShape(LayerKind kind, int fanIn, int fanOut, int neurons, int biasCount) {
    /**
     * Checks the size.
     *
     * @param kind what the layer does with its weights
     * @param fanIn weights of each neuron
     * @param fanOut how many neurons an input reaches
     * @param neurons how many neurons have weights of their own
     * @param biasCount how many biases there are
     * @throws IllegalArgumentException if a number is below 1 or fanIn x neurons weights do not fit an array
     */
    public LayerShape {
        requirePositive(fanIn, "fanIn");
        requirePositive(fanOut, "fanOut");
        requirePositive(neurons, "neurons");
        requirePositive(biasCount, "biasCount");
        long count = (long) fanIn * neurons;
        Texts.require(count <= Integer.MAX_VALUE - 8, "fanIn x neurons must be at most 2147483639: " + count);
    }

    private static void requirePositive(int number, String name) {
        Texts.require(number >= 1, name + " must be at least 1: " + number);
    }

    /**
     * A dense layer.
     *
     * @param fanIn inputs of each neuron, at least 1
     * @param fanOut neurons, at least 1
     */
    public LayerShape(int fanIn, int fanOut) {
        this(new LayerKind.Dense(), fanIn, fanOut, fanOut, fanOut);
    }

    /**
     * Any layer whose weights are a fanIn x fanOut matrix: dense, recurrent, embedding.
     *
     * @param kind which of them
     * @param fanIn rows, at least 1
     * @param fanOut columns, at least 1
     * @return a neuron and a bias for each column
     */
    public static LayerShape matrix(LayerKind kind, int fanIn, int fanOut) {
        return new LayerShape(kind, fanIn, fanOut, fanOut, fanOut);
    }

    /**
     * A convolution, whose weights are {@code [out, in, kernel...]} in C order: fan-in in x kernel, fan-out out x
     * kernel.
     *
     * @param in input channels, at least 1
     * @param out output channels, at least 1
     * @param kernel sizes of the receptive field
     * @return a neuron and a bias for each output channel
     */
    public static LayerShape convolution(int in, int out, List<Integer> kernel) {
        LayerKind.Convolution kind = new LayerKind.Convolution(kernel);
        int field = kind.receptiveField();
        return new LayerShape(kind, Math.multiplyExact(in, field), Math.multiplyExact(out, field), out, out);
    }

    /**
     * A transposed convolution (deconvolution), whose weights are {@code [in, out, kernel...]} in C order. It is the
     * gradient of a convolution from out to in channels and has that one's fan-in, out x kernel, and fan-out, in x
     * kernel.
     *
     * @param in input channels, at least 1
     * @param out output channels, at least 1
     * @param kernel sizes of the receptive field
     * @return a neuron for each input channel, as in the convolution that it transposes, a bias for each output channel
     */
    public static LayerShape transposedConvolution(int in, int out, List<Integer> kernel) {
        LayerShape convolution = convolution(out, in, kernel);
        return new LayerShape(convolution.kind, convolution.fanIn, convolution.fanOut, in, out);
    }

    /**
     * A depth-wise convolution, whose weights are {@code [in, multiplier, kernel...]} in C order: a neuron sees one
     * channel, so that its fan-in is the receptive field; the fan-out is in x multiplier x kernel, as in PyTorch.
     *
     * @param in input channels, at least 1
     * @param multiplier output channels of each input channel, at least 1
     * @param kernel sizes of the receptive field
     * @return a neuron and a bias for each of in x multiplier output channels
     */
    public static LayerShape depthwiseConvolution(int in, int multiplier, List<Integer> kernel) {
        return convolution(1, Math.multiplyExact(in, multiplier), kernel);
    }

    /**
     * How many weights the layer has.
     *
     * @return fanIn x neurons
     */
    public int weightCount() {
        return fanIn * neurons;
    }
}
