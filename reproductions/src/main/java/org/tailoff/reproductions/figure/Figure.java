package org.tailoff.reproductions.figure;

import java.util.List;

/**
 * What to draw.
 *
 * @param id the name of its files, such as {@code overfitting1}: letters, digits, {@code _} and {@code -}
 * @param title what stands above it; may be empty
 * @param frame the axes and the grid
 * @param legend where the legend lies
 * @param lines the curves, at least one; later ones lie over earlier ones, thin dashed ones over all others
 */
public record Figure(String id, String title, Frame frame, Legend legend, List<Line> lines) {
    /**
     * Checks that all of it can be drawn.
     *
     * @param id at least one character
     * @param title any text
     * @param frame not null
     * @param legend not null
     * @param lines copied
     * @throws IllegalArgumentException if {@code id} has another form, there is no line, or a logarithmic axis has a value {@code !(v > 0)},
     *     the lower ends of error bars and of stems included
     */
    public Figure {
        Require.that(id.matches("[A-Za-z0-9_-]+"), "figure id: letters, digits, _ and - alone, was '%s'", id);
        Require.that(!lines.isEmpty(), "figure %s: at least one line is needed, were 0", id);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            requirePositive(id, frame.x(), Extent.ofX(List.of(line)), line);
            requirePositive(id, frame.y(), Extent.ofY(List.of(line)), line);
        }
    }

    private static void requirePositive(String id, Axis axis, Extent extent, Line line) {
        Require.that(
                axis.scale() == Scale.LINEAR || extent.min() > 0,
                "figure %s, line '%s': a logarithmic axis takes values above 0 alone, error bars and stems included; the lowest was %s",
                id,
                line.name(),
                extent.min());
    }

    /**
     * The text alternative: title, axes with their ranges, and for every line its first, last, lowest and highest point. English, with
     * decimal points, numbers to six significant digits; the same in every locale.
     *
     * @return a few sentences in one line
     */
    public String describe() {
        return Description.of(this);
    }
}
