package org.tailoff.train;

/** A tensor's sums from its elements before and after a step: the plain way, right for every rule. */
final class DirectMoments {
    /** Elements before the step. */
    final double[] before;

    /** Elements after the step. */
    final double[] after;

    /** Gradient summed over the mini-batch. */
    final double[] gradient;

    private final double[] update;
    private final TensorMoments moments;

    /** Room for a tensor of {@code count} elements. */
    DirectMoments(int count) {
        before = new double[count];
        after = new double[count];
        gradient = new double[count];
        update = new double[count];
        moments = new TensorMoments(count);
    }

    /**
     * Sums over the elements.
     *
     * @param images images in the mini-batch
     * @param rates how the step was made
     * @return the sums, valid until the next call
     */
    TensorMoments measure(int images, StepRates rates) {
        Vectors.subtract(after, before, update);
        moments.sum = Vectors.sum(after);
        moments.squares = Vectors.dot(after, after);
        moments.lowest = Vectors.min(after);
        moments.highest = Vectors.max(after);
        moments.squaresBefore = Vectors.dot(before, before);
        moments.gradientSquares = Vectors.dot(gradient, gradient) / ((double) images * images);
        moments.updateSquares = Vectors.dot(update, update);
        moments.updateAgainstWeights = -Vectors.dot(update, before);
        double shrunk = rates.shrink() == 0 ? 0 : rates.shrink() * Math.sqrt(nonZero());
        moments.decayNorm = rates.share() * Math.sqrt(moments.squaresBefore) + shrunk;
        moments.gradientStepNorm =
                rates.plain() ? rates.learningRate() * Math.sqrt(moments.gradientSquares) : freeStepNorm(rates);
        return moments;
    }

    private int nonZero() {
        int count = 0;
        for (double w : before) {
            count += w == 0 ? 0 : 1;
        }
        return count;
    }

    /** ||update + decay step||, which is the gradient's part of the step whatever the updater made of it. */
    private double freeStepNorm(StepRates rates) {
        for (int i = 0; i < update.length; i++) {
            update[i] += rates.share() * before[i] + rates.shrink() * Math.signum(before[i]);
        }
        return Math.sqrt(Vectors.dot(update, update));
    }
}
