package org.tailoff.plugins.initialisers;

import java.util.random.RandomGenerator;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.WeightInitialiser;

/**
 * The book's old approach: every weight and every bias N(0, 1).
 *
 * <p>A neuron with n inputs of 1 then has a weighted input of variance n + 1 and saturates.
 *
 * @see <a href="http://neuralnetworksanddeeplearning.com/chap3.html#weight_initialization">Nielsen, Neural Networks and Deep
 *     Learning, chapter 3, "Weight initialization"; network2.py, large_weight_initializer</a>
 */
public final class GaussianInitialiser implements WeightInitialiser {
    /** What {@code ServiceLoader} calls. */
    public GaussianInitialiser() {}

    @Override
    public String id() {
        return "gaussian";
    }

    @Override
    public String description() {
        return "the book's old approach: weights N(0, 1), biases N(0, 1)";
    }

    @Override
    public String source() {
        return "Nielsen, Neural Networks and Deep Learning, chapter 3, Weight initialization";
    }

    @Override
    public double[] weights(LayerShape layer, RandomGenerator random) {
        return Normals.draw(layer.weightCount(), 1, random);
    }

    @Override
    public double[] biases(LayerShape layer, RandomGenerator random) {
        return Normals.draw(layer.fanOut(), 1, random);
    }
}
