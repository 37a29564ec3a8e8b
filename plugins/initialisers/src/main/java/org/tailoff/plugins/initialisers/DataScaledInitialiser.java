package org.tailoff.plugins.initialisers;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * Unit weighted inputs by measurement: weights N(0, 1), then every neuron's divided by the root mean square of its weighted
 * input z on a sample of data, so that each z has a mean square of 1 there. The book's 1/sqrt(fanIn) reaches that only where
 * the inputs have a mean square of 1; pixels have 0.1.
 *
 * @see <a href="https://arxiv.org/abs/1511.06856">Kraehenbuehl, Doersch, Donahue and Darrell 2016, Data-dependent
 *     initializations of convolutional neural networks, section 3.1; without its shift of the biases, which are drawn
 *     before any weight</a>
 */
public final class DataScaledInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "data-scaled";
    }

    @Override
    public String description() {
        return "weights size N(0, 1) / rms(z_j) with size 1: each neuron's z = w.x has rms 1 on data; biases 0";
    }

    @Override
    public String source() {
        return "Kraehenbuehl et al. 2016, Data-dependent initializations of convolutional neural networks, section 3.1";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameters.positive("size", "root mean square of each weighted input on the sample"));
    }

    /** Dense layers alone: of others there is no sample. */
    @Override
    public boolean supports(LayerKind kind) {
        return kind instanceof LayerKind.Dense;
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        double[] weights = Draws.normal(layer.weightCount(), 1, random);
        double[][] z = Data.sample(layer).weightedInputs(weights);
        for (int j = 0; j < layer.neurons(); j++) {
            int neuron = j;
            double factor = layer.real("size") / Data.rms(Arrays.stream(z).mapToDouble(image -> image[neuron]));
            for (int i = j * layer.fanIn(); i < (j + 1) * layer.fanIn(); i++) {
                weights[i] *= factor;
            }
        }
        return weights;
    }
}
