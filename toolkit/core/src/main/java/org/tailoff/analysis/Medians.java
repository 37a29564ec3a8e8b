package org.tailoff.analysis;

import java.util.Arrays;
import org.tailoff.text.Checks;

/** The value in the middle. */
public final class Medians {
    private Medians() {}

    /**
     * The middle value; of an even number of values the mean of the two in the middle.
     *
     * @param values any number of values but none; a NaN counts as larger than any other
     * @return the median
     * @throws IllegalArgumentException if there are no values
     */
    public static double of(double... values) {
        Checks.requireAtLeast(1, values.length, "number of values");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
