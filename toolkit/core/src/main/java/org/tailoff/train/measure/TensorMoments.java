package org.tailoff.train.measure;

import java.util.function.Supplier;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.ValueRange;

/** Sums over one tensor during one step, from which its record is written; one object, refilled at every step. */
public final class TensorMoments {
    /**
     * With |mean| &lt;= 16 sd, E[x^2] - E[x]^2 loses 2 to 3 of its 16 digits. There it stays in use: it takes no second
     * pass, and what is stored of networks around zero was calculated so.
     */
    private static final double NEAR = 16 * 16;

    private final int count;
    private final Supplier<double[]> elements;

    private double sum;
    private double squares;
    private double lowest;
    private double highest;
    private double squaresBefore;
    private double gradientSquares;
    private double decayNorm;
    private double gradientStepNorm;
    private double updateSquares;
    private double updateAgainstWeights;

    /**
     * Sums of a tensor.
     *
     * @param count elements of the tensor
     * @param elements gives the elements after the step, from which the variance is taken where the sums would lose it
     */
    public TensorMoments(int count, Supplier<double[]> elements) {
        this.count = count;
        this.elements = elements;
    }

    /** What is said of elements that no step is looked at of. */
    static TensorStatistics statistics(double[] elements) {
        TensorMoments moments = new TensorMoments(elements.length, () -> elements);
        moments.setElements(
                Vectors.sum(elements), Vectors.dot(elements, elements), Vectors.min(elements), Vectors.max(elements));
        return new TensorStatistics(
                moments.mean(),
                moments.deviation(),
                moments.rms(),
                moments.norm(),
                new ValueRange(moments.lowest, moments.highest));
    }

    /**
     * Sets what is known of the elements after the step.
     *
     * @param newSum their sum
     * @param newSquares ||w_after||^2
     * @param newLowest the smallest
     * @param newHighest the largest
     */
    public void setElements(double newSum, double newSquares, double newLowest, double newHighest) {
        sum = newSum;
        squares = newSquares;
        lowest = newLowest;
        highest = newHighest;
    }

    /**
     * Sets from where the step was made, and along which gradient.
     *
     * @param weights ||w_before||^2
     * @param gradient ||g||^2, of the mean gradient
     */
    public void setStart(double weights, double gradient) {
        squaresBefore = weights;
        gradientSquares = gradient;
    }

    /**
     * Sets what is known of the step.
     *
     * @param decay norm of the decay step
     * @param gradientStep norm of the gradient's part of the step: eta ||g|| in plain gradient descent
     * @param update ||w_after - w_before||^2
     * @param againstWeights inner product of w_after - w_before and -w_before
     */
    public void setStep(double decay, double gradientStep, double update, double againstWeights) {
        decayNorm = decay;
        gradientStepNorm = gradientStep;
        updateSquares = update;
        updateAgainstWeights = againstWeights;
    }

    /**
     * Writes the record, {@link IterationColumn#COUNT} numbers.
     *
     * @param target receives the record
     * @param offset index of its first number
     * @param cost mean cost of the mini-batch
     */
    public void writeTo(double[] target, int offset, double cost) {
        double updateNorm = Math.sqrt(updateSquares);
        target[offset + IterationColumn.MEAN.index()] = mean();
        target[offset + IterationColumn.STDDEV.index()] = deviation();
        target[offset + IterationColumn.RMS.index()] = rms();
        target[offset + IterationColumn.NORM.index()] = norm();
        target[offset + IterationColumn.MIN.index()] = lowest;
        target[offset + IterationColumn.MAX.index()] = highest;
        target[offset + IterationColumn.GRADIENT_NORM.index()] = Math.sqrt(gradientSquares);
        target[offset + IterationColumn.DECAY_STEP_NORM.index()] = decayNorm;
        target[offset + IterationColumn.GRADIENT_STEP_NORM.index()] = gradientStepNorm;
        target[offset + IterationColumn.UPDATE_NORM.index()] = updateNorm;
        target[offset + IterationColumn.COSINE_UPDATE_WEIGHTS.index()] =
                updateAgainstWeights / (updateNorm * Math.sqrt(squaresBefore));
        target[offset + IterationColumn.MINIBATCH_COST.index()] = cost;
    }

    private double mean() {
        return sum / count;
    }

    private double rms() {
        return Math.sqrt(squares / count);
    }

    private double norm() {
        return Math.sqrt(squares);
    }

    /** From the sums where they hold it, otherwise from the elements about a value among them near the mean. */
    private double deviation() {
        double mean = mean();
        double difference = squares / count - mean * mean;
        return Math.sqrt(
                mean * mean <= NEAR * difference
                        ? difference
                        : Vectors.variance(elements.get(), Math.max(lowest, Math.min(highest, mean))));
    }
}
