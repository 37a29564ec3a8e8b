package org.tailoff.plugins.initialisers;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * The heuristic in use before Glorot and Bengio: weights gain U(-1/sqrt(fanIn), 1/sqrt(fanIn)), of variance gain^2 / (3 fanIn).
 *
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio 2010, eq. 1</a>
 */
public final class UniformInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "uniform";
    }

    @Override
    public String description() {
        return "weights gain U(-1/sqrt(fan-in), 1/sqrt(fan-in)) with gain 1, biases 0";
    }

    @Override
    public String source() {
        return "Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks, eq. 1";
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
        return layer.real("gain") / Math.sqrt(layer.fanIn());
    }
}
