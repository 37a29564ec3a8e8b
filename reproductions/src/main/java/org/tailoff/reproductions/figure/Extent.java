package org.tailoff.reproductions.figure;

import java.util.List;
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
record Extent(double min, double max, boolean whole, boolean padded) {
    static Extent ofX(List<Line> lines) {
        return of(
                lines.stream()
                        .flatMapToDouble(line -> indices(line).mapToDouble(line.points()::x))
                        .toArray(),
                false);
    }

    /** Error bars count, and so does the zero that stems start from. */
    static Extent ofY(List<Line> lines) {
        return of(
                lines.stream().flatMapToDouble(Extent::heights).toArray(),
                lines.stream().anyMatch(Extent::isStems));
    }

    private static DoubleStream heights(Line line) {
        Points points = line.points();
        DoubleStream ends = indices(line)
                .boxed()
                .flatMapToDouble(i -> DoubleStream.of(points.y(i) - points.error(i), points.y(i) + points.error(i)));
        return isStems(line) ? DoubleStream.concat(ends, DoubleStream.of(0)) : ends;
    }

    private static boolean isStems(Line line) {
        return line.stroke() == Stroke.STEMS;
    }

    private static IntStream indices(Line line) {
        return IntStream.range(0, line.points().size());
    }

    private static Extent of(double[] values, boolean padded) {
        double min = DoubleStream.of(values).min().orElseThrow();
        double max = DoubleStream.of(values).max().orElseThrow();
        return new Extent(min, max, DoubleStream.of(values).allMatch(v -> v == Math.rint(v)), padded);
    }
}
