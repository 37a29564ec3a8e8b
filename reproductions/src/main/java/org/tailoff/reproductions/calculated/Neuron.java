package org.tailoff.reproductions.calculated;

/**
 * The sigmoid neuron of section 3.1: one input, which is 1, and one output, which ought to be 0.
 *
 * @param weight w
 * @param bias b
 */
public record Neuron(double weight, double bias) {
    /** {@return a = sigma(w + b)} */
    public double output() {
        return Functions.sigmoid(weight + bias);
    }

    /** The neuron after an update; as the input is 1, weight and bias always move alike. */
    Neuron lowered(double by) {
        return new Neuron(weight - by, bias - by);
    }
}
