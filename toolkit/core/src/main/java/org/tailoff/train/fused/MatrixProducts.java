package org.tailoff.train.fused;

import java.util.Arrays;

/**
 * The matrix products of a step and nothing else: forward and update of every layer, backward of all but the first.
 * What no step can be faster than, as long as it multiplies whole matrices; for benchmarks.
 */
public final class MatrixProducts {
    /** Small, so that the weights neither grow nor vanish. */
    private static final double DELTA = 1e-3;

    private final FusedLayer[] layers;
    private final SgdRule rule;
    private final double step;

    /**
     * Prepares the products, over all inputs, zeros included.
     *
     * @param network the layers, with a mini-batch loaded; its deltas are overwritten
     * @param rule decay and learning rate
     * @param examples examples in the mini-batch
     */
    public MatrixProducts(FusedNetwork network, SgdRule rule, int examples) {
        this.rule = rule;
        layers = network.layers();
        step = rule.learningRate() / examples;
        for (FusedLayer layer : layers) {
            Arrays.fill(layer.deltas, DELTA);
            layer.blas.select(examples, 0, layer.blas.inputs());
            layer.blas.writeDeltas(layer.deltas);
        }
    }

    /** Multiplies once. */
    public void run() {
        for (FusedLayer layer : layers) {
            layer.blas.forward(layer.products);
        }
        for (int i = layers.length - 1; i > 0; i--) {
            layers[i].blas.backward(layers[i - 1].deltas);
        }
        for (FusedLayer layer : layers) {
            layer.blas.update(rule.l2Factor(), step);
        }
    }
}
