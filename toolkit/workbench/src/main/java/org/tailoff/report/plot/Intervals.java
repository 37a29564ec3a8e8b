package org.tailoff.report.plot;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tailoff.analysis.ArmComparison;
import org.tailoff.analysis.Estimate;
import org.tailoff.comparison.ComparisonTables;
import org.tailoff.comparison.Question;
import org.tailoff.comparison.Standing;
import org.tailoff.comparison.Standings;
import org.tailoff.comparison.When;

/**
 * Differences with their simultaneous intervals, one below the other on the same scale; what is far behind the best is
 * off it.
 *
 * @param title what stands above them
 * @param low the value at the left end
 * @param high the value at the right end
 * @param zero where no difference is, in percent of the width; none if it is off the scale
 * @param bars one per arm
 */
public record Intervals(String title, String low, String high, List<Double> zero, List<DifferenceBar> bars) {
    private static final double WHOLE = 100;

    /** What is further behind the best, in points, would squeeze the rest together. */
    private static final double WIDEST = 10;

    public Intervals {
        zero = List.copyOf(zero);
        bars = List.copyOf(bars);
    }

    /**
     * One difference.
     *
     * @param name whose it is
     * @param words the difference and its interval
     * @param span where it is drawn; none if it is off the scale
     */
    public record DifferenceBar(String name, String words, List<Span> span) {
        public DifferenceBar {
            span = List.copyOf(span);
        }
    }

    /**
     * Where a difference is drawn, in percent of the width.
     *
     * @param from the interval's lower end
     * @param at the difference
     * @param to the interval's upper end
     */
    public record Span(double from, double at, double to) {
        /** The interval's length. */
        public double length() {
            return to - from;
        }
    }

    /** {@return the differences at the end under a regime that was compared} */
    public static Intervals of(Standings standings, Question question) {
        Map<String, ArmComparison> arms = standings.comparisons().get(When.END).arms();
        Map<String, Standing> means = standings.standings();
        double best = means.values().iterator().next().last().value();
        List<Estimate> near = arms.keySet().stream()
                .filter(arm -> means.get(arm).last().value() >= best - WIDEST)
                .map(arm -> arms.get(arm).difference())
                .toList();
        Window window = new Window(
                near.stream().mapToDouble(Estimate::low).min().orElse(0),
                near.stream().mapToDouble(Estimate::high).max().orElse(0));
        return new Intervals(
                String.format(
                        Locale.ROOT,
                        "%s: accuracy at the end, %s, with simultaneous 95 %% intervals",
                        standings.heading(),
                        ComparisonTables.difference(question)),
                String.format(Locale.ROOT, "%+.2f", window.low),
                String.format(Locale.ROOT, "%+.2f", window.high),
                window.low <= 0 && window.high >= 0 ? List.of(window.at(0)) : List.of(),
                arms.keySet().stream()
                        .map(arm -> window.bar(arm, arms.get(arm).difference()))
                        .toList());
    }

    /** From the left end to the right end. */
    private record Window(double low, double high) {
        DifferenceBar bar(String initialiser, Estimate difference) {
            String words = ComparisonTables.points(difference);
            return difference.value() < low || difference.value() > high
                    ? new DifferenceBar(initialiser, words + " (off the scale)", List.of())
                    : new DifferenceBar(
                            initialiser,
                            words,
                            List.of(new Span(at(difference.low()), at(difference.value()), at(difference.high()))));
        }

        private double at(double value) {
            return high > low ? WHOLE * (Math.min(Math.max(value, low), high) - low) / (high - low) : WHOLE / 2;
        }
    }
}
