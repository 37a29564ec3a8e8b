package org.tailoff.plugins.initialisers;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * Every neuron has k incoming weights N(0, stddev^2), from inputs chosen at random; all others are 0.
 *
 * @see <a href="https://www.cs.toronto.edu/~jmartens/docs/Deep_HessianFree.pdf">Martens 2010, section 5, where k is 15</a>
 */
public final class SparseInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "sparse";
    }

    @Override
    public String description() {
        return "k weights of each neuron N(0, stddev^2) with k 15 and stddev 1, the others 0, biases 0";
    }

    @Override
    public String source() {
        return "Martens 2010, Deep learning via Hessian-free optimization, section 5";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole("k", 15, 1, Integer.MAX_VALUE, "incoming weights of each neuron that are not 0"),
                Parameters.positive("stddev", "standard deviation of those"));
    }

    @Override
    public boolean supports(LayerKind kind) {
        return true;
    }

    @Override
    public Distribution distribution(Layer layer) {
        double share = Math.min(1, (double) layer.whole("k") / layer.fanIn());
        return new Distribution.SparseNormal(share, layer.real("stddev"));
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        double[] weights = new double[layer.weightCount()];
        int k = Math.min(layer.whole("k"), layer.fanIn());
        for (int neuron = 0; neuron < layer.neurons(); neuron++) {
            int[] inputs = IntStream.range(0, layer.fanIn()).toArray();
            for (int chosen = 0; chosen < k; chosen++) { // Fisher and Yates, as far as needed
                int other = random.nextInt(chosen, inputs.length);
                weights[neuron * layer.fanIn() + inputs[other]] = layer.real("stddev") * random.nextGaussian();
                inputs[other] = inputs[chosen];
            }
        }
        return weights;
    }
}
