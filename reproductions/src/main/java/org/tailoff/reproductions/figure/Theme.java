package org.tailoff.reproductions.figure;

import java.awt.BasicStroke;
import java.awt.Color;

/** What surrounds the lines of a figure, and how thick they are. */
public enum Theme {
    /** The look of the book's figures: black frame, ticks inside, dotted grid where the book has one, thick lines. */
    BOOK(4f, 0x000000),
    /** For a page or slides of one's own: no frame, pale solid grid, thinner lines. */
    PLAIN(2.5f, 0xDDDDDD);

    private static final BasicStroke DOTTED =
            new BasicStroke(0.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, new float[] {1, 3}, 0);
    private static final BasicStroke PALE = new BasicStroke(1f);

    private final float width;
    private final int grid;

    Theme(float width, int grid) {
        this.width = width;
        this.grid = grid;
    }

    BasicStroke curve() {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    Color gridColour() {
        return new Color(grid);
    }

    BasicStroke gridStroke() {
        return this == BOOK ? DOTTED : PALE;
    }

    boolean frame() {
        return this == BOOK;
    }

    /** The book draws a grid in some figures alone. */
    boolean grid(Frame figure) {
        return this == PLAIN || figure.grid();
    }
}
