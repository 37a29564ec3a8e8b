package org.tailoff.train.fused;

import org.tailoff.train.measure.TensorMoments;

/**
 * Weights measured without touching their elements, for plain steps and L2 decay.
 *
 * <p>With G = A^T D / m the mean gradient and the step W' = (1 - q) W - eta G:
 *
 * <ul>
 *   <li>||G||^2 = (1/m^2) &lt;D, (A A^T) D&gt;, from the examples' Gram matrix unless there are more examples than
 *       outputs
 *   <li>&lt;W, G&gt; = (1/m) sum Z D, Z = A W the weighted inputs without biases
 *   <li>||W'||^2 = (1-q)^2 ||W||^2 - 2 (1-q) eta &lt;W, G&gt; + eta^2 ||G||^2
 *   <li>||W' - W||^2 = q^2 ||W||^2 + 2 q eta &lt;W, G&gt; + eta^2 ||G||^2
 *   <li>&lt;W' - W, -W&gt; = q ||W||^2 + eta &lt;W, G&gt;
 * </ul>
 *
 * <p>||W||^2 and the sum of W are carried from step to step and measured afresh after {@link #forget()}. In single
 * precision they belong to the step before it is rounded, with the rates the memory really uses.
 *
 * <p>What is carried is good to some 1e-12 of ||W||^2, and so is a variance that is taken from it: enough while the
 * mean is not many times the deviation, and for weights further from zero nothing at all. No identity gives sums about
 * the new mean, since that is known only after the step; for such weights {@link TensorMoments} asks for the elements.
 */
final class IdentityWeights implements TensorRecorder {

    private static final int BLOCK = 1024;

    private final FusedLayer layer;
    private final DenseBlas blas;
    private final SgdRule rule;
    private final Extremes extremes;
    private final TensorMoments moments;
    private final double[] block = new double[BLOCK];
    private double sum;
    private double squares;
    private boolean known;

    /**
     * Recorder of a layer's weights.
     *
     * @param layer the layer
     * @param rule the step, with any decay but L1
     * @throws IllegalArgumentException if the decay is L1, to which the identities do not apply
     */
    IdentityWeights(FusedLayer layer, SgdRule rule) {
        if (rule.decay() == SgdRule.Decay.L1) {
            throw new IllegalArgumentException("decay must not be L1");
        }
        this.layer = layer;
        this.blas = layer.blas;
        this.rule = rule;
        extremes = new Extremes(blas);
        moments = new TensorMoments(blas.weights(), this::elements);
    }

    @Override
    public void forget() {
        known = false;
        extremes.forget();
    }

    @Override
    public void before(int examples) {
        if (!known) {
            measure();
        }
        double eta = blas.rounded(rule.learningRate() / examples) * examples;
        double keep = blas.rounded(rule.l2Factor());
        double q = 1 - keep;
        double weights = squares;
        double gradient = blas.gradientSquares() / ((double) examples * examples);
        double inner = layer.weightsDotGradient() / examples;
        moments.setStart(weights, gradient);
        moments.setStep(
                rule.l2Rate() * Math.sqrt(weights),
                rule.learningRate() * Math.sqrt(gradient),
                Math.max(q * q * weights + 2 * q * eta * inner + eta * eta * gradient, 0),
                q * weights + eta * inner);
        squares = Math.max(keep * keep * weights - 2 * keep * eta * inner + eta * eta * gradient, 0);
        sum = keep * sum - eta * blas.gradientSum() / examples;
        extremes.step(layer.deltas, examples, keep, eta / examples);
    }

    @Override
    public TensorMoments after() {
        extremes.find();
        moments.setElements(sum, squares, extremes.lowest(), extremes.highest());
        return moments;
    }

    private double[] elements() {
        double[] elements = new double[blas.weights()];
        blas.readWeights(elements, 0, elements.length);
        return elements;
    }

    private void measure() {
        sum = 0;
        squares = 0;
        for (int from = 0; from < blas.weights(); from += BLOCK) {
            int count = Math.min(BLOCK, blas.weights() - from);
            blas.readWeights(block, from, count);
            for (int i = 0; i < count; i++) {
                sum += block[i];
                squares += block[i] * block[i];
            }
        }
        known = true;
    }
}
