package org.tailoff.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts a figure into words. */
public final class Description {
    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Description() {}

    static String of(Figure figure) {
        List<Line> lines = figure.lines();
        String heading = figure.title().isBlank() ? figure.id() : figure.title();
        return heading + ". "
                + axis("Horizontal", figure.frame().x(), Extent.ofX(lines))
                + axis("Vertical", figure.frame().y(), Extent.ofY(lines))
                + lines.stream().map(Description::line).collect(Collectors.joining(" "));
    }

    private static String axis(String direction, Axis axis, Extent extent) {
        Range.Fixed shown = axis.range() instanceof Range.Fixed fixed ? fixed : null;
        return direction + " axis" + (axis.label().isBlank() ? "" : " " + axis.label())
                + (axis.scale() == Scale.LOGARITHMIC ? ", logarithmic" : "")
                + ": " + number(shown == null ? extent.min() : shown.low())
                + " to " + number(shown == null ? extent.max() : shown.high()) + ". ";
    }

    private static String line(Line line) {
        if (line instanceof Line.Curve curve) {
            return curve(curve);
        }
        return line instanceof Line.Band band ? band(band) : rule((Line.Rule) line);
    }

    private static String curve(Line.Curve curve) {
        Points points = curve.points();
        return named(curve) + curve.stroke().words() + "): "
                + points.size() + (points.size() == 1 ? " point" : " points")
                + ", first " + point(points, 0)
                + ", last " + point(points, points.size() - 1)
                + ", lowest " + point(points, best(points, -1))
                + ", highest " + point(points, best(points, 1)) + ".";
    }

    private static String band(Line.Band band) {
        int last = band.low().size() - 1;
        int widest = IntStream.rangeClosed(0, last)
                .reduce((a, b) -> height(band, b) > height(band, a) ? b : a)
                .orElseThrow();
        return named(band) + "band): first " + between(band, 0)
                + ", last " + between(band, last)
                + ", widest " + between(band, widest) + ".";
    }

    private static double height(Line.Band band, int i) {
        return band.high().y(i) - band.low().y(i);
    }

    private static String between(Line.Band band, int i) {
        return number(band.low().y(i)) + " to " + point(band.high(), i);
    }

    private static String rule(Line.Rule rule) {
        return named(rule) + rule.direction().name().toLowerCase(Locale.ROOT) + " rule): at " + number(rule.at()) + ".";
    }

    private static String named(Line line) {
        return line.name() + " (" + line.colour().name().toLowerCase(Locale.ROOT) + ", ";
    }

    private static int best(Points points, int sign) {
        return IntStream.range(0, points.size())
                .reduce((a, b) -> sign * (points.y(b) - points.y(a)) > 0 ? b : a)
                .orElseThrow();
    }

    private static String point(Points points, int i) {
        return number(points.y(i)) + " at " + number(points.x(i));
    }

    /** Six significant digits, plain between 1e-4 and 1e6 and as {@code 2.5e-14} elsewhere. */
    public static String number(double value) {
        return number(value, SIX_DIGITS);
    }

    /** As {@link #number}, but in four digits: what fits beside a cell. */
    public static String label(double value) {
        return number(value, FOUR_DIGITS);
    }

    private static String number(double value, MathContext digits) {
        BigDecimal rounded = new BigDecimal(value, digits).stripTrailingZeros();
        double magnitude = Math.abs(value);
        boolean plain = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e6);
        return plain ? rounded.toPlainString() : scientific(rounded);
    }

    /** Three significant digits, zeros at the end included. */
    public static String brief(double value) {
        double magnitude = Math.abs(value);
        boolean plain = magnitude == 0 || (magnitude >= 1e-3 && magnitude < 1e5);
        BigDecimal rounded = new BigDecimal(value, THREE_DIGITS);
        return plain ? rounded.toPlainString() : scientific(rounded);
    }

    private static String scientific(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        return number.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
