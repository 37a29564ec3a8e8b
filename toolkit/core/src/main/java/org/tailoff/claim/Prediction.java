package org.tailoff.claim;

import org.tailoff.text.Checks;

/**
 * What a claim says of one number: the values for which it is true. Fixed in code before the runs.
 *
 * @param quantity the number, with its unit
 * @param low smallest value for which the claim is true; may be -infinity
 * @param high largest value for which the claim is true; may be +infinity
 * @param why where the bounds come from
 */
public record Prediction(String quantity, double low, double high, String why) {
    /**
     * Checks the bounds.
     *
     * @param quantity see {@link #quantity()}
     * @param low see {@link #low()}
     * @param high see {@link #high()}
     * @param why see {@link #why()}
     * @throws IllegalArgumentException if {@code !(low <= high)} or a text is blank
     */
    public Prediction {
        Checks.requireText(quantity, "quantity");
        Checks.requireText(why, "why of " + quantity);
        if (!(low <= high)) {
            throw new IllegalArgumentException(quantity + ": low must not be above high: " + low + ", " + high);
        }
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
     * @param tolerance the largest distance, 0 or above
     * @param why where the tolerance comes from
     * @return the prediction
     */
    public static Prediction near(String quantity, double value, double tolerance, String why) {
        return new Prediction(quantity, value - tolerance, value + tolerance, why);
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
