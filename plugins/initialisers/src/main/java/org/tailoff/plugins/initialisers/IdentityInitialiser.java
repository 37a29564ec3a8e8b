package org.tailoff.plugins.initialisers;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * gain I: neuron j passes input j on, and nothing else; where the layer is not square, the rest is 0. Not for convolutions, whose identity is
 * another thing (a kernel with a 1 in its middle).
 *
 * @see <a href="https://arxiv.org/abs/1504.00941">Le, Jaitly and Hinton 2015, A simple way to initialize recurrent networks
 *     of rectified linear units</a>
 */
public final class IdentityInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "identity";
    }

    @Override
    public String description() {
        return "weights gain I with gain 1: 1 from input j to neuron j, else 0; biases 0";
    }

    @Override
    public String source() {
        return "Le, Jaitly and Hinton 2015, A simple way to initialize recurrent networks of rectified linear units";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameters.positive("gain", "the weights are multiplied by it"));
    }

    @Override
    public Distribution distribution(Layer layer) {
        return new Distribution.Fixed();
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        double[] weights = new double[layer.weightCount()];
        for (int j = 0; j < Math.min(layer.fanIn(), layer.neurons()); j++) {
            weights[j * layer.fanIn() + j] = layer.real("gain");
        }
        return weights;
    }
}
