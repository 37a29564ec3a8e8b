package org.tailoff.train.fused;

/**
 * Where one layer lies in the parameter memory and how much it must hold.
 *
 * @param inputs fan-in
 * @param outputs fan-out
 * @param offset index in the parameter memory of the first weight; the biases follow the weights
 * @param capacity most examples in a mini-batch
 * @param first whether its inputs are the network's, stored example by example
 */
record LayerRegion(int inputs, int outputs, int offset, int capacity, boolean first) {

    /** Number of weights. */
    int weights() {
        return inputs * outputs;
    }

    /** Room for the derivatives by the input activations, which the first layer never needs. */
    int pulled() {
        return first ? 0 : capacity * inputs;
    }
}
