package org.tailoff.figure;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Places at equal distances on a horizontal axis.
 *
 * @param from the first
 * @param to the last
 * @param parts how many distances lie between them
 */
public record Sampled(double from, double to, int parts) {
    /** A function at these places. */
    public Points of(DoubleUnaryOperator function) {
        double[] x = IntStream.rangeClosed(0, parts)
                .mapToDouble(i -> (from * (parts - i) + to * i) / parts)
                .toArray();
        return Points.of(
                x,
                IntStream.range(0, x.length)
                        .mapToDouble(i -> function.applyAsDouble(x[i]))
                        .toArray());
    }
}
