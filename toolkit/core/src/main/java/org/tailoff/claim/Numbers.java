package org.tailoff.claim;

import java.math.BigDecimal;
import java.math.MathContext;

/** How numbers are written where people read them. */
public final class Numbers {
    private static final MathContext DIGITS = new MathContext(4);
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_BELOW = 1e7;

    private Numbers() {}

    /**
     * A number to four significant digits, in the same form in every locale.
     *
     * @param value any number
     * @return for example {@code 0.9512}, {@code 23820}, {@code 1.2e-13}, {@code inf} or {@code nan}
     */
    public static String text(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < PLAIN_BELOW) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        if (size >= PLAIN_FROM && size < PLAIN_BELOW) {
            return rounded.toPlainString();
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
