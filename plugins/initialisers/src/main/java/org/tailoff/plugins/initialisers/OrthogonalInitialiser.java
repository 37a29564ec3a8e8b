package org.tailoff.plugins.initialisers;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * A random orthogonal matrix times gain: W^T W = gain^2 I if fanIn >= neurons (the neurons' weights are orthonormal), else W
 * W^T = gain^2 I. The variance of a weight is gain^2 / max(fanIn, neurons). Of a convolution W is the matrix of its flattened
 * kernels, as in Keras and PyTorch.
 *
 * @see <a href="https://arxiv.org/abs/1312.6120">Saxe, McClelland and Ganguli 2014, Exact solutions to the nonlinear
 *     dynamics of learning in deep linear neural networks, section 3</a>
 */
public final class OrthogonalInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "orthogonal";
    }

    @Override
    public String description() {
        return "weights gain Q with gain 1, Q random with orthonormal columns or rows, biases 0";
    }

    @Override
    public String source() {
        return "Saxe, McClelland and Ganguli 2014, Exact solutions to the nonlinear dynamics of learning, section 3";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameters.positive("gain", "the weights are multiplied by it"));
    }

    @Override
    public boolean supports(LayerKind kind) {
        return true;
    }

    @Override
    public Distribution distribution(Layer layer) {
        double gain = layer.real("gain");
        return new Distribution.Moments(0, gain * gain / Math.max(layer.fanIn(), layer.neurons()));
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        return Orthonormal.weights(layer, layer.real("gain"), random);
    }
}
