package org.tailoff.plugins.initialisers;

import java.util.random.RandomGenerator;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.WeightInitialiser;

/**
 * The book's new approach: weights N(0, 1/fanIn), that is N(0, 1) / sqrt(fanIn), and biases N(0, 1).
 *
 * <p>The variance of a neuron's weighted input no longer grows with the number of its inputs.
 *
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html#weight_initialization">Nielsen, Neural Networks and Deep
 *     Learning, chapter 3, "Weight initialization"; network2.py, default_weight_initializer</a>
 */
public final class ScaledGaussianInitialiser implements WeightInitialiser {
    /** What {@code ServiceLoader} calls. */
    public ScaledGaussianInitialiser() {}

    @Override
    public String id() {
        return "scaled-gaussian";
    }

    @Override
    public String description() {
        return "the book's new approach: weights N(0, 1/fan-in), biases N(0, 1)";
    }

    @Override
    public String source() {
        return "Nielsen, Neural Networks and Deep Learning, chapter 3, Weight initialization";
    }

    @Override
    public double[] weights(LayerShape layer, RandomGenerator random) {
        return Normals.draw(layer.weightCount(), Math.sqrt(layer.fanIn()), random);
    }

    @Override
    public double[] biases(LayerShape layer, RandomGenerator random) {
        return Normals.draw(layer.fanOut(), 1, random);
    }
}
