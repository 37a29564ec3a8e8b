package org.tailoff.registry;

import org.tailoff.initialise.LayerShape;

/** The weights and biases of one layer: as many finite numbers as its shape asks for; immutable. */
public final class LayerParameters {
    private final LayerShape shape;
    private final double[] weights;
    private final double[] biases;

    /** Of arrays that have been checked and that nobody else will write to. */
    LayerParameters(LayerShape shape, double[] weights, double[] biases) {
        this.shape = shape;
        this.weights = weights;
        this.biases = biases;
    }

    /**
     * The size of the layer.
     *
     * @return never null
     */
    public LayerShape shape() {
        return shape;
    }

    /**
     * The weights, neuron by neuron.
     *
     * @return a copy, fanIn x neurons numbers; element {@code j * fanIn + i} connects input i to neuron j
     */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * The biases.
     *
     * @return a copy, one number per bias; element j is the bias of neuron j
     */
    public double[] biases() {
        return biases.clone();
    }
}
