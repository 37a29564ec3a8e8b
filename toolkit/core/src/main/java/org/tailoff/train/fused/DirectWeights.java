package org.tailoff.train.fused;

import org.tailoff.train.measure.DirectMoments;
import org.tailoff.train.measure.StepRates;
import org.tailoff.train.measure.TensorMoments;
import org.tailoff.train.measure.Vectors;

/** Weights measured element by element; costs a copy of the weights and a materialised gradient. */
final class DirectWeights implements TensorRecorder {

    private final DenseBlas blas;
    private final DirectMoments moments;
    private final StepRates rates;
    private final double[] gradient;
    private double gradientSquares;

    DirectWeights(DenseBlas blas, SgdRule rule) {
        this.blas = blas;
        moments = new DirectMoments(blas.weights());
        rates = rule.weightRates();
        gradient = new double[blas.weights()];
    }

    @Override
    public void before(int examples) {
        blas.readWeights(moments.before, 0, blas.weights());
        blas.sumGradient(false);
        blas.readGradient(gradient);
        gradientSquares = Vectors.dot(gradient, gradient) / ((double) examples * examples);
    }

    @Override
    public TensorMoments after() {
        blas.readWeights(moments.after, 0, blas.weights());
        return moments.measure(gradientSquares, rates);
    }

    @Override
    public void forget() {}
}
