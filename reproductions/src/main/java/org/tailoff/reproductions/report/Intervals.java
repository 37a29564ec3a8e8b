package org.tailoff.reproductions.report;

import java.util.List;
import java.util.Locale;
import org.tailoff.analysis.Estimate;
import org.tailoff.reproductions.compare.Ranking;

/**
 * Means with their intervals, one below the other on the same scale.
 *
 * @param title what stands above them
 * @param low the value at the left end
 * @param high the value at the right end
 * @param bars one per arm
 */
record Intervals(String title, String low, String high, List<Bar> bars) {
    private static final double WHOLE = 100;

    Intervals {
        bars = List.copyOf(bars);
    }

    /**
     * One mean.
     *
     * @param name whose it is
     * @param words the mean and its interval
     * @param from the interval's lower end, in percent of the width
     * @param at the mean, likewise
     * @param to the interval's upper end, likewise
     */
    record Bar(String name, String words, double from, double at, double to) {
        /** The interval's length, in percent of the width. */
        double length() {
            return to - from;
        }
    }

    static Intervals of(Ranking ranking) {
        List<Estimate> all =
                ranking.standings().stream().map(standing -> standing.last()).toList();
        double low = all.stream().mapToDouble(Estimate::low).min().orElseThrow();
        double high = all.stream().mapToDouble(Estimate::high).max().orElseThrow();
        double width = high > low ? high - low : 1;
        return new Intervals(
                ranking.heading() + ": accuracy at the end (%), mean and 95 % interval",
                text("%.2f", low),
                text("%.2f", high),
                ranking.standings().stream()
                        .map(standing -> {
                            Estimate last = standing.last();
                            return new Bar(
                                    standing.initialiser(),
                                    text("%.2f [%.2f, %.2f]", last.value(), last.low(), last.high()),
                                    WHOLE * (last.low() - low) / width,
                                    WHOLE * (last.value() - low) / width,
                                    WHOLE * (last.high() - low) / width);
                        })
                        .toList());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
