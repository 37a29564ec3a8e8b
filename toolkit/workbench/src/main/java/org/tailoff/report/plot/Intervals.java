package org.tailoff.report.plot;

import java.util.List;
import org.tailoff.analysis.Estimate;
import org.tailoff.comparison.ComparisonTables;
import org.tailoff.comparison.RankedInitialiser;
import org.tailoff.comparison.Ranking;
import org.tailoff.text.Texts;

/**
 * Means with their intervals, one below the other on the same scale; what is far behind the best is off it.
 *
 * @param title what stands above them
 * @param low the value at the left end
 * @param high the value at the right end
 * @param bars one per arm
 */
public record Intervals(String title, String low, String high, List<MeanBar> bars) {
    private static final double WHOLE = 100;

    /** What is further behind the best, in points, would squeeze the rest together. */
    private static final double WIDEST = 10;

    public Intervals {
        bars = List.copyOf(bars);
    }

    /**
     * One mean.
     *
     * @param name whose it is
     * @param words the mean and its interval
     * @param span where it is drawn; none if it is off the scale
     */
    public record MeanBar(String name, String words, List<Span> span) {
        public MeanBar {
            span = List.copyOf(span);
        }
    }

    /**
     * Where a mean is drawn, in percent of the width.
     *
     * @param from the interval's lower end
     * @param at the mean
     * @param to the interval's upper end
     */
    public record Span(double from, double at, double to) {
        /** The interval's length. */
        public double length() {
            return to - from;
        }
    }

    /** {@return the means of a ranking with their intervals} */
    public static Intervals of(Ranking ranking) {
        List<Estimate> all =
                ranking.standings().stream().map(RankedInitialiser::last).toList();
        double best = all.stream().mapToDouble(Estimate::value).max().orElseThrow();
        List<Estimate> near = all.stream()
                .filter(estimate -> estimate.value() >= best - WIDEST)
                .toList();
        Window window = new Window(
                near.stream().mapToDouble(Estimate::low).min().orElseThrow(),
                near.stream().mapToDouble(Estimate::high).max().orElseThrow());
        return new Intervals(
                ranking.heading() + ": accuracy at the end (%), mean and 95 % interval",
                Texts.fixed(window.low, 2),
                Texts.fixed(window.high, 2),
                ranking.standings().stream().map(window::bar).toList());
    }

    /** From the left end to the right end. */
    private record Window(double low, double high) {
        MeanBar bar(RankedInitialiser standing) {
            Estimate last = standing.last();
            String words = ComparisonTables.percent(last);
            return last.value() < low
                    ? new MeanBar(standing.initialiser(), words + " (off the scale)", List.of())
                    : new MeanBar(
                            standing.initialiser(),
                            words,
                            List.of(new Span(at(last.low()), at(last.value()), at(last.high()))));
        }

        private double at(double value) {
            return high > low ? WHOLE * (Math.max(value, low) - low) / (high - low) : WHOLE / 2;
        }
    }
}
