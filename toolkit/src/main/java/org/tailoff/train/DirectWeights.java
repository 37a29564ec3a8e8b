package org.tailoff.train;

/** Weights measured element by element; costs a copy of the weights and a materialised gradient. */
final class DirectWeights implements TensorRecorder {

    private final DenseBlas blas;
    private final DirectMoments moments;
    private final StepRates rates;
    private int images;

    DirectWeights(DenseBlas blas, SgdRule rule) {
        this.blas = blas;
        moments = new DirectMoments(blas.weights());
        rates = rule.weightRates();
    }

    @Override
    public void before(int images) {
        this.images = images;
        blas.readWeights(moments.before, 0, blas.weights());
        blas.gradient(moments.gradient);
    }

    @Override
    public TensorMoments after() {
        blas.readWeights(moments.after, 0, blas.weights());
        return moments.measure(images, rates);
    }

    @Override
    public void forget() {}
}
