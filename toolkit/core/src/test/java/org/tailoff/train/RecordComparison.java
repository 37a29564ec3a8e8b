package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.tailoff.record.IterationColumn;
import org.tailoff.train.fused.FusedStepPropertyTest;

/**
 * Compares one tensor's record with the expected one.
 *
 * <p>Norms are compared as squares, whose error is at most {@code tolerance * scale^2} (a norm near zero may lose half
 * its digits); a cosine's error is that of its inner product over both norms, and grows as one of them vanishes.
 */
public final class RecordComparison {

    private static final Set<Integer> LINEAR = Set.of(
            IterationColumn.MEAN.index(),
            IterationColumn.MIN.index(),
            IterationColumn.MAX.index(),
            IterationColumn.DECAY_STEP_NORM.index(),
            IterationColumn.MINIBATCH_COST.index());

    private final double[] record;
    private final double scale;
    private final double tolerance;

    /** Fused records, tensor after tensor; the scale V of {@link FusedStepPropertyTest}; the relative error. */
    public RecordComparison(double[] record, double scale, double tolerance) {
        this.record = record;
        this.scale = scale;
        this.tolerance = tolerance;
    }

    public void at(int tensor, double[] expected) {
        for (int column = 0; column < IterationColumn.COUNT; column++) {
            double actual = record[tensor * IterationColumn.COUNT + column];
            if (column == IterationColumn.COSINE_UPDATE_WEIGHTS.index()) {
                cosine(tensor, expected, actual);
            } else if (LINEAR.contains(column)) {
                double allowed = tolerance * (scale + Math.abs(expected[column]));
                assertThat(actual)
                        .as("tensor %d column %d", tensor, column)
                        .isCloseTo(expected[column], within(allowed));
            } else {
                double square = expected[column] * expected[column];
                assertThat(actual * actual)
                        .as("square of tensor %d column %d", tensor, column)
                        .isCloseTo(square, within(tolerance * (scale * scale + square)));
            }
        }
    }

    private void cosine(int tensor, double[] expected, double actual) {
        double update = expected[IterationColumn.UPDATE_NORM.index()];
        double cosine = expected[IterationColumn.COSINE_UPDATE_WEIGHTS.index()];
        double loss = scale / update + scale * scale / (update * update);
        if (!Double.isNaN(cosine) && tolerance * loss < 1) {
            double weights = Math.max(expected[IterationColumn.NORM.index()] - update, Double.MIN_NORMAL);
            double allowed = tolerance * (loss + scale * scale / (update * weights));
            assertThat(actual).as("cosine of tensor %d", tensor).isCloseTo(cosine, within(allowed));
        }
    }
}
