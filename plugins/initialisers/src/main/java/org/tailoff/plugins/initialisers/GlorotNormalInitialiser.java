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
 * <p>Normal: weights N(0, s^2) with s^2 = 2 gain^2 / (fan-in + fan-out).
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio 2010, eq. 12 (the variance) and 16 (the uniform
 *     form)</a>
 */
public final class GlorotNormalInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "glorot-normal";
    }

    @Override
    public String description() {
        return "weights N(0, s^2) with s^2 = 2 gain^2 / (fan-in + fan-out), biases 0";
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
        return new Distribution.Normal(0, Math.sqrt(variance(layer)));
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        return Draws.normal(layer.weightCount(), Math.sqrt(variance(layer)), random);
    }

    private static double variance(Layer layer) {
        double gain = layer.real("gain");
        return 2 * gain * gain / ((double) layer.fanIn() + layer.fanOut());
    }
}
