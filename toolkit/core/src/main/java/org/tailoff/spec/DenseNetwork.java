package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;

/**
 * A stack of dense layers.
 *
 * @param layers number of neurons of each layer, inputs first: at least two entries, each at least 1
 * @param hidden activation of every hidden layer
 * @param output activation of the output layer
 * @param cost data cost
 * @param initialiser id of the weight initialiser
 * @param dropout share of every hidden layer's neurons that each mini-batch leaves out, rounded to whole neurons;
 *     evaluated is the network of all neurons, what they send out multiplied by the share kept (book section 3.2: half
 *     of them, halved). In [0, 1); 0, left out of files, for no dropout
 */
@JsonDeserialize // by its own components, unlike what it implements
public record DenseNetwork(
        List<Integer> layers,
        Activation hidden,
        Activation output,
        Cost cost,
        String initialiser,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) Double dropout)
        implements NetworkSpec {
    /**
     * Validates the network.
     *
     * @throws SpecException if {@code layers} has fewer than two entries or one below 1, if softmax is asked for in a
     *     hidden layer, if the outputs are neither sigmoid nor softmax, if softmax meets the quadratic cost, or if
     *     {@code dropout} is not in [0, 1)
     */
    public DenseNetwork {
        layers = SpecChecks.requireEntries(layers, "network.layers");
        SpecChecks.requireAtLeast(2, layers.size(), "number of network.layers");
        layers.forEach(size -> SpecChecks.requireAtLeast(1, size, "every entry of network.layers"));
        SpecChecks.requirePresent(hidden, "network.hidden");
        SpecChecks.requirePresent(output, "network.output");
        SpecChecks.requirePresent(cost, "network.cost");
        SpecChecks.requirePresent(initialiser, "network.initialiser");
        dropout = dropout == null ? 0 : dropout;
        if (!(dropout >= 0 && dropout < 1)) {
            throw new SpecException("network.dropout must be a number in [0, 1), was " + dropout);
        }
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

    /** A network without dropout. */
    public DenseNetwork(List<Integer> layers, Activation hidden, Activation output, Cost cost, String initialiser) {
        this(layers, hidden, output, cost, initialiser, 0.0);
    }

    /** {@return the number of inputs} */
    public int inputs() {
        return layers.get(0);
    }

    /** {@return the number of outputs} */
    public int outputs() {
        return layers.get(layers.size() - 1);
    }

    @Override
    public DenseNetwork withInitialiser(String newInitialiser) {
        return new DenseNetwork(layers, hidden, output, cost, newInitialiser, dropout);
    }
}
