package org.tailoff.plugins.initialisers;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * The book's new approach: weights gain N(0, 1) / sqrt(fanIn), that is N(0, 1/fanIn) at a gain of 1, and biases N(0, 1).
 *
 * <p>The variance of a neuron's weighted input no longer grows with the number of its inputs.
 *
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html#weight_initialization">Nielsen, Neural Networks and Deep
 *     Learning, chapter 3, "Weight initialization"; network2.py, default_weight_initializer</a>
 */
public final class ScaledGaussianInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "scaled-gaussian";
    }

    @Override
    public String description() {
        return "the book's new approach: weights gain N(0, 1/fan-in) with gain 1, biases N(0, 1)";
    }

    @Override
    public String source() {
        return "Nielsen, Neural Networks and Deep Learning, chapter 3, Weight initialization";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameters.positive("gain", "the weights are multiplied by it"),
                Parameters.positive("bias-stddev", "standard deviation of the biases"));
    }

    @Override
    public boolean supports(LayerKind kind) {
        return true;
    }

    @Override
    public Distribution distribution(Layer layer) {
        return new Distribution.Normal(0, layer.real("gain") / Math.sqrt(layer.fanIn()));
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        return Draws.normal(layer.weightCount(), layer.real("gain"), Math.sqrt(layer.fanIn()), random);
    }

    @Override
    public double[] biases(Layer layer, RandomGenerator random) {
        return Draws.normal(layer.biasCount(), layer.real("bias-stddev"), random);
    }
}
