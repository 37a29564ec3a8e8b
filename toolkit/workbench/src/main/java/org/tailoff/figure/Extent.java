package org.tailoff.figure;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What an axis has to cover.
 *
 * @param min the lowest value
 * @param max the highest value
 * @param whole whether every value is a whole number
 * @param padded whether what lies on an outermost tick needs room beyond it
 */
public record Extent(double min, double max, boolean whole, boolean padded) {
    /** {@return how far lines reach to the left and to the right} */
    public static Extent ofX(List<Line> lines) {
        return of(lines.stream().flatMapToDouble(Extent::xs).toArray(), false);
    }

    /** Error bars count, and so does the zero that stems start from. */
    public static Extent ofY(List<Line> lines) {
        return of(
                lines.stream().flatMapToDouble(Extent::ys).toArray(),
                lines.stream().anyMatch(line -> line instanceof Line.Curve curve && isStems(curve)));
    }

    /** What one line covers of the horizontal axis; nothing if it is a horizontal rule. */
    static DoubleStream xs(Line line) {
        if (line instanceof Line.Curve curve) {
            return each(curve.points(), curve.points()::x);
        } else if (line instanceof Line.Band band) {
            return each(band.low(), band.low()::x);
        }
        return at((Line.Rule) line, Line.Direction.VERTICAL);
    }

    /**
     * What one line covers of the vertical axis, error bars and the zero of stems included; nothing if it is a vertical
     * rule.
     */
    static DoubleStream ys(Line line) {
        if (line instanceof Line.Curve curve) {
            return heights(curve);
        } else if (line instanceof Line.Band band) {
            return DoubleStream.concat(each(band.low(), band.low()::y), each(band.high(), band.high()::y));
        }
        return at((Line.Rule) line, Line.Direction.HORIZONTAL);
    }

    private static DoubleStream at(Line.Rule rule, Line.Direction direction) {
        return rule.direction() == direction ? DoubleStream.of(rule.at()) : DoubleStream.empty();
    }

    private static DoubleStream heights(Line.Curve curve) {
        Points points = curve.points();
        DoubleStream ends = DoubleStream.concat(
                each(points, i -> points.y(i) - points.error(i)), each(points, i -> points.y(i) + points.error(i)));
        return isStems(curve) ? DoubleStream.concat(ends, DoubleStream.of(0)) : ends;
    }

    private static boolean isStems(Line.Curve curve) {
        return curve.stroke() == Stroke.STEMS;
    }

    private static DoubleStream each(Points points, IntToDoubleFunction value) {
        return IntStream.range(0, points.size()).mapToDouble(value);
    }

    private static Extent of(double[] values, boolean padded) {
        double min = DoubleStream.of(values).min().orElseThrow();
        double max = DoubleStream.of(values).max().orElseThrow();
        return new Extent(min, max, DoubleStream.of(values).allMatch(v -> v == Math.rint(v)), padded);
    }
}
