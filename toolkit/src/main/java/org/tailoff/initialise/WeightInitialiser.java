package org.tailoff.initialise;

import java.util.random.RandomGenerator;

/**
 * A rule for the weights and biases a network starts from; found with {@link java.util.ServiceLoader}.
 *
 * <p>An implementation has a public constructor without arguments and no state: the same shape and the same state of the
 * generator must give the same numbers, and several threads may ask at once. It MUST draw from the generator it is given and
 * from nothing else. One instance serves every layer of every network: all biases are asked for first, layer by layer, and
 * then all weights, layer by layer, from one generator. No result is ever {@code null}, NaN or infinite.
 */
public interface WeightInitialiser {
    /**
     * What specs, the command line and figures call it.
     *
     * @return lower-case letters and digits in words joined by hyphens, such as {@code scaled-gaussian}; unique among all
     *     initialisers installed, never null
     */
    String id();

    /**
     * What it does, with the formula.
     *
     * @return one line, never null or blank
     */
    String description();

    /**
     * Where it was published.
     *
     * @return one line, a paper or a section of a book; never null or blank
     */
    String source();

    /**
     * Draws the weights of one layer.
     *
     * @param layer the size of the layer, never null
     * @param random where to draw from, never null
     * @return a new array of fanIn x fanOut finite numbers, neuron by neuron: element {@code j * fanIn + i} connects input i
     *     to neuron j (the memory of a column-major fanIn x fanOut matrix whose column j feeds neuron j); never null
     */
    double[] weights(LayerShape layer, RandomGenerator random);

    /**
     * Draws the biases of one layer; zeros, drawing nothing, unless overridden.
     *
     * @param layer the size of the layer, never null
     * @param random where to draw from, never null
     * @return a new array of fanOut finite numbers, element j is the bias of neuron j; never null
     */
    default double[] biases(LayerShape layer, RandomGenerator random) {
        return new double[layer.fanOut()];
    }
}
