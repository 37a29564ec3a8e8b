package org.tailoff.reproductions.figure;

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
}
