package org.tailoff.claim;

import java.util.List;
import java.util.stream.DoubleStream;
import org.tailoff.text.Checks;

/**
 * What a claim says of one number: the values for which it is true. Fixed in code before the runs.
 *
 * @param quantity the number, with its unit
 * @param low smallest value for which the claim is true; may be -infinity
 * @param high largest value for which the claim is true; may be +infinity
 * @param why where the bounds come from
 * @param alternatives what the bounds would have been under other readings of the same words; empty where they are no
 *     choice of ours
 */
public record Prediction(String quantity, double low, double high, String why, List<Bounds> alternatives) {
    private static final String HALF = "half the tolerance";
    private static final String DOUBLE = "double the tolerance";

    /** "Around" may be read more strictly, and more loosely. */
    private static final double[] OTHER_FACTORS = {2, 10};

    /**
     * Other bounds.
     *
     * @param name the reading that has them, such as {@code half the tolerance}
     * @param low the smallest value for which the claim is then true
     * @param high the largest
     */
    public record Bounds(String name, double low, double high) {}

    /**
     * Checks the bounds.
     *
     * @param quantity see {@link #quantity()}
     * @param low see {@link #low()}
     * @param high see {@link #high()}
     * @param why see {@link #why()}
     * @param alternatives see {@link #alternatives()}
     * @throws IllegalArgumentException if {@code !(low <= high)} or a text is blank
     */
    public Prediction {
        alternatives = List.copyOf(alternatives);
        Checks.requireText(quantity, "quantity");
        Checks.requireText(why, "why of " + quantity);
        if (!(low <= high)) {
            throw new IllegalArgumentException(quantity + ": low must not be above high: " + low + ", " + high);
        }
    }

    /**
     * Bounds that are no choice of ours.
     *
     * @param quantity see {@link #quantity()}
     * @param low see {@link #low()}
     * @param high see {@link #high()}
     * @param why see {@link #why()}
     * @throws IllegalArgumentException if {@code !(low <= high)} or a text is blank
     */
    public Prediction(String quantity, double low, double high, String why) {
        this(quantity, low, high, why, List.of());
    }

    /**
     * The claim is true from a value on.
     *
     * @param quantity the number
     * @param low the smallest value
     * @param why where it comes from
     * @return the prediction
     */
    public static Prediction atLeast(String quantity, double low, String why) {
        return new Prediction(quantity, low, Double.POSITIVE_INFINITY, why);
    }

    /**
     * The claim is true up to a value.
     *
     * @param quantity the number
     * @param high the largest value
     * @param why where it comes from
     * @return the prediction
     */
    public static Prediction atMost(String quantity, double high, String why) {
        return new Prediction(quantity, Double.NEGATIVE_INFINITY, high, why);
    }

    /**
     * The claim is true near a value.
     *
     * @param quantity the number
     * @param value the value predicted
     * @param tolerance the largest distance, 0 or above; a choice, so that half and double of it are looked at too
     * @param why where the tolerance comes from
     * @return the prediction
     */
    public static Prediction near(String quantity, double value, double tolerance, String why) {
        return new Prediction(
                quantity,
                value - tolerance,
                value + tolerance,
                why,
                tolerance == 0
                        ? List.of()
                        : List.of(
                                new Bounds(HALF, value - tolerance / 2, value + tolerance / 2),
                                new Bounds(DOUBLE, value - tolerance * 2, value + tolerance * 2)));
    }

    /**
     * The claim is true of one value, which arithmetic or rounding blurs: a tolerance that is no choice.
     *
     * @param quantity the number
     * @param value the value predicted
     * @param rounding the largest distance, 0 or above
     * @param why where it comes from
     * @return the prediction
     */
    public static Prediction exactly(String quantity, double value, double rounding, String why) {
        return new Prediction(quantity, value - rounding, value + rounding, why);
    }

    /**
     * The claim is true where a distance, which is never negative, is within a tolerance.
     *
     * @param quantity the distance
     * @param tolerance the largest, 0 or above; a choice, so that half and double of it are looked at too
     * @param why where the tolerance comes from
     * @return the prediction
     */
    public static Prediction within(String quantity, double tolerance, String why) {
        return new Prediction(
                quantity,
                Double.NEGATIVE_INFINITY,
                tolerance,
                why,
                List.of(
                        new Bounds(HALF, Double.NEGATIVE_INFINITY, tolerance / 2),
                        new Bounds(DOUBLE, Double.NEGATIVE_INFINITY, tolerance * 2)));
    }

    /**
     * The claim is true around a value, within a factor either way.
     *
     * @param quantity the number
     * @param value the value predicted, above 0
     * @param factor the largest factor, at least 1; a choice, so that 2 and 10 are looked at too
     * @param why where the factor comes from
     * @return the prediction
     */
    public static Prediction around(String quantity, double value, double factor, String why) {
        Checks.requirePositive(value, "value of " + quantity);
        return new Prediction(
                quantity,
                value / factor,
                value * factor,
                why,
                DoubleStream.of(OTHER_FACTORS)
                        .filter(other -> other != factor)
                        .mapToObj(other ->
                                new Bounds("around as a factor of " + text(other), value / other, value * other))
                        .toList());
    }

    /**
     * The same under another reading.
     *
     * @param bounds its bounds
     * @return the prediction with them, and no others
     */
    Prediction with(Bounds bounds) {
        return new Prediction(quantity, bounds.low, bounds.high, why);
    }

    /** {@return the bounds in words, such as "at least 1", "0.4 to 0.6" or "1 +- 1e-12"} */
    public String bounds() {
        if (Double.isInfinite(high)) {
            return Double.isInfinite(low) ? "any" : "at least " + text(low);
        }
        if (Double.isInfinite(low)) {
            return "at most " + text(high);
        }
        if (low == high) {
            return text(low);
        }
        return text(low).equals(text(high))
                ? text((low + high) / 2) + " +- " + text((high - low) / 2)
                : text(low) + " to " + text(high);
    }

    private static String text(double value) {
        return Numbers.text(value);
    }
}
