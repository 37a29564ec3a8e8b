package org.tailoff.train.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.LayerEpoch.WeightedInputs;

/**
 * Measures how much of the hidden layers of any network is at work over a fixed sample: saturated weighted inputs, dead
 * units and the mean derivative, read off the activations that DL4J shows.
 *
 * <p>Layers are left out whose activations do not tell ({@link ActivationReading}): those of other functions, gated
 * ones such as LSTM, and all that are not dense, convolutional, simply recurrent or an activation alone.
 */
public final class ActivationMeter {
    /** The activations of convolutions are large. */
    private static final int CHUNK = 100;

    private final MultiLayerNetwork network;
    private final INDArray sample;
    private final List<Part> parts = new ArrayList<>();

    /** A layer that can be read, and what was seen of it. */
    private static final class Part {
        private final int layer;
        private final ActivationReading reading;
        private final boolean unitsLast;
        private boolean[] alive = new boolean[0];
        private long seen;
        private long saturated;
        private double slope;

        Part(int layer, ActivationReading reading, boolean unitsLast) {
            this.layer = layer;
            this.reading = reading;
            this.unitsLast = unitsLast;
        }

        void clear() {
            alive = new boolean[0];
            seen = 0;
            saturated = 0;
            slope = 0;
        }

        void see(INDArray activations) {
            int units = Math.toIntExact(activations.size(unitsLast ? activations.rank() - 1 : 1));
            double[] flat = activations.dup('c').data().asDouble();
            int examples = Math.toIntExact(activations.size(0));
            // Numbers of one unit that follow each other: one where units come last, all places of a map otherwise.
            int run = unitsLast ? 1 : flat.length / examples / units;
            if (alive.length == 0) {
                alive = new boolean[units];
            }
            for (int i = 0; i < flat.length; i++) {
                double derivative = reading.slope().applyAsDouble(flat[i]);
                slope += derivative;
                saturated += reading.saturated().test(flat[i]) ? 1 : 0;
                alive[i / run % units] |= derivative != 0;
            }
            seen += flat.length;
        }

        LayerEpoch found() {
            long dead = IntStream.range(0, alive.length).filter(i -> !alive[i]).count();
            return new LayerEpoch(
                    Integer.toString(layer),
                    (double) saturated / seen,
                    slope / seen,
                    OptionalDouble.of((double) dead / alive.length),
                    WeightedInputs.UNKNOWN);
        }
    }

    /**
     * Makes the meter.
     *
     * @param network an initialised network
     * @param sample inputs as the network takes them, the first dimension counting examples
     */
    public ActivationMeter(MultiLayerNetwork network, INDArray sample) {
        this.network = network;
        this.sample = sample;
        boolean channelsLast = false;
        for (int layer = 0; layer < network.getnLayers() - 1; layer++) {
            Layer configured = network.getLayer(layer).conf().getLayer();
            channelsLast = hasChannelsLast(configured, channelsLast);
            add(layer, configured, channelsLast);
        }
    }

    private void add(int layer, Layer configured, boolean channelsLast) {
        IActivation function = function(configured);
        if (function != null) {
            ActivationReading.of(function).ifPresent(reading -> parts.add(new Part(layer, reading, channelsLast)));
        }
    }

    private static IActivation function(Layer layer) {
        if (layer instanceof DenseLayer dense) {
            return dense.getActivationFn();
        } else if (layer instanceof ConvolutionLayer convolution) {
            return convolution.getActivationFn();
        } else if (layer instanceof SimpleRnn recurrent) {
            return recurrent.getActivationFn();
        }
        return layer instanceof ActivationLayer activation ? activation.getActivationFn() : null;
    }

    /**
     * Whether a layer's units are the last dimension of its activations; one that does not say so is as the one before.
     */
    private static boolean hasChannelsLast(Layer layer, boolean before) {
        if (layer instanceof DenseLayer) {
            return false;
        } else if (layer instanceof Convolution3D convolution) {
            return convolution.getDataFormat() == Convolution3D.DataFormat.NDHWC;
        } else if (layer instanceof Convolution1DLayer convolution) {
            return convolution.getRnnDataFormat() == RNNFormat.NWC;
        } else if (layer instanceof ConvolutionLayer convolution) {
            return convolution.getCnn2dDataFormat() == CNN2DFormat.NHWC;
        } else if (layer instanceof SimpleRnn recurrent) {
            return recurrent.getRnnDataFormat() == RNNFormat.NWC;
        }
        return before;
    }

    /**
     * Measures at the parameters as they are now.
     *
     * @return one record per hidden layer that can be read
     */
    public List<LayerEpoch> measure() {
        parts.forEach(Part::clear);
        long examples = parts.isEmpty() ? 0 : sample.size(0);
        for (long from = 0; from < examples; from += CHUNK) {
            INDArray chunk = sample.get(NDArrayIndex.interval(from, Math.min(from + CHUNK, examples)))
                    .dup();
            List<INDArray> activations = network.feedForward(chunk, false);
            // The first activations are the sample itself.
            parts.forEach(part -> part.see(activations.get(part.layer + 1)));
        }
        return parts.stream().map(Part::found).toList();
    }
}
