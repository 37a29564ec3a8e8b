package org.tailoff.figure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Figures one below the other over the same horizontal axis, such as a curve with its prediction and the residuals.
 *
 * @param id the name of its files: letters, digits, {@code _} and {@code -}
 * @param title what stands above all of them; may be empty
 * @param figures the panels, at least two, from the top; their ids name nothing here
 */
public record Panels(String id, String title, List<Figure> figures) implements Picture {
    /**
     * Checks that the panels share their horizontal axis.
     *
     * @param id at least one character
     * @param title any text
     * @param figures copied; an automatic range of their horizontal axis is that of all lines together
     * @throws IllegalArgumentException if {@code id} has another form, there are fewer than two figures, or their
     *     horizontal axes differ
     */
    public Panels {
        Require.fileName(id, "panels id");
        Require.that(figures.size() > 1, "panels %s: at least two figures are needed, were %d", id, figures.size());
        figures = List.copyOf(figures);
        Axis first = figures.get(0).frame().x();
        for (Figure figure : figures) {
            Require.that(
                    figure.frame().x().equals(first),
                    "panels %s: all need the horizontal axis of the first, %s, figure %s had %s",
                    id,
                    first,
                    figure.id(),
                    figure.frame().x());
        }
    }

    /** The title, and the text alternative of every panel with its number. */
    @Override
    public String describe() {
        String heading = title.isBlank() ? id : title;
        return IntStream.range(0, figures.size())
                .mapToObj(i -> "Panel " + (i + 1) + " of " + figures.size() + ": "
                        + figures.get(i).describe())
                .collect(Collectors.joining(" ", heading + ". ", ""));
    }
}
