package org.tailoff.figure;

import org.tailoff.figure.render.FigureRenderer;

/** What {@link FigureRenderer} can draw. */
public sealed interface Picture permits Figure, HeatMap, Panels {
    /**
     * The name of its files.
     *
     * @return letters, digits, {@code _} and {@code -}, at least one
     */
    String id();

    /**
     * What stands above it.
     *
     * @return the title; may be empty
     */
    String title();

    /**
     * The text alternative: English, with decimal points, numbers to six significant digits; the same in every locale.
     *
     * @return a few sentences in one line
     */
    String describe();

    /**
     * A number as {@link #describe} writes it.
     *
     * @param value finite
     * @return six significant digits, plain between 1e-4 and 1e6 and as {@code 2.5e-14} elsewhere
     */
    static String number(double value) {
        return Description.number(value);
    }
}
