package org.tailoff.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An example on its way through a network, layer by layer: to where it ends, or to the layer that refuses it.
 *
 * @param layer index of the layer that refused it; the number of layers if none did
 * @param shape of what came out of the last layer that took it
 * @param refusal one line that names the layer and what it was given; empty if it came through
 */
record FirstPass(int layer, long[] shape, String refusal) {
    /** Passes one example, [1, ...]. */
    static FirstPass of(MultiLayerNetwork network, INDArray example) {
        network.setInputMiniBatchSize(1);
        long[] shape = example.shape();
        for (int layer = 0; layer < network.getnLayers(); layer++) {
            try {
                // The first activations are the example itself.
                shape = network.feedForwardToLayer(layer, example)
                        .get(layer + 1)
                        .shape();
            } catch (RuntimeException e) {
                return new FirstPass(layer, shape, refusal(network, layer, shape, e));
            }
        }
        return new FirstPass(network.getnLayers(), shape, "");
    }

    boolean isThrough() {
        return refusal.isEmpty();
    }

    private static String refusal(MultiLayerNetwork network, int layer, long[] given, RuntimeException e) {
        String wanted = network.getLayer(layer).conf().getLayer() instanceof FeedForwardLayer sized
                ? " must take nIn = " + sized.getNIn() + ","
                : " must take what it is given,";
        String processor = network.getLayerWiseConfigurations().getInputPreProcess(layer) == null
                ? ""
                : " through "
                        + network.getLayerWiseConfigurations()
                                .getInputPreProcess(layer)
                                .getClass()
                                .getSimpleName();
        return String.format(
                Locale.ROOT,
                "layer %d (%s)%s was given %s%s: %s",
                layer,
                type(network, layer),
                wanted,
                inWords(given),
                processor,
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }

    /** The layer's type, with its name where it has one. */
    static String type(MultiLayerNetwork network, int layer) {
        var configured = network.getLayer(layer).conf().getLayer();
        String type = configured.getClass().getSimpleName();
        return configured.getLayerName() == null ? type : type + " '" + configured.getLayerName() + "'";
    }

    /** A shape whose first dimension counts examples. */
    static String inWords(long[] shape) {
        return Arrays.stream(shape).skip(1).mapToObj(Long::toString).collect(Collectors.joining(", ", "[n, ", "]"));
    }
}
