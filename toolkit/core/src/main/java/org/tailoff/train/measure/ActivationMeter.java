package org.tailoff.train.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tailoff.record.LayerEpoch;
import org.tailoff.train.activation.Sigmoids;

/**
 * Measures how saturated the hidden sigmoid and tanh layers of any network are over a fixed sample.
 *
 * <p>DL4J gives activations, not weighted inputs; both functions can be inverted, so |z| &gt; 5 and the derivative are
 * read off the activation. Of a relu nothing can be read below 0, so such layers are left out, as is every layer that
 * is not dense, convolutional or an activation alone.
 */
public final class ActivationMeter {
    private final MultiLayerNetwork network;
    private final INDArray sample;

    /** How an activation function is read. */
    private record Reading(DoublePredicate saturated, DoubleUnaryOperator slope) {}

    private static final Reading SIGMOID =
            new Reading(a -> Math.abs(a - 0.5) > Sigmoids.sigmoid(LayerEpoch.SATURATED) - 0.5, a -> a * (1 - a));
    private static final Reading TANH =
            new Reading(a -> Math.abs(a) > StrictMath.tanh(LayerEpoch.SATURATED), a -> 1 - a * a);

    /**
     * Makes the meter.
     *
     * @param network an initialised network
     * @param sample inputs as the network takes them, the first dimension counting examples
     */
    public ActivationMeter(MultiLayerNetwork network, INDArray sample) {
        this.network = network;
        this.sample = sample;
    }

    /**
     * Measures at the parameters as they are now.
     *
     * @return one record per hidden sigmoid or tanh layer
     */
    public List<LayerEpoch> measure() {
        List<INDArray> activations = network.feedForward(sample, false);
        List<LayerEpoch> layers = new ArrayList<>();
        for (int layer = 0; layer < network.getnLayers() - 1; layer++) {
            IActivation function = function(network.getLayer(layer).conf().getLayer());
            // The first activations are the sample itself.
            double[] a = activations.get(layer + 1).dup().data().asDouble();
            if (function instanceof ActivationSigmoid) {
                layers.add(read(layer, SIGMOID, a));
            } else if (function instanceof ActivationTanH) {
                layers.add(read(layer, TANH, a));
            }
        }
        return layers;
    }

    private static IActivation function(Layer layer) {
        if (layer instanceof DenseLayer dense) {
            return dense.getActivationFn();
        }
        if (layer instanceof ConvolutionLayer convolution) {
            return convolution.getActivationFn();
        }
        return layer instanceof ActivationLayer activation ? activation.getActivationFn() : null;
    }

    private static LayerEpoch read(int layer, Reading reading, double[] a) {
        int saturated = 0;
        double slope = 0;
        for (double each : a) {
            saturated += reading.saturated().test(each) ? 1 : 0;
            slope += reading.slope().applyAsDouble(each);
        }
        return new LayerEpoch(
                Integer.toString(layer), (double) saturated / a.length, slope / a.length, OptionalDouble.empty());
    }
}
