package org.tailoff.figure.render;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.tailoff.figure.Decimation;
import org.tailoff.figure.Extent;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Line;
import org.tailoff.figure.Points;
import org.tailoff.figure.Scale;
import org.tailoff.figure.Stroke;

/**
 * A figure's lines in the coordinates of its axes: thinned out, in units of the axes' powers of ten, dashes and stems
 * made of points.
 *
 * @param figure what to draw
 * @param x the horizontal axis' range
 * @param y the vertical axis' range
 */
record Layout(Figure figure, Ticks x, Ticks y) {
    /** More points than this are thinned out: about five per pixel column. XChart takes seconds for 100,000. */
    static final int MOST_POINTS = 4000;

    /** The dashed line's points are at most this share of the axis apart: less than two pixels. */
    private static final double FINEST = 1.0 / 400;

    static Layout of(Figure figure) {
        Frame frame = figure.frame();
        List<Line> lines = figure.lines();
        return new Layout(figure, Ticks.of(frame.x(), Extent.ofX(lines)), Ticks.of(frame.y(), Extent.ofY(lines)));
    }

    /** The same over another horizontal range. */
    Layout withX(Ticks other) {
        return new Layout(figure, other, y);
    }

    /** Where grid lines cross the horizontal axis. */
    double[] gridX() {
        return figure.frame().x().scale() == Scale.LINEAR ? x.inner() : x.innerDecades();
    }

    /** Where grid lines cross the vertical axis. */
    double[] gridY() {
        return figure.frame().y().scale() == Scale.LINEAR ? y.inner() : y.innerDecades();
    }

    /**
     * The indices of the lines in the order in which they are drawn: bands, rules, curves, and the thin dashed ones
     * last.
     */
    int[] order() {
        List<Line> lines = figure.lines();
        return IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> depth(lines.get(i))))
                .mapToInt(i -> i)
                .toArray();
    }

    private static int depth(Line line) {
        if (line instanceof Line.Curve curve) {
            return curve.stroke() == Stroke.THIN_DASHED ? 3 : 2;
        }
        return line instanceof Line.Band ? 0 : 1;
    }

    /** Whether the line is the one of its name that is in the legend: the first curve or else the first line. */
    boolean isInLegend(int index) {
        List<Line> lines = figure.lines();
        return index
                == IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).name().equals(lines.get(index).name()))
                        .boxed()
                        .min(Comparator.comparing(i -> !(lines.get(i) instanceof Line.Curve)))
                        .orElseThrow();
    }

    /** The curve's points as {@code {x, y}}. */
    double[][] points(Line.Curve line) {
        return scaled(thinned(line.points()));
    }

    private double[][] scaled(Points points) {
        return new double[][] {
            each(points.size(), i -> x.scaled(points.x((int) i))), each(points.size(), i -> y.scaled(points.y((int) i)))
        };
    }

    /** The band's outline as {@code {x, y}}: along its lower edge, and back along its upper one. */
    double[][] outline(Line.Band band) {
        double[][] low = scaled(thinned(band.low()));
        double[][] high = scaled(thinned(band.high()));
        return new double[][] {thereAndBack(low[0], high[0]), thereAndBack(low[1], high[1])};
    }

    private static double[] thereAndBack(double[] there, double[] back) {
        return each(
                there.length + back.length,
                i -> i < there.length ? there[(int) i] : back[there.length + back.length - 1 - (int) i]);
    }

    /** The rule's two ends as {@code {x, y}}. */
    double[][] ends(Line.Rule rule) {
        boolean horizontal = rule.direction() == Line.Direction.HORIZONTAL;
        double at = (horizontal ? y : x).scaled(rule.at());
        double[] across = {at, at};
        return horizontal ? new double[][] {{x.low(), x.high()}, across} : new double[][] {across, {y.low(), y.high()}};
    }

    /** The line's error bars, one for each of {@link #points}; zeros if it has none. */
    double[] errors(Line.Curve line) {
        Points points = thinned(line.points());
        return each(points.size(), i -> y.scaled(points.error((int) i)));
    }

    /**
     * The line's points as {@code {x, y}}, so dense that a smooth curve through them is the straight lines between the
     * given points.
     */
    double[][] dense(Line.Curve line) {
        double[][] given = points(line);
        Scale scaleX = figure.frame().x().scale();
        Scale scaleY = figure.frame().y().scale();
        double width = toPlace(scaleX, x.high()) - toPlace(scaleX, x.low());
        double[][] places = Interpolation.dense(
                map(given[0], v -> toPlace(scaleX, v)), map(given[1], v -> toPlace(scaleY, v)), width * FINEST);
        return new double[][] {map(places[0], v -> fromPlace(scaleX, v)), map(places[1], v -> fromPlace(scaleY, v))};
    }

    /** The line's stems as {@code {x, y}}: zero, the point, and a NaN that ends the stem, for each point. */
    double[][] stems(Line.Curve line) {
        double[][] tips = points(line);
        int n = 3 * tips[0].length;
        return new double[][] {
            each(n, i -> tips[0][(int) i / 3]),
            each(n, i -> i % 3 == 0 ? 0 : i % 3 == 1 ? tips[1][(int) i / 3] : Double.NaN)
        };
    }

    private static Points thinned(Points points) {
        return Decimation.minMax(points, MOST_POINTS);
    }

    private static double toPlace(Scale scale, double value) {
        return scale == Scale.LINEAR ? value : StrictMath.log10(value);
    }

    private static double fromPlace(Scale scale, double place) {
        return scale == Scale.LINEAR ? place : StrictMath.pow(10, place);
    }

    private static double[] map(double[] values, DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }

    private static double[] each(int n, DoubleUnaryOperator valueAt) {
        return IntStream.range(0, n).mapToDouble(valueAt::applyAsDouble).toArray();
    }
}
