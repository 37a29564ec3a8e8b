package org.tailoff.plugins.initialisers;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * All weights equal, to see symmetry fail: neurons with equal weights receive equal gradients, so that a layer of any width
 * does what a single neuron would.
 *
 * @see <a href="https://www.deeplearningbook.org/contents/optimization.html">Goodfellow, Bengio and Courville 2016, Deep
 *     Learning, section 8.4</a>
 */
public final class ConstantInitialiser implements WeightInitialiser {
    private static final double LIMIT = Double.POSITIVE_INFINITY;

    @Override
    public String id() {
        return "constant";
    }

    @Override
    public String description() {
        return "weights value with value 0.1, biases 0: no neuron ever differs from its neighbour";
    }

    @Override
    public String source() {
        return "Goodfellow, Bengio and Courville, Deep Learning, section 8.4";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter.Real("value", 0.1, -LIMIT, LIMIT, "every weight"));
    }

    @Override
    public boolean supports(LayerKind kind) {
        return true;
    }

    @Override
    public Distribution distribution(Layer layer) {
        return new Distribution.Fixed();
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        return Draws.constant(layer.weightCount(), layer.real("value"));
    }
}
