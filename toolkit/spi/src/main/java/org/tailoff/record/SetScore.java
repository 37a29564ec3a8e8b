package org.tailoff.record;

import java.util.OptionalInt;
import org.tailoff.text.Checks;

/**
 * How a network does on one set of examples.
 *
 * @param set name of the set: in runs of a spec {@code training}, {@code validation}, {@code validation-100} or
 *     {@code test}; otherwise as its user named it
 * @param images number of examples, at least 1; the name is that of the column, which is the book's
 * @param correct number of examples classified correctly, from 0 to {@code images}; empty where there are no classes,
 *     as in regression
 * @param cost the two costs
 */
public record SetScore(String set, int images, OptionalInt correct, Cost cost) {
    /**
     * Checks the arguments.
     *
     * @throws IllegalArgumentException if {@code set} is blank, {@code images < 1} or {@code correct} is not in [0,
     *     images]
     */
    public SetScore {
        Checks.requireText(set, "set");
        Checks.requireAtLeast(1, images, "images");
        if (correct.isPresent()) {
            Checks.requireAtLeast(0, correct.getAsInt(), "correct");
            Checks.requireAtMost(images, correct.getAsInt(), "correct");
        }
    }

    /** A set of examples in classes. */
    public SetScore(String set, int images, int correct, Cost cost) {
        this(set, images, OptionalInt.of(correct), cost);
    }

    /** A set of examples whose targets are numbers. */
    public SetScore(String set, int images, Cost cost) {
        this(set, images, OptionalInt.empty(), cost);
    }

    /**
     * Classification accuracy.
     *
     * @return correct / images, a fraction in [0, 1]
     * @throws IllegalStateException if {@code correct} is empty
     */
    public double accuracy() {
        return (double) correctOnes() / images;
    }

    /**
     * The accuracy in percent.
     *
     * @return in [0, 100]
     * @throws IllegalStateException if {@code correct} is empty
     */
    public double percent() {
        return 100 * accuracy();
    }

    /**
     * How many examples are classified correctly, where there are classes.
     *
     * @return from 0 to {@code images}
     * @throws IllegalStateException if {@code correct} is empty
     */
    public int correctOnes() {
        return correct.orElseThrow(() -> new IllegalStateException("set '" + set + "' has no classes, only a cost"));
    }

    /**
     * The cost of a set.
     *
     * @param data mean over the examples of the data cost
     * @param regularised the data cost plus the regularisation term, as the book's {@code total_cost} computes it
     */
    public record Cost(double data, double regularised) {}
}
