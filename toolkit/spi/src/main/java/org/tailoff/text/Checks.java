package org.tailoff.text;

/**
 * Argument checks: each returns its argument, and throws an {@link IllegalArgumentException} with the name, the rule
 * and the value.
 */
public final class Checks {
    private Checks() {}

    /** A whole number that is not too small. */
    public static int requireAtLeast(int minimum, int value, String name) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + ", was " + value);
        }
        return value;
    }

    /** A whole number that is not too large. */
    public static int requireAtMost(int maximum, int value, String name) {
        if (value > maximum) {
            throw new IllegalArgumentException(name + " must be at most " + maximum + ", was " + value);
        }
        return value;
    }

    /** A number, neither NaN nor infinite. */
    public static double requireFinite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite: " + value);
        }
        return value;
    }

    /** Numbers, none of them NaN or infinite; the message names the place. */
    public static double[] requireFinite(double[] values, String name) {
        for (int i = 0; i < values.length; i++) {
            requireFinite(values[i], name + "[" + i + "]");
        }
        return values;
    }

    /** A finite number above 0. */
    public static double requirePositive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number > 0: " + value);
        }
        return value;
    }

    /** A number in [0, 1]. */
    public static double requireFraction(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1]: " + value);
        }
        return value;
    }

    /** Numbers in [0, 1]; the message names the place. */
    public static double[] requireFractions(double[] values, String name) {
        for (int i = 0; i < values.length; i++) {
            requireFraction(values[i], name + "[" + i + "]");
        }
        return values;
    }

    /** An array of a length. */
    public static double[] requireLength(int length, double[] values, String name) {
        if (values.length != length) {
            throw new IllegalArgumentException(name + " must have length " + length + ": " + values.length);
        }
        return values;
    }

    /** One row for each seed, all of one length and finite. */
    public static double[][] requireRows(int length, double[][] rows, String name) {
        requireAtLeast(1, rows.length, "seeds of " + name);
        for (int s = 0; s < rows.length; s++) {
            requireFinite(requireLength(length, rows[s], name + "[" + s + "]"), name + "[" + s + "]");
        }
        return rows;
    }

    /** A text with something in it. */
    public static String requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank: '" + value + "'");
        }
        return value;
    }
}
