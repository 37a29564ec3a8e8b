package org.tailoff.plugins.initialisers;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * A compromise between keeping the variance of activations (1/fanIn) and of gradients (1/fanOut) from layer to layer. Nothing
 * is cut off: the paper's form is uniform.
 *
 * <p>Uniform: weights U(-l, l) with l^2 = 3 s^2 and s^2 = 2 gain^2 / (fan-in + fan-out), which has the variance s^2.
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio 2010, eq. 12 (the variance) and 16 (the uniform
 *     form)</a>
 */
public final class GlorotUniformInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "glorot-uniform";
    }

    @Override
    public String description() {
        return "weights U(-l, l) with l^2 = 3 s^2 and s^2 = 2 gain^2 / (fan-in + fan-out), biases 0";
    }

    @Override
    public String source() {
        return "Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks, eq. 12 and 16";
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
        return new Distribution.Uniform(-limit(layer), limit(layer));
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        return Draws.uniform(layer.weightCount(), limit(layer), random);
    }

    private static double limit(Layer layer) {
        return layer.real("gain") * Math.sqrt(6 / ((double) layer.fanIn() + layer.fanOut()));
    }
}
