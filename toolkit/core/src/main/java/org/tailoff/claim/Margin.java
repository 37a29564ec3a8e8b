package org.tailoff.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import org.tailoff.analysis.Estimate;

/**
 * How far a measured number is from the nearest value at which the claim would turn from true to false.
 *
 * @param inside distance from that bound, in units of the number: positive where the claim is true, negative where it
 *     is false
 * @param standardErrors the same in standard errors of the number; empty where it has none: an exact number, or one
 *     seed
 * @param words the same for people, such as {@code 4.2 standard errors outside}
 */
public record Margin(double inside, OptionalDouble standardErrors, String words) {
    private static final MathContext DIGITS = new MathContext(2);

    /**
     * The margin of a number.
     *
     * @param prediction the bounds
     * @param measured the number
     * @return its distance from the nearest of them
     */
    public static Margin of(Prediction prediction, Estimate measured) {
        double inside = Math.min(
                distance(prediction.low(), measured.value() - prediction.low()),
                distance(prediction.high(), prediction.high() - measured.value()));
        double error = measured.standardError();
        if (error == 0) {
            return new Margin(inside, OptionalDouble.empty(), "exact");
        }
        if (Double.isInfinite(error)) {
            return new Margin(inside, OptionalDouble.empty(), "no standard error");
        }
        double errors = inside / error;
        return new Margin(
                inside,
                OptionalDouble.of(errors),
                text(Math.abs(errors)) + " standard errors " + (errors < 0 ? "outside" : "inside"));
    }

    /** An open end is never reached, not even by a number that is infinite itself. */
    private static double distance(double bound, double inside) {
        return Double.isInfinite(bound) ? Double.POSITIVE_INFINITY : inside;
    }

    private static String text(double errors) {
        return Double.isInfinite(errors)
                ? "infinitely many"
                : new BigDecimal(errors).round(DIGITS).toPlainString();
    }
}
