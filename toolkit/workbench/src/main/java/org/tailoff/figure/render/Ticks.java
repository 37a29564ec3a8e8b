package org.tailoff.figure.render;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Description;
import org.tailoff.figure.Extent;
import org.tailoff.figure.Range;
import org.tailoff.figure.Scale;

/**
 * The range and the ticks of an axis, in multiples of a power of ten so that tiny and huge values keep short labels.
 *
 * <p>The step is the smallest of 1, 2, 5 times a power of ten that divides the range into at most nine parts, and an
 * automatic range reaches from tick to tick: matplotlib 1.x's {@code MaxNLocator(nbins=9, steps=[1, 2, 5, 10])}, which
 * made the book's axes. A logarithmic axis has its ticks at whole decades.
 *
 * @param low the lower end, in units of {@code 10^exponent}
 * @param high the upper end, in units of {@code 10^exponent}
 * @param step the distance of two ticks, in units of {@code 10^exponent}; on a logarithmic axis the number of decades
 *     between two labels
 * @param exponent 0 on a logarithmic axis, and while the largest magnitude lies in [1e-4, 1e6)
 */
record Ticks(double low, double high, BigDecimal step, int exponent) {
    private static final int MOST_PARTS = 9;
    /**
     * Narrower than this share of its magnitude, a range counts as a single value: labels could not tell its ends
     * apart.
     */
    private static final double NARROWEST = 1e-9;

    /** What lies this close to a tick, in steps, lies on it. */
    private static final double TOLERANCE = 1e-6;

    static Ticks of(Axis axis, Extent extent) {
        return axis.scale() == Scale.LINEAR ? linear(axis, extent) : logarithmic(axis, extent);
    }

    private static Ticks logarithmic(Axis axis, Extent extent) {
        double lowest = Math.floor(StrictMath.log10(extent.min()));
        double highest = Math.max(Math.ceil(StrictMath.log10(extent.max())), lowest + 1);
        double low = axis.range() instanceof Range.Fixed fixed ? fixed.low() : StrictMath.pow(10, lowest);
        double high = axis.range() instanceof Range.Fixed fixed ? fixed.high() : StrictMath.pow(10, highest);
        return new Ticks(low, high, BigDecimal.valueOf(StrictMath.log10(high / low) > MOST_PARTS ? 2 : 1), 0);
    }

    private static Ticks linear(Axis axis, Extent extent) {
        return axis.range() instanceof Range.Fixed fixed ? fixed(fixed.low(), fixed.high()) : automatic(extent);
    }

    static Ticks fixed(double low, double high) {
        int exponent = exponentOf(low, high);
        double from = scale(low, exponent);
        double to = scale(high, exponent);
        return new Ticks(from, to, niceStep(from, to), exponent);
    }

    static Ticks automatic(Extent extent) {
        int exponent = exponentOf(extent.min(), extent.max());
        double from = scale(extent.min(), exponent);
        double to = scale(extent.max(), exponent);
        double magnitude = Math.max(Math.abs(from), Math.abs(to));
        boolean single = to - from <= NARROWEST * magnitude;
        double room = !single ? 0 : magnitude == 0 ? 1 : magnitude / 20;
        BigDecimal step = niceStep(from - room, to + room);
        boolean wholeSteps = extent.whole() && exponent == 0;
        Ticks ticks = fromTickToTick(from - room, to + room, wholeSteps ? step.max(BigDecimal.ONE) : step);
        return (extent.padded() && !single ? ticks.padded(from, to) : ticks).timesTenTo(exponent);
    }

    private static Ticks fromTickToTick(double from, double to, BigDecimal step) {
        long lowest = (long) Math.floor(from / step.doubleValue() + TOLERANCE);
        long highest = (long) Math.ceil(to / step.doubleValue() - TOLERANCE);
        return new Ticks(multiple(step, lowest), multiple(step, highest), step, 0);
    }

    /** One step more at an end that the data comes close to. */
    private Ticks padded(double from, double to) {
        double close = step.doubleValue() / 5;
        double lowest = from - low < close ? low - step.doubleValue() : low;
        double highest = high - to < close ? high + step.doubleValue() : high;
        return new Ticks(lowest, highest, step, exponent);
    }

    private Ticks timesTenTo(int power) {
        return new Ticks(low, high, step, power);
    }

    private static double multiple(BigDecimal step, long times) {
        return step.multiply(BigDecimal.valueOf(times)).doubleValue();
    }

    private static BigDecimal niceStep(double low, double high) {
        double raw = (high - low) / MOST_PARTS;
        int power = (int) Math.floor(StrictMath.log10(raw));
        double leading = raw / StrictMath.pow(10, power) * (1 - 1e-9);
        int nice = leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10;
        return BigDecimal.valueOf(nice).scaleByPowerOfTen(power).stripTrailingZeros();
    }

    private static int exponentOf(double low, double high) {
        double magnitude = Math.max(Math.abs(low), Math.abs(high));
        boolean plain = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e6);
        return plain ? 0 : (int) Math.floor(StrictMath.log10(magnitude));
    }

    private static double scale(double value, int exponent) {
        return exponent == 0
                ? value
                : new BigDecimal(value).scaleByPowerOfTen(-exponent).doubleValue();
    }

    /** A value in the units of the range. */
    double scaled(double value) {
        return scale(value, exponent);
    }

    /** The pattern of the tick labels: as many decimals as the step has. */
    String pattern() {
        return step.scale() > 0 ? "0." + "0".repeat(step.scale()) : "0";
    }

    /** The label of a tick of a logarithmic axis; empty where labels would be too dense. */
    String decade(double value) {
        long power = Math.round(StrictMath.log10(value));
        return power % step.intValueExact() == 0 ? Description.number(value) : "";
    }

    /** The ticks between the ends of a linear axis. */
    double[] inner() {
        long first = (long) Math.floor(low / step.doubleValue() + TOLERANCE) + 1;
        long last = (long) Math.ceil(high / step.doubleValue() - TOLERANCE) - 1;
        return LongStream.rangeClosed(first, last)
                .mapToDouble(k -> multiple(step, k))
                .toArray();
    }

    /** The whole decades between the ends of a logarithmic axis. */
    double[] innerDecades() {
        int first = (int) Math.floor(StrictMath.log10(low) + TOLERANCE) + 1;
        int last = (int) Math.ceil(StrictMath.log10(high) - TOLERANCE) - 1;
        return IntStream.rangeClosed(first, last)
                .mapToDouble(k -> StrictMath.pow(10, k))
                .toArray();
    }

    /** How far apart ticks are on an axis of the given length. */
    int spacing(int length) {
        return (int) Math.round(step.doubleValue() * length / (high - low));
    }

    /** The axis' label with the power of ten its ticks are to be multiplied by. */
    String label(String label) {
        return exponent == 0 ? label : (label + " (×1e" + exponent + ")").strip();
    }
}
