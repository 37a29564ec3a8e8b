package org.tailoff.train.measure;

import org.tailoff.record.IterationColumn;

/** Sums over one tensor during one step, from which its record is written; one object, refilled at every step. */
public final class TensorMoments {

    private final int count;

    /** Sum over the elements after the step. */
    public double sum;

    /** ||w_after||^2. */
    public double squares;

    /** Smallest element after the step. */
    public double lowest;

    /** Largest element after the step. */
    public double highest;

    /** ||w_before||^2. */
    public double squaresBefore;

    /** ||g||^2, of the mean gradient. */
    public double gradientSquares;

    /** Norm of the decay step. */
    public double decayNorm;

    /** Norm of the gradient's part of the step: eta ||g|| in plain gradient descent. */
    public double gradientStepNorm;

    /** ||w_after - w_before||^2. */
    public double updateSquares;

    /** Inner product of w_after - w_before and -w_before. */
    public double updateAgainstWeights;

    /**
     * Sums of a tensor.
     *
     * @param count elements of the tensor
     */
    public TensorMoments(int count) {
        this.count = count;
    }

    /**
     * Writes the record, {@link IterationColumn#COUNT} numbers.
     *
     * @param target receives the record
     * @param offset index of its first number
     * @param cost mean cost of the mini-batch
     */
    public void writeTo(double[] target, int offset, double cost) {
        double mean = sum / count;
        double meanSquare = squares / count;
        double gradientNorm = Math.sqrt(gradientSquares);
        double updateNorm = Math.sqrt(updateSquares);
        target[offset + IterationColumn.MEAN.index()] = mean;
        target[offset + IterationColumn.STDDEV.index()] = Math.sqrt(Math.max(meanSquare - mean * mean, 0));
        target[offset + IterationColumn.RMS.index()] = Math.sqrt(meanSquare);
        target[offset + IterationColumn.NORM.index()] = Math.sqrt(squares);
        target[offset + IterationColumn.MIN.index()] = lowest;
        target[offset + IterationColumn.MAX.index()] = highest;
        target[offset + IterationColumn.GRADIENT_NORM.index()] = gradientNorm;
        target[offset + IterationColumn.DECAY_STEP_NORM.index()] = decayNorm;
        target[offset + IterationColumn.GRADIENT_STEP_NORM.index()] = gradientStepNorm;
        target[offset + IterationColumn.UPDATE_NORM.index()] = updateNorm;
        target[offset + IterationColumn.COSINE_UPDATE_WEIGHTS.index()] =
                updateAgainstWeights / (updateNorm * Math.sqrt(squaresBefore));
        target[offset + IterationColumn.MINIBATCH_COST.index()] = cost;
    }
}
