package org.tailoff.initialise;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A rule for the weights and biases a network starts from; found with {@link java.util.ServiceLoader}. This is the
 * plugin interface, version {@value #SPI_VERSION}: what it asks of a plugin never grows within a version.
 *
 * <p>An implementation has a public constructor without arguments and no state: the same layer and the same state of
 * the generator must give the same numbers, and several threads may ask at once. It MUST draw from the generator it is
 * given and from nothing else. One instance serves every layer of every network: all biases are asked for first, layer
 * by layer, and then all weights, layer by layer, from one generator; of a network that comes with biases of its own,
 * the weights alone. No result is ever {@code null}, NaN or infinite.
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
     * Whether it knows what to do with layers of a kind; nobody asks for the weights of others. Unless overridden all
     * but convolutions, of which the number of neurons is not the fan-out.
     *
     * @param kind the kind of layer, never null
     * @return true if {@link #weights} answers for such layers
     */
    default boolean supports(LayerKind kind) {
        return !(kind instanceof LayerKind.Convolution);
    }

    /**
     * Why the neurons of a layer depend on one another or a layer on the one before, where that is meant, as in a
     * Hadamard matrix; the conformance kit then does not look for independence.
     *
     * @return the reason in one line; empty, unless overridden, where neurons and layers are independent or merely
     *     uncorrelated, as in a random orthogonal matrix
     */
    default Optional<String> structure() {
        return Optional.empty();
    }

    /**
     * Draws the weights of one layer.
     *
     * @param layer the layer, never null, of a kind that it {@link #supports}
     * @param random where to draw from, never null
     * @return a new array of fanIn x neurons finite numbers, neuron by neuron: element {@code j * fanIn + i} connects
     *     input i to neuron j (the memory of a column-major fanIn x neurons matrix whose column j feeds neuron j). The
     *     inputs of a convolution's neuron are its receptive field, channel by channel, so that this is C order of
     *     {@code [out, in, kh, kw]}. The neurons of an LSTM are its gates, block by block. Never null
     */
    double[] weights(Layer layer, RandomGenerator random);

    /**
     * Draws the biases of one layer; zeros, drawing nothing, unless overridden.
     *
     * @param layer the layer, never null; it has no sample yet, for a sample needs the biases
     * @param random where to draw from, never null
     * @return a new array of {@link Layer#biasCount()} finite numbers, element j is the bias of neuron j, of a
     *     convolution that of output channel j; never null
     */
    default double[] biases(Layer layer, RandomGenerator random) {
        return new double[layer.biasCount()];
    }
}
