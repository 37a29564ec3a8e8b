package org.tailoff.plugins.initialisers;

import java.util.random.RandomGenerator;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.WeightInitialiser;

/**
 * All weights 0, to see symmetry fail: neurons with equal weights receive equal gradients and stay equal; and where the
 * weights after a layer are 0, no gradient reaches it.
 *
 * @see <a href="https://www.deeplearningbook.org/contents/optimization.html">Goodfellow, Bengio and Courville 2016, Deep
 *     Learning, section 8.4</a>
 */
public final class ZerosInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "zeros";
    }

    @Override
    public String description() {
        return "weights 0, biases 0: no neuron ever differs from its neighbour";
    }

    @Override
    public String source() {
        return "Goodfellow, Bengio and Courville, Deep Learning, section 8.4";
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
        return new double[layer.weightCount()];
    }
}
