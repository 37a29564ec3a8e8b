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
     * @param elements gives the elements after the step, from which the variance is taken where the sums would lose it
     */
    public TensorMoments(int count, Supplier<double[]> elements) {
        this.count = count;
        this.elements = elements;
    }

    /**
     * Writes the record, {@link IterationColumn#COUNT} numbers.
     *
     * @param target receives the record
     * @param offset index of its first number
     * @param cost mean cost of the mini-batch
     */
    public void writeTo(double[] target, int offset, double cost) {
        double gradientNorm = Math.sqrt(gradientSquares);
        double updateNorm = Math.sqrt(updateSquares);
        target[offset + IterationColumn.MEAN.index()] = mean();
        target[offset + IterationColumn.STDDEV.index()] = deviation();
        target[offset + IterationColumn.RMS.index()] = Math.sqrt(squares / count);
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

    /** What is said of the elements alone. */
    TensorStatistics statistics() {
        return new TensorStatistics(
                mean(), deviation(), Math.sqrt(squares / count), Math.sqrt(squares), new ValueRange(lowest, highest));
    }

    private double mean() {
        return sum / count;
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
