package org.tailoff.train.measure;

/** Measures a tensor from its elements before and after a step: the plain way, right for every rule. */
public final class DirectMoments {
    /** Elements before the step. */
    public final double[] before;

    /** Elements after the step. */
    public final double[] after;

    private final TensorMoments moments;
    private double squaresBefore;

    /** Room for a tensor of {@code count} elements. */
    public DirectMoments(int count) {
        before = new double[count];
        after = new double[count];
        moments = new TensorMoments(count, () -> after);
    }

    /**
     * Sums over the elements where decay takes the same share of all.
     *
     * @param gradientSquares ||g||^2, of the mean gradient
     * @param rates how the step was made
     * @return the sums, valid until the next call
     */
    public TensorMoments measure(double gradientSquares, StepRates rates) {
        measureBefore();
        return measure(
                gradientSquares,
                decayNorm(rates),
                rates.plain() ? rates.learningRate() * Math.sqrt(gradientSquares) : freeStepNorm(rates));
    }

    /**
     * Sums over the elements where decay takes another share of each.
     *
     * @param gradientSquares ||g||^2, of the mean gradient
     * @param decay what decay takes of each element; overwritten
     * @return the sums, valid until the next call
     */
    TensorMoments measure(double gradientSquares, double[] decay) {
        measureBefore();
        double decayNorm = Math.sqrt(Vectors.dot(decay, decay));
        for (int i = 0; i < after.length; i++) {
            decay[i] += after[i] - before[i];
        }
        return measure(gradientSquares, decayNorm, Math.sqrt(Vectors.dot(decay, decay)));
    }

    /**
     * Sums over the elements where nobody knows what part of the step is decay's: its norm is NaN, and that of the
     * gradient's part too, unless it follows from the gradient.
     *
     * @param gradientSquares ||g||^2, of the mean gradient
     * @param rates how the step was made, apart from decay
     * @return the sums, valid until the next call
     */
    TensorMoments measureUndecided(double gradientSquares, StepRates rates) {
        measureBefore();
        return measure(
                gradientSquares,
                Double.NaN,
                rates.plain() ? rates.learningRate() * Math.sqrt(gradientSquares) : Double.NaN);
    }

    /** All sums over those after the step in one pass, whose additions run side by side. */
    private TensorMoments measure(double gradientSquares, double decayNorm, double gradientStepNorm) {
        double sum = 0;
        double squares = 0;
        double updateSquares = 0;
        double inner = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < after.length; i++) {
            double w = after[i];
            double update = w - before[i];
            sum += w;
            squares += w * w;
            updateSquares += update * update;
            inner -= update * before[i];
            lowest = w < lowest ? w : lowest;
            highest = w > highest ? w : highest;
        }
        moments.setElements(sum, squares, lowest, highest);
        moments.setStart(squaresBefore, gradientSquares);
        moments.setStep(decayNorm, gradientStepNorm, updateSquares, inner);
        return moments;
    }

    /** Sums over the elements before the step alone. */
    void measureBefore() {
        squaresBefore = Vectors.dot(before, before);
    }

    private double decayNorm(StepRates rates) {
        return rates.shrink() == 0
                ? rates.share() * Math.sqrt(squaresBefore)
                : Math.sqrt(decaySquares(rates.share(), rates.shrink()));
    }

    /** ||share w + shrink sgn(w)||^2. */
    private double decaySquares(double share, double shrink) {
        int nonZero = 0;
        for (double w : before) {
            nonZero += w == 0 ? 0 : 1;
        }
        return share * share * squaresBefore
                + 2 * share * shrink * Vectors.magnitude(before)
                + shrink * shrink * nonZero;
    }

    /** ||update + decay step||, which is the gradient's part of the step whatever the updater made of it. */
    private double freeStepNorm(StepRates rates) {
        double squares = 0;
        for (int i = 0; i < after.length; i++) {
            double decay = rates.share() * before[i] + rates.shrink() * Math.signum(before[i]);
            double step = after[i] - before[i] + decay;
            squares += step * step;
        }
        return Math.sqrt(squares);
    }

    /** What DL4J's score holds for the elements before the step. */
    double penalty(LayerRates rates, int iteration, int epoch) {
        return rates.penalty(squaresBefore, () -> Vectors.magnitude(before), iteration, epoch);
    }
}
