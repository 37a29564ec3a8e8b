package org.tailoff.reproductions;

import org.tailoff.record.SetScore;
import org.tailoff.spec.DataSpec.DataSet;

/**
 * One number per epoch of one run.
 *
 * @param run name of the run
 * @param set the images evaluated
 * @param quantity what is measured on them
 */
public record Curve(String run, DataSet set, Quantity quantity) {
    /** What can be measured on a set of images. */
    public enum Quantity {
        /** Number of images classified correctly, an integer; what the book's files hold. */
        CORRECT {
            @Override
            double of(SetScore score) {
                return score.correct();
            }
        },
        /** The book's {@code total_cost}: data cost plus regulariser. */
        TOTAL_COST {
            @Override
            double of(SetScore score) {
                return score.cost().regularised();
            }
        };

        abstract double of(SetScore score);
    }
}
