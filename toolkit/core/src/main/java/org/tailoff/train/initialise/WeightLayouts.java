package org.tailoff.train.initialise;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.AbstractLSTM;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.CapsuleLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LearnedSelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PrimaryCapsules;
import org.deeplearning4j.nn.conf.layers.RecurrentAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.conf.ocnn.OCNNOutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.LayerShape;

/**
 * The weights of DL4J's layers, type by type: the shapes are those of {@code org.deeplearning4j.nn.params} and, of the
 * layers built on SameDiff, of their {@code defineParameters}, both 1.0.0-M2.1.
 */
final class WeightLayouts {
    private static final LayerKind DENSE = new LayerKind.Dense();
    private static final int LSTM_GATES = 4;

    private WeightLayouts() {}

    /**
     * The keys of what initialisers draw, in DL4J's order: what it calls weights, without factors that start at 1
     * (gains of layer normalisation), slopes of an activation function and thresholds.
     */
    static List<String> keys(Layer layer) {
        if (layer instanceof PReLULayer) {
            return List.of();
        }
        Stream<String> keys = layer.initializer().weightKeys(layer).stream();
        return (layer instanceof OCNNOutputLayer
                        ? keys.filter(key -> !key.equals("r"))
                        : keys.filter(key -> !key.equals(DefaultParamInitializer.GAIN_KEY)))
                .toList();
    }

    /** The layout of one of a layer's weight tensors, of which {@code sizes} are the dimensions. */
    static WeightLayout of(Layer layer, String key, List<Integer> sizes) {
        if (layer instanceof ConvolutionLayer convolution) {
            return convolution(convolution, key, sizes);
        }
        if (isDense(layer)) {
            return matrix(DENSE, sizes);
        }
        if (isLstm(layer)) {
            return matrix(new LayerKind.Recurrent(LSTM_GATES, isFromOutputs(key)), sizes);
        }
        if (layer instanceof SimpleRnn) {
            return matrix(new LayerKind.Recurrent(1, isFromOutputs(key)), sizes);
        }
        if (layer instanceof EmbeddingLayer || layer instanceof EmbeddingSequenceLayer) {
            return matrix(new LayerKind.Embedding(), sizes);
        }
        if (layer instanceof OCNNOutputLayer) {
            return key.equals("w") ? rows(sizes) : matrix(DENSE, sizes);
        }
        return sameDiff(layer, key, sizes);
    }

    @SuppressWarnings("deprecation") // by DL4J, whose stored networks have it all the same
    private static boolean isLstm(Layer layer) {
        return layer instanceof AbstractLSTM || layer instanceof GravesBidirectionalLSTM;
    }

    /** Whether a layer gives its activation function x . W + b. */
    static boolean isDense(Layer layer) {
        return !(layer instanceof OCNNOutputLayer)
                && (layer instanceof DenseLayer
                        || layer instanceof BaseOutputLayer
                        || layer instanceof AutoEncoder
                        || layer instanceof VariationalAutoencoder);
    }

    private static boolean isFromOutputs(String key) {
        return key.startsWith("RW");
    }

    /** DL4J's matrices are [inputs, neurons]. */
    private static WeightLayout matrix(LayerKind kind, List<Integer> sizes) {
        return new WeightLayout.Matrix(LayerShape.matrix(kind, sizes.get(0), sizes.get(1)), sizes, List.of(1, 0));
    }

    /** Dense weights with the neurons first: [neurons..., inputs]. */
    private static WeightLayout rows(List<Integer> sizes) {
        int last = sizes.size() - 1;
        return inOrder(new LayerShape(sizes.get(last), product(sizes.subList(0, last))), sizes);
    }

    private static WeightLayout inOrder(LayerShape shape, List<Integer> sizes) {
        return new WeightLayout.Matrix(
                shape, sizes, IntStream.range(0, sizes.size()).boxed().toList());
    }

    private static int product(List<Integer> sizes) {
        return sizes.stream().reduce(1, Math::multiplyExact);
    }

    private static WeightLayout convolution(ConvolutionLayer layer, String key, List<Integer> s) {
        if (layer instanceof Deconvolution2D) {
            return inOrder(LayerShape.transposedConvolution(s.get(0), s.get(1), s.subList(2, 4)), s);
        }
        if (layer instanceof Deconvolution3D) { // [kd, kh, kw, out, in]
            return new WeightLayout.Matrix(
                    LayerShape.transposedConvolution(s.get(4), s.get(3), s.subList(0, 3)), s, List.of(4, 3, 0, 1, 2));
        }
        if (layer instanceof DepthwiseConvolution2D) { // [kh, kw, in, multiplier]
            return new WeightLayout.Matrix(
                    LayerShape.depthwiseConvolution(s.get(2), s.get(3), s.subList(0, 2)), s, List.of(2, 3, 0, 1));
        }
        if (layer instanceof SeparableConvolution2D && !key.equals("pW")) { // [multiplier, in, kh, kw]
            return new WeightLayout.Matrix(
                    LayerShape.depthwiseConvolution(s.get(1), s.get(0), s.subList(2, 4)), s, List.of(1, 0, 2, 3));
        }
        LayerShape shape = LayerShape.convolution(s.get(1), s.get(0), s.subList(2, kernelEnd(layer, s)));
        // Convolution1DUtils: "reshapes" what is [out, in, k, 1] into [k, in, out], without moving anything.
        return layer instanceof Convolution1DLayer
                ? new WeightLayout.Matrix(shape, List.of(s.get(2), s.get(1), s.get(0)), List.of(2, 1, 0))
                : inOrder(shape, s);
    }

    private static int kernelEnd(ConvolutionLayer layer, List<Integer> s) {
        return layer instanceof Convolution1DLayer ? 3 : s.size();
    }

    private static WeightLayout sameDiff(Layer layer, String key, List<Integer> s) {
        if (layer instanceof LocallyConnected1D local) {
            return local(s, List.of(local.getKernel()));
        }
        if (layer instanceof LocallyConnected2D local) {
            return local(s, IntStream.of(local.getKernel()).boxed().toList());
        }
        if (layer instanceof PrimaryCapsules) { // [kh, kw, in, out]
            return new WeightLayout.Matrix(
                    LayerShape.convolution(s.get(2), s.get(3), s.subList(0, 2)), s, List.of(3, 2, 0, 1));
        }
        if (layer instanceof CapsuleLayer) { // [1, capsules before, numbers of all capsules, numbers of one before, 1]
            return new WeightLayout.Matrix(
                    new LayerShape(Math.multiplyExact(s.get(1), s.get(3)), s.get(2)), s, List.of(2, 0, 1, 3, 4));
        }
        if (layer instanceof RecurrentAttentionLayer && (key.equals("W") || key.equals("RW"))) {
            return matrix(new LayerKind.Recurrent(1, isFromOutputs(key)), s);
        }
        if (layer instanceof SelfAttentionLayer
                || layer instanceof LearnedSelfAttentionLayer
                || layer instanceof RecurrentAttentionLayer) {
            return attention(key, s);
        }
        return new WeightLayout.Unknown(
                layer instanceof ElementWiseMultiplicationLayer
                        ? "one factor for each input, no matrix"
                        : "a type of layer that is not known here");
    }

    /** [positions, kernel x in, out]: a kernel of its own at every position. */
    private static WeightLayout local(List<Integer> s, List<Integer> kernel) {
        LayerKind.Convolution kind = new LayerKind.Convolution(kernel);
        int out = s.get(2);
        LayerShape shape = new LayerShape(
                kind, s.get(1), Math.multiplyExact(out, kind.receptiveField()), Math.multiplyExact(s.get(0), out), out);
        return new WeightLayout.Matrix(shape, s, List.of(0, 2, 1));
    }

    /** Projections [heads, numbers of a head, inputs], the last one [inputs, outputs]; queries [1, inputs, queries]. */
    private static WeightLayout attention(String key, List<Integer> s) {
        if (s.size() == 2) {
            return matrix(DENSE, s);
        }
        return key.equals("Q")
                ? new WeightLayout.Matrix(new LayerShape(s.get(1), s.get(2)), s, List.of(0, 2, 1))
                : rows(s);
    }
}
