package org.tailoff.published;

import java.util.List;
import org.tailoff.record.SetScore;
import org.tailoff.spec.DataSpec.DataSet;

/**
 * One number per epoch of one run.
 *
 * @param run name of the run
 * @param set the images evaluated
 * @param quantity what is measured on them
 */
public record Curve(String run, DataSet set, Quantity quantity) implements MeasuredSource {
    /** What can be measured on a set of images. */
    public enum Quantity {
        /** Number of images classified correctly, an integer; what the book's files hold. */
        CORRECT {
            @Override
            public double of(SetScore score) {
                return score.correct();
            }
        },
        /** The book's {@code total_cost}: data cost plus regulariser. */
        TOTAL_COST {
            @Override
            public double of(SetScore score) {
                return score.cost().regularised();
            }
        };

        public abstract double of(SetScore score);
    }

    @Override
    public List<String> runs() {
        return List.of(run);
    }

    @Override
    public boolean counts() {
        return quantity == Quantity.CORRECT;
    }
}
