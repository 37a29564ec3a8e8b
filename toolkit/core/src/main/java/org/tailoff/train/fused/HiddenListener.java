package org.tailoff.train.fused;

/** Sees the weighted inputs of hidden layers on their way through a {@link FusedNetwork}. */
@FunctionalInterface
interface HiddenListener {
    /**
     * Looks at a layer.
     *
     * @param layer index of the hidden layer, from 0
     * @param z weighted inputs with biases, {@code count} numbers from the start
     * @param count examples x neurons
     */
    void see(int layer, double[] z, int count);
}
