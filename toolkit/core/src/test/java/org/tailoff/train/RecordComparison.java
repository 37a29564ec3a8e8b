package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
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

    private static final Set<IterationColumn> LINEAR = Set.of(
            IterationColumn.MEAN,
            IterationColumn.MIN,
            IterationColumn.MAX,
            IterationColumn.DECAY_STEP_NORM,
            IterationColumn.MINIBATCH_COST);

    private final double scale;
    private final double tolerance;

    /** The scale V of {@link FusedStepPropertyTest}; the relative error. */
    public RecordComparison(double scale, double tolerance) {
        this.scale = scale;
        this.tolerance = tolerance;
    }

    /**
     * Compares all columns.
     *
     * @return whether the cosine was compared, which it is not where it has no digit to compare
     */
    public boolean compare(Map<IterationColumn, Double> recorded, Map<IterationColumn, Double> expected) {
        recorded.forEach((column, actual) -> {
            if (column != IterationColumn.COSINE_UPDATE_WEIGHTS) {
                compare(column, actual, expected.get(column));
            }
        });
        return cosine(recorded.get(IterationColumn.COSINE_UPDATE_WEIGHTS), expected);
    }

    private void compare(IterationColumn column, double actual, double expected) {
        if (LINEAR.contains(column)) {
            double allowed = tolerance * (scale + Math.abs(expected));
            assertThat(actual).as("%s", column).isCloseTo(expected, within(allowed));
        } else {
            double square = expected * expected;
            assertThat(actual * actual)
                    .as("square of %s", column)
                    .isCloseTo(square, within(tolerance * (scale * scale + square)));
        }
    }

    private boolean cosine(double actual, Map<IterationColumn, Double> expected) {
        double update = expected.get(IterationColumn.UPDATE_NORM);
        double cosine = expected.get(IterationColumn.COSINE_UPDATE_WEIGHTS);
        double loss = scale / update + scale * scale / (update * update);
        if (Double.isNaN(cosine) || tolerance * loss >= 1) {
            return false;
        }
        double weights = Math.max(expected.get(IterationColumn.NORM) - update, Double.MIN_NORMAL);
        double allowed = tolerance * (loss + scale * scale / (update * weights));
        assertThat(actual).as("cosine").isCloseTo(cosine, within(allowed));
        return true;
    }
}
