package org.tailoff.figure;

/**
 * One axis of a figure.
 *
 * @param label what is shown along it, with its unit; may be empty, as in most of the book's figures
 * @param scale linear or logarithmic
 * @param range the values it spans
 */
public record Axis(String label, Scale scale, Range range) {
    /**
     * Checks the range against the scale.
     *
     * @param label any text
     * @param scale not null
     * @param range above 0 if the scale is logarithmic
     * @throws IllegalArgumentException if {@code scale} is logarithmic and the range is fixed with {@code !(low > 0)}
     */
    public Axis {
        if (scale == Scale.LOGARITHMIC && range instanceof Range.Fixed fixed) {
            Require.that(
                    fixed.low() > 0, "range of the logarithmic axis '%s': must be above 0, was %s", label, fixed.low());
        }
    }

    /**
     * A linear axis whose range comes from the data.
     *
     * @param label what is shown along the axis
     * @return the axis
     */
    public static Axis automatic(String label) {
        return new Axis(label, Scale.LINEAR, new Range.Automatic());
    }

    /**
     * A linear axis with given limits.
     *
     * @param label what is shown along the axis
     * @param low the value at its lower end
     * @param high the value at its upper end
     * @return the axis
     * @throws IllegalArgumentException if a limit is not finite or {@code !(low < high)}
     */
    public static Axis linear(String label, double low, double high) {
        return new Axis(label, Scale.LINEAR, new Range.Fixed(low, high));
    }

    /**
     * A logarithmic axis with given limits.
     *
     * @param label what is shown along the axis
     * @param low the value at its lower end
     * @param high the value at its upper end
     * @return the axis
     * @throws IllegalArgumentException if a limit is not finite, {@code !(low > 0)} or {@code !(low < high)}
     */
    public static Axis logarithmic(String label, double low, double high) {
        return new Axis(label, Scale.LOGARITHMIC, new Range.Fixed(low, high));
    }
}
