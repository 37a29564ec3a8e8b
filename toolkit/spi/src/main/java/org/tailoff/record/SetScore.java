package org.tailoff.record;

import org.tailoff.text.Checks;

/**
 * How a network does on one set of examples.
 *
 * @param set name of the set: in runs of a spec {@code training}, {@code validation}, {@code validation-100} or
 *     {@code test}; otherwise as its user named it
 * @param images number of examples, at least 1; the name is that of the column, which is the book's
 * @param correct number of examples classified correctly, from 0 to {@code images}
 * @param cost the two costs
 */
public record SetScore(String set, int images, int correct, Cost cost) {
    /**
     * Checks the arguments.
     *
     * @throws IllegalArgumentException if {@code set} is blank, {@code images < 1} or {@code correct} is not in [0,
     *     images]
     */
    public SetScore {
        Checks.requireText(set, "set");
        Checks.requireAtLeast(1, images, "images");
        Checks.requireAtLeast(0, correct, "correct");
        Checks.requireAtMost(images, correct, "correct");
    }

    /**
     * Classification accuracy.
     *
     * @return correct / images, a fraction in [0, 1]
     */
    public double accuracy() {
        return (double) correct / images;
    }

    /** {@return the accuracy in percent} */
    public double percent() {
        return 100 * accuracy();
    }

    /**
     * The cost of a set.
     *
     * @param data mean over the examples of the data cost
     * @param regularised the data cost plus the regularisation term, as the book's {@code total_cost} computes it
     */
    public record Cost(double data, double regularised) {}
}
