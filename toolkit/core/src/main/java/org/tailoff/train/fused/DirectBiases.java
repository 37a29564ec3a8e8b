package org.tailoff.train.fused;

import org.tailoff.train.measure.DirectMoments;
import org.tailoff.train.measure.StepRates;
import org.tailoff.train.measure.TensorMoments;
import org.tailoff.train.measure.Vectors;

/** Biases measured element by element. */
final class DirectBiases implements TensorRecorder {

    private final FusedLayer layer;
    private final DirectMoments moments;
    private final StepRates rates;
    private double gradientSquares;

    DirectBiases(FusedLayer layer, SgdRule rule) {
        this.layer = layer;
        moments = new DirectMoments(layer.biases.length);
        rates = rule.biasRates();
    }

    @Override
    public void before(int examples) {
        System.arraycopy(layer.biases, 0, moments.before, 0, layer.biases.length);
        gradientSquares = Vectors.dot(layer.biasGradient, layer.biasGradient) / ((double) examples * examples);
    }

    @Override
    public TensorMoments after() {
        System.arraycopy(layer.biases, 0, moments.after, 0, layer.biases.length);
        return moments.measure(gradientSquares, rates);
    }

    @Override
    public void forget() {}
}
