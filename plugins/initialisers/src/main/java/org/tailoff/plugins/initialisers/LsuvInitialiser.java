package org.tailoff.plugins.initialisers;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * LSUV, layer-sequential unit variance: orthonormal weights, divided by the standard deviation of the layer's weighted inputs
 * on a sample of data, over all its neurons and images, so that their variance is 1. With biases of 0 the weighted inputs
 * are linear in the weights, and one division does what the paper iterates for.
 *
 * @see <a href="https://arxiv.org/abs/1511.06422">Mishkin and Matas 2016, All you need is a good init, algorithm 1</a>
 */
public final class LsuvInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "lsuv";
    }

    @Override
    public String description() {
        return "weights stddev Q / sd(z) with stddev 1: orthonormal, scaled so that z = w.x has variance 1 on data; biases 0";
    }

    @Override
    public String source() {
        return "Mishkin and Matas 2016, All you need is a good init, algorithm 1";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameters.positive("stddev", "standard deviation of the weighted inputs on the sample"));
    }

    /** Dense layers alone: of others there is no sample. */
    @Override
    public boolean supports(LayerKind kind) {
        return kind instanceof LayerKind.Dense;
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        double[] weights = Orthonormal.weights(layer, 1, random);
        double[][] z = Data.sample(layer).weightedInputs(weights);
        double factor = layer.real("stddev") / Data.stddev(Arrays.stream(z).flatMapToDouble(Arrays::stream));
        return Arrays.stream(weights).map(weight -> weight * factor).toArray();
    }
}
