package org.tailoff.comparison;

/**
 * The examples whose accuracy decides. They are a sample too: on other examples of the same kind all accuracies would
 * be others, even from the same seeds.
 *
 * @param set what they are called
 * @param examples how many there are
 */
public record Judge(String set, int examples) {
    private static final double PERCENT = 100;

    /**
     * The standard error of an accuracy that comes from the choice of the examples alone: sqrt(p (1 - p) / N).
     *
     * @param accuracy p, in percent
     * @return in points of percent
     */
    public double samplingError(double accuracy) {
        double p = accuracy / PERCENT;
        return PERCENT * Math.sqrt(p * (1 - p) / examples);
    }

    /**
     * What that is at most of the difference of two accuracies of about this height: sqrt(2 (1 - p) / N).
     *
     * <p>Both arms see the same examples. An example that both get right or both get wrong adds nothing to the
     * difference; its variance is at most the share of the examples that one of the two gets wrong and the other does
     * not, over N, and that share at most 2 (1 - p), where they have no mistake in common.
     *
     * @param accuracy p, in percent
     * @return in points of percent
     */
    public double samplingErrorOfDifference(double accuracy) {
        return PERCENT * Math.sqrt(2 * (1 - accuracy / PERCENT) / examples);
    }
}
