package org.tailoff.initialise;

/**
 * Some inputs of a layer, and what the layer makes of them: for initialisers that look at data.
 *
 * <p>The inputs of the first layer are examples; those of a later layer are the activations of the layers before it,
 * whose weights and biases are final by then. Every array is the caller's own.
 */
public interface Sample {
    /**
     * How many inputs there are.
     *
     * @return at least 1
     */
    int count();

    /**
     * The inputs.
     *
     * @return count x fanIn numbers, {@code [example][i]} is input i
     */
    double[][] inputs();

    /**
     * What the neurons would receive: z = w . x + b, with the layer's own biases.
     *
     * @param weights fanIn x fanOut numbers, neuron by neuron
     * @return count x fanOut numbers, {@code [example][j]} is the weighted input of neuron j
     * @throws IllegalArgumentException if {@code weights.length != fanIn x fanOut}
     */
    double[][] weightedInputs(double[] weights);

    /**
     * What the neurons would give out.
     *
     * @param weights fanIn x fanOut numbers, neuron by neuron
     * @return count x fanOut numbers, {@code [example][j]} is the activation of neuron j
     * @throws IllegalArgumentException if {@code weights.length != fanIn x fanOut}
     */
    double[][] activations(double[] weights);
}
