package org.tailoff.figure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Thins a long series without changing its look: of every stretch of neighbours the lowest and the highest point stay,
 * in their order, and so do the first and the last point. With at least one stretch per pixel column no peak is lost.
 */
public final class Decimation {
    private Decimation() {}

    /**
     * At most {@code limit} of the points; all of them if there are no more.
     *
     * @param limit at least 4
     */
    public static Points minMax(Points points, int limit) {
        if (points.size() <= limit) {
            return points;
        }
        int inner = points.size() - 2;
        int stretches = (limit - 2) / 2;
        int[] kept = IntStream.range(0, stretches)
                .flatMap(s -> extremes(points, 1 + start(s, stretches, inner), 1 + start(s + 1, stretches, inner)))
                .toArray();
        return points.select(withEnds(kept, points.size() - 1));
    }

    private static int start(int stretch, int stretches, int inner) {
        return (int) ((long) stretch * inner / stretches);
    }

    private static int[] withEnds(int[] inner, int last) {
        int[] all = new int[inner.length + 2];
        System.arraycopy(inner, 0, all, 1, inner.length);
        all[all.length - 1] = last;
        return all;
    }

    private static IntStream extremes(Points points, int from, int to) {
        int lowest = from;
        int highest = from;
        for (int i = from; i < to; i++) {
            lowest = points.y(i) < points.y(lowest) ? i : lowest;
            highest = points.y(i) > points.y(highest) ? i : highest;
        }
        return Arrays.stream(new int[] {Math.min(lowest, highest), Math.max(lowest, highest)})
                .distinct();
    }
}
