package org.tailoff.initialise;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A rule for the weights and biases a network starts from; found with {@link java.util.ServiceLoader}. This is the
 * plugin interface, version {@value #SPI_VERSION}: what it asks of a plugin never grows within a version.
 *
 * <p>An implementation has a public constructor without arguments and no state: the same layer and the same state of
 * the generator must give the same numbers, and several threads may ask at once. It MUST draw from the generator it is
 * given and from nothing else. One instance serves every layer of every network: all biases are asked for first, layer
 * by layer, and then all weights, layer by layer, from one generator. No result is ever {@code null}, NaN or infinite.
 */
public interface WeightInitialiser {
    /**
     * The version of this interface; a jar may name the one it was built for as {@code Tailoff-SPI} in its manifest.
     */
    int SPI_VERSION = 1;

    /**
     * What specs, the command line and figures call it.
     *
     * @return lower-case letters and digits in words joined by hyphens, such as {@code scaled-gaussian}; unique among
     *     all initialisers installed, never null
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
     * What a user may choose; nothing unless overridden.
     *
     * @return each with the value it has unless chosen otherwise; their values in a {@link Layer} are the ones chosen
     */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * How a single weight of a layer is distributed, for the conformance kit; undeclared unless overridden.
     *
     * @param layer the layer, never null
     * @return never null
     */
    default Distribution distribution(Layer layer) {
        return new Distribution.Undeclared();
    }

    /**
     * Draws the weights of one layer.
     *
     * @param layer the layer, never null
     * @param random where to draw from, never null
     * @return a new array of fanIn x fanOut finite numbers, neuron by neuron: element {@code j * fanIn + i} connects
     *     input i to neuron j (the memory of a column-major fanIn x fanOut matrix whose column j feeds neuron j); never
     *     null
     */
    double[] weights(Layer layer, RandomGenerator random);

    /**
     * Draws the biases of one layer; zeros, drawing nothing, unless overridden.
     *
     * @param layer the layer, never null; it has no sample yet, for a sample needs the biases
     * @param random where to draw from, never null
     * @return a new array of fanOut finite numbers, element j is the bias of neuron j; never null
     */
    default double[] biases(Layer layer, RandomGenerator random) {
        return new double[layer.fanOut()];
    }
}
