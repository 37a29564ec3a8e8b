package org.tailoff.record;

import java.util.Locale;

/**
 * The quantities recorded for every parameter tensor at every iteration, in the order in which they are stored.
 *
 * <p>Weights are those <em>after</em> update t; the gradient and the cost are those that update t used. With learning
 * rate eta, weight decay lambda, n training examples and the tensor w before the update, the update is -(eta lambda/n)
 * w - eta g, where g is the gradient of the data cost averaged over the mini-batch (the book's eq. 93). Norms are
 * Euclidean, over all elements.
 */
public enum IterationColumn {
    /** Mean of the elements after the update. */
    MEAN(0),
    /** Standard deviation of the elements after the update, divisor N. */
    STDDEV(1),
    /** Root mean square of the elements after the update: norm / sqrt(N). */
    RMS(2),
    /** Norm of the tensor after the update. */
    NORM(3),
    /** Smallest element after the update. */
    MIN(4),
    /** Largest element after the update. */
    MAX(5),
    /** Norm of g, the gradient of the data cost that the update used. */
    GRADIENT_NORM(6),
    /**
     * Norm of the decay step, (eta lambda/n) ||w|| under plain gradient descent; 0 for tensors that do not decay. Where
     * the penalty's gradient goes through another updater, norm of what the updater makes of it; NaN where that is not
     * known.
     */
    DECAY_STEP_NORM(7),
    /**
     * Norm of the gradient step, the update without the decay step: eta ||g|| under plain gradient descent; NaN where
     * the decay step is not known.
     */
    GRADIENT_STEP_NORM(8),
    /** Norm of the whole update. */
    UPDATE_NORM(9),
    /**
     * Cosine of the angle between the update and -w, the tensor before the update; in [-1, 1], NaN if either is zero.
     */
    COSINE_UPDATE_WEIGHTS(10),
    /**
     * Cost of the mini-batch that the update used, mean over its examples, without the regularisation term; the same
     * for all tensors.
     */
    MINIBATCH_COST(11);

    /** Number of columns: 12. */
    public static final int COUNT = values().length;

    private final int index;
    private final String columnName = name().toLowerCase(Locale.ROOT);

    IterationColumn(int index) {
        this.index = index;
    }

    /**
     * Place of the value among those of a tensor.
     *
     * @return from 0 to {@link #COUNT} - 1
     */
    public int index() {
        return index;
    }

    /**
     * Name of the column in {@code iterations.parquet}.
     *
     * @return the constant's name in lower case, never null
     */
    public String columnName() {
        return columnName;
    }
}
