package org.tailoff.train.fused;

import org.tailoff.record.IterationColumn;
import org.tailoff.train.measure.TensorMoments;

/**
 * The step of stochastic gradient descent with everything in one: forward, backward, update and, if asked for, the full
 * record of every parameter tensor. The parameters after a step do not depend on whether it was recorded.
 */
public final class FusedStep {

    /** From this many weights on the identities are faster than the elements. */
    private static final int IDENTITIES_FROM = 512;

    private final FusedNetwork network;
    private final SgdRule rule;
    private final TensorRecorder[] recorders;

    /** One layer's weights on their way through L1 decay; empty without it. */
    private final double[] shrinking;

    /**
     * Steps over a network.
     *
     * @param network the layers, already on the parameters' memory
     * @param rule the step
     */
    public FusedStep(FusedNetwork network, SgdRule rule) {
        this.network = network;
        this.rule = rule;
        recorders = new TensorRecorder[2 * network.layers().length];
        int largest = 0;
        int t = 0;
        for (FusedLayer layer : network.layers()) {
            recorders[t++] = weights(layer, rule);
            recorders[t++] = new DirectBiases(layer, rule);
            largest = Math.max(largest, layer.blas.weights());
        }
        shrinking = new double[rule.l1Step() == 0 ? 0 : largest];
    }

    private static TensorRecorder weights(FusedLayer layer, SgdRule rule) {
        boolean identities = rule.decay() != SgdRule.Decay.L1 && layer.blas.weights() >= IDENTITIES_FROM;
        return identities ? new IdentityWeights(layer, rule) : new DirectWeights(layer.blas, rule);
    }

    /** Numbers in a full record: {@link IterationColumn#COUNT} for each of W1, b1, W2, b2, ... */
    int recordLength() {
        return recorders.length * IterationColumn.COUNT;
    }

    /**
     * Measures afresh, at the next recorded step, what is carried from step to step. To be called at the start of every
     * epoch, so that a run resumed there has the same bits, and whenever the parameters have been written from outside.
     */
    public void open() {
        for (TensorRecorder recorder : recorders) {
            recorder.forget();
        }
    }

    /**
     * Steps on the network's loaded mini-batch, recording nothing.
     *
     * @return mean data cost over the mini-batch, at the parameters before the step
     */
    public double step() {
        double cost = gradients();
        update();
        open();
        return cost;
    }

    /**
     * Steps on the network's loaded mini-batch.
     *
     * @param target receives the record, tensor after tensor, {@link #recordLength()} numbers
     * @param offset index of its first number
     * @return mean data cost over the mini-batch, at the parameters before the step
     */
    public double step(double[] target, int offset) {
        double cost = gradients();
        for (TensorRecorder recorder : recorders) {
            recorder.before(network.examples());
        }
        update();
        for (int t = 0; t < recorders.length; t++) {
            TensorMoments moments = recorders[t].after();
            moments.writeTo(target, offset + t * IterationColumn.COUNT, cost);
        }
        return cost;
    }

    private double gradients() {
        double cost = network.forward();
        network.backward();
        return cost / network.examples();
    }

    private void update() {
        double step = rule.learningRate() / network.examples();
        for (FusedLayer layer : network.layers()) {
            if (rule.l1Step() != 0) {
                shrink(layer.blas);
            }
            layer.blas.update(rule.l2Factor(), step);
            layer.updateBiases(step);
        }
    }

    private void shrink(DenseBlas blas) {
        double q = rule.l1Step();
        blas.readWeights(shrinking, 0, blas.weights());
        for (int i = 0; i < blas.weights(); i++) {
            double w = shrinking[i];
            shrinking[i] = w == 0 ? w : w - Math.copySign(q, w);
        }
        blas.writeWeights(shrinking);
    }
}
