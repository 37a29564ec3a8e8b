package org.tailoff.record;

/**
 * How well a network does on one set of images.
 *
 * @param set name of the set: training, validation or test
 * @param images number of images in the set
 * @param correct images whose largest output is the label's
 * @param cost data cost, mean over the images, summed over the outputs
 * @param regularisedCost {@code cost} plus the regulariser as the book's {@code total_cost} has it: lambda divided by
 *     the size of this set, not of the training set
 */
public record SetScore(String set, int images, int correct, double cost, double regularisedCost) {
    /** {@return the accuracy, a fraction in [0, 1]} */
    public double accuracy() {
        return (double) correct / images;
    }
}
