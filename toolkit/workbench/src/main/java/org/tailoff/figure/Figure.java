package org.tailoff.figure;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Lines between two axes.
 *
 * @param id the name of its files, such as {@code overfitting1}: letters, digits, {@code _} and {@code -}
 * @param title what stands above it; may be empty
 * @param frame the axes and the grid
 * @param legend where the legend lies
 * @param lines the curves, bands and rules, at least one that is no rule; bands lie under rules and those under curves,
 *     thin dashed curves over all others, and among equals later ones over earlier ones
 */
public record Figure(String id, String title, Frame frame, Legend legend, List<Line> lines) implements Picture {
    /**
     * Checks that all of it can be drawn.
     *
     * @param id at least one character
     * @param title any text
     * @param frame not null
     * @param legend not null
     * @param lines copied
     * @throws IllegalArgumentException if {@code id} has another form, there is no curve or band, or a logarithmic axis
     *     has a value {@code !(v > 0)}, the lower ends of error bars and of stems included
     */
    public Figure {
        Require.fileName(id, "figure id");
        Require.that(!lines.isEmpty(), "figure %s: at least one line is needed, were 0", id);
        Require.that(
                !lines.stream().allMatch(Line.Rule.class::isInstance),
                "figure %s: a curve or a band is needed beside its rules, were 0",
                id);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            requirePositive(id, frame.x(), Extent.xs(line), line);
            requirePositive(id, frame.y(), Extent.ys(line), line);
        }
    }

    private static void requirePositive(String id, Axis axis, DoubleStream covered, Line line) {
        double lowest = covered.min().orElse(Double.POSITIVE_INFINITY);
        Require.that(
                axis.scale() == Scale.LINEAR || lowest > 0,
                "figure %s, line '%s': a logarithmic axis takes values above 0 alone, error bars and stems included; the lowest was %s",
                id,
                line.name(),
                lowest);
    }

    /**
     * Title, axes with their ranges, for every curve its first, last, lowest and highest point, for every band its ends
     * and its widest place, and for every rule its value.
     */
    @Override
    public String describe() {
        return Description.of(this);
    }
}
