package org.tailoff.train.initialise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.LayerShape;

/**
 * Fan-in and fan-out against the two definitions that the field uses, each given the weights in the shape that its
 * library keeps them in.
 */
class PublishedFansTest {
    private static final List<Integer> KERNEL = List.of(3, 5);

    /**
     * Keras 3.3.3, keras/src/initializers/random_initializers.py, compute_fans: a matrix is (fan-in, fan-out); else the
     * last two dimensions times the receptive field, the product of all others.
     */
    private static List<Integer> keras(int... shape) {
        int field = product(Arrays.copyOf(shape, shape.length - 2));
        return List.of(shape[shape.length - 2] * field, shape[shape.length - 1] * field);
    }

    /**
     * PyTorch 2.3.0, torch/nn/init.py, _calculate_fan_in_and_fan_out: dimension 1 and dimension 0 times the receptive
     * field, the product of all others.
     */
    private static List<Integer> torch(int... shape) {
        int field = product(Arrays.copyOfRange(shape, 2, shape.length));
        return List.of(shape[1] * field, shape[0] * field);
    }

    private static int product(int... sizes) {
        return Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    }

    private static List<Integer> fans(LayerShape shape) {
        return List.of(shape.fanIn(), shape.fanOut());
    }

    @Test
    void matricesAreAsInBoth() {
        assertThat(fans(new LayerShape(7, 4))).isEqualTo(keras(7, 4)).isEqualTo(torch(4, 7));
        // The four gates of an LSTM with 6 cells: Keras's kernel and recurrent_kernel, PyTorch's weight_ih and
        // weight_hh.
        assertThat(fans(LayerShape.matrix(new LayerKind.Recurrent(4, false), 7, 24)))
                .isEqualTo(keras(7, 24))
                .isEqualTo(torch(24, 7));
        assertThat(fans(LayerShape.matrix(new LayerKind.Recurrent(4, true), 6, 24)))
                .isEqualTo(keras(6, 24))
                .isEqualTo(torch(24, 6));
    }

    @Test
    void convolutionsAreAsInBoth() {
        assertThat(fans(LayerShape.convolution(2, 7, KERNEL)))
                .isEqualTo(keras(3, 5, 2, 7))
                .isEqualTo(torch(7, 2, 3, 5));
        assertThat(fans(LayerShape.convolution(2, 7, List.of(4))))
                .isEqualTo(keras(4, 2, 7))
                .isEqualTo(torch(7, 2, 4));
        assertThat(fans(LayerShape.convolution(2, 7, List.of(4, 3, 5))))
                .isEqualTo(keras(4, 3, 5, 2, 7))
                .isEqualTo(torch(7, 2, 4, 3, 5));
    }

    /** Keras's Conv2DTranspose keeps (kh, kw, out, in), PyTorch's ConvTranspose2d (in, out, kh, kw). */
    @Test
    void transposedConvolutionsAreAsInBoth() {
        assertThat(fans(LayerShape.transposedConvolution(2, 7, KERNEL)))
                .isEqualTo(keras(3, 5, 7, 2))
                .isEqualTo(torch(2, 7, 3, 5));
    }

    /** Keras keeps (kh, kw, in, multiplier), PyTorch, with as many groups as channels, (in multiplier, 1, kh, kw). */
    @Test
    void depthWiseConvolutionsAreAsInPyTorch() {
        assertThat(fans(LayerShape.depthwiseConvolution(2, 4, KERNEL)))
                .isEqualTo(torch(8, 1, 3, 5))
                .isNotEqualTo(keras(3, 5, 2, 4));
    }

    /** Both keep (rows, length). */
    @Test
    void embeddingsAreAsInKeras() {
        assertThat(fans(LayerShape.matrix(new LayerKind.Embedding(), 50, 20)))
                .isEqualTo(keras(50, 20))
                .isNotEqualTo(torch(50, 20));
    }
}
