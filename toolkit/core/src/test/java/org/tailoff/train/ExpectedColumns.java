package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.tailoff.record.IterationColumn;

/**
 * The oracle of what is recorded of a tensor at an iteration: every column from its definition, each by sums of its
 * own. A new column is added here, and is then compared wherever records are.
 */
public final class ExpectedColumns {
    private ExpectedColumns() {}

    /**
     * The columns.
     *
     * @param before elements before the update
     * @param after elements after the update
     * @param gradientNorm norm of the mean gradient
     * @param decayStep what decay takes of every element
     * @param gradientStep what the gradient takes of every element
     * @param cost mean cost of the mini-batch
     */
    public static Map<IterationColumn, Double> of(
            double[] before,
            double[] after,
            double gradientNorm,
            double[] decayStep,
            double[] gradientStep,
            double cost) {
        int n = after.length;
        double mean = Arrays.stream(after).sum() / n;
        double[] update = new double[n];
        double variance = 0;
        double inner = 0;
        for (int i = 0; i < n; i++) {
            update[i] = after[i] - before[i];
            variance += (after[i] - mean) * (after[i] - mean) / n;
            inner -= update[i] * before[i];
        }
        Map<IterationColumn, Double> columns = new EnumMap<>(IterationColumn.class);
        columns.put(IterationColumn.MEAN, mean);
        columns.put(IterationColumn.STDDEV, Math.sqrt(variance));
        columns.put(IterationColumn.RMS, norm(after) / Math.sqrt(n));
        columns.put(IterationColumn.NORM, norm(after));
        columns.put(IterationColumn.MIN, Arrays.stream(after).min().orElseThrow());
        columns.put(IterationColumn.MAX, Arrays.stream(after).max().orElseThrow());
        columns.put(IterationColumn.GRADIENT_NORM, gradientNorm);
        columns.put(IterationColumn.DECAY_STEP_NORM, norm(decayStep));
        columns.put(IterationColumn.GRADIENT_STEP_NORM, norm(gradientStep));
        columns.put(IterationColumn.UPDATE_NORM, norm(update));
        columns.put(IterationColumn.COSINE_UPDATE_WEIGHTS, inner / (norm(update) * norm(before)));
        columns.put(IterationColumn.MINIBATCH_COST, cost);
        assertThat(columns).hasSize(IterationColumn.COUNT);
        return columns;
    }

    /** The columns of a tensor of a recorded row. */
    public static Map<IterationColumn, Double> read(double[] row, int tensor) {
        Map<IterationColumn, Double> columns = new EnumMap<>(IterationColumn.class);
        for (IterationColumn column : IterationColumn.values()) {
            columns.put(column, row[tensor * IterationColumn.COUNT + column.index()]);
        }
        return columns;
    }

    /** Euclidean norm. */
    public static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(x -> x * x).sum());
    }
}
