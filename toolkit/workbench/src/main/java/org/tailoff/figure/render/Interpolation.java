package org.tailoff.figure.render;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Puts points onto the straight lines between the points of a series.
 *
 * <p>XChart strokes an ordinary line piece by piece, and the dash pattern starts anew with every piece: pieces shorter
 * than a dash make a solid line. Only its "smooth" lines are stroked as one path, and those swing between the points;
 * between points this close they cannot.
 */
final class Interpolation {
    private Interpolation() {}

    /**
     * The points of a series, and between them as many more as bring neighbours within a distance of each other.
     *
     * @param x ascending
     * @param y as long as x
     * @param widest the largest horizontal distance that may remain
     * @return {@code {x, y}} of all points, the given ones among them
     */
    static double[][] dense(double[] x, double[] y, double widest) {
        return new double[][] {between(x, x, widest), between(x, y, widest)};
    }

    private static double[] between(double[] x, double[] values, double widest) {
        DoubleStream inner = IntStream.range(1, x.length)
                .boxed()
                .flatMapToDouble(i ->
                        pieces(values[i - 1], values[i], (int) Math.max(1, Math.ceil((x[i] - x[i - 1]) / widest))));
        return DoubleStream.concat(DoubleStream.of(values[0]), inner).toArray();
    }

    private static DoubleStream pieces(double from, double to, int count) {
        return IntStream.rangeClosed(1, count).mapToDouble(k -> k == count ? to : from + (to - from) * k / count);
    }
}
