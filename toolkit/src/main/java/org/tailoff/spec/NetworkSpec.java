package org.tailoff.spec;

import java.util.List;

/**
 * A stack of dense layers.
 *
 * @param layers number of neurons of each layer, inputs first: at least two entries, each at least 1
 * @param hidden activation of every hidden layer
 * @param output activation of the output layer
 * @param cost data cost
 * @param initialiser id of the weight initialiser
 */
public record NetworkSpec(List<Integer> layers, Activation hidden, Activation output, Cost cost, String initialiser) {
    /**
     * Validates the network.
     *
     * @throws SpecException if {@code layers} has fewer than two entries or one below 1, if softmax is asked for in a
     *     hidden layer, if the outputs are neither sigmoid nor softmax, or if softmax meets the quadratic cost
     */
    public NetworkSpec {
        layers = List.copyOf(Checks.requirePresent(layers, "network.layers"));
        Checks.requireAtLeast(2, layers.size(), "number of network.layers");
        layers.forEach(size -> Checks.requireAtLeast(1, size, "every entry of network.layers"));
        Checks.requirePresent(hidden, "network.hidden");
        Checks.requirePresent(output, "network.output");
        Checks.requirePresent(cost, "network.cost");
        Checks.requirePresent(initialiser, "network.initialiser");
        if (hidden == Activation.SOFTMAX) {
            throw new SpecException("network.hidden must be one of sigmoid, tanh, relu, was softmax");
        }
        if (output != Activation.SIGMOID && output != Activation.SOFTMAX) {
            throw new SpecException("network.output must be sigmoid or softmax, was " + output);
        }
        if (output == Activation.SOFTMAX && cost == Cost.QUADRATIC) {
            throw new SpecException("network.cost must be cross-entropy with softmax outputs, was quadratic");
        }
    }

    /** {@return the number of inputs} */
    public int inputs() {
        return layers.get(0);
    }

    /** {@return the number of outputs} */
    public int outputs() {
        return layers.get(layers.size() - 1);
    }
}
