package org.tailoff.plugins.initialisers;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * The book's old approach: every weight and every bias N(0, 1), or N(0, stddev^2).
 *
 * <p>A neuron with n inputs of 1 then has a weighted input of variance n + 1 and saturates.
 *
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html#weight_initialization">Nielsen, Neural Networks and Deep
 *     Learning, chapter 3, "Weight initialization"; network2.py, large_weight_initializer</a>
 */
public final class GaussianInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "gaussian";
    }

    @Override
    public String description() {
        return "the book's old approach: weights N(0, stddev^2) with stddev 1, biases N(0, 1)";
    }

    @Override
    public String source() {
        return "Nielsen, Neural Networks and Deep Learning, chapter 3, Weight initialization";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameters.positive("stddev", "standard deviation of the weights"),
                Parameters.positive("bias-stddev", "standard deviation of the biases"));
    }

    @Override
    public boolean supports(LayerKind kind) {
        return true;
    }

    @Override
    public Distribution distribution(Layer layer) {
        return new Distribution.Normal(0, layer.real("stddev"));
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        return Draws.normal(layer.weightCount(), layer.real("stddev"), random);
    }

    @Override
    public double[] biases(Layer layer, RandomGenerator random) {
        return Draws.normal(layer.biasCount(), layer.real("bias-stddev"), random);
    }
}
