package org.tailoff.figure;

/** The values an axis spans. */
public sealed interface Range {
    /**
     * From the data: widened to the next tick on both sides, as matplotlib 1.x does; a single value gets room around
     * it.
     */
    record Automatic() implements Range {}

    /**
     * Given limits; what lies outside is clipped.
     *
     * @param low the value at the axis' lower end
     * @param high the value at its upper end
     */
    record Fixed(double low, double high) implements Range {
        /**
         * Checks the limits.
         *
         * @param low finite
         * @param high finite, above {@code low}
         * @throws IllegalArgumentException if a limit is not finite or {@code !(low < high)}
         */
        public Fixed {
            Require.finite(low, "low");
            Require.finite(high, "high");
            Require.that(low < high, "range: low must be below high, were %s and %s", low, high);
        }
    }
}
