package org.tailoff.plugins.initialisers;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * Weighted inputs of variance 1 where the inputs have variance 1: standard deviation fanIn^(-1/2). The paper names mean and
 * standard deviation and no shape.
 *
 * <p>Normal: weights N(0, s^2) with s^2 = gain^2 / fan-in.
 *
 * @see <a href="https://doi.org/10.1007/3-540-49430-8_2">LeCun, Bottou, Orr and Mueller 1998, Efficient BackProp, section 4.6,
 *     eq. 16</a>
 */
public final class LeCunNormalInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "lecun-normal";
    }

    @Override
    public String description() {
        return "weights N(0, s^2) with s^2 = gain^2 / fan-in, biases 0";
    }

    @Override
    public String source() {
        return "LeCun, Bottou, Orr and Mueller 1998, Efficient BackProp, section 4.6, eq. 16";
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
        return gain * gain / layer.fanIn();
    }
}
