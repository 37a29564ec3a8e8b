package org.tailoff.figure.render;

import java.awt.BasicStroke;
import java.awt.Color;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Theme;

/** Draws a {@link Theme}. */
enum Pen {
    BOOK(4f, 0x000000),
    PLAIN(2.5f, 0xDDDDDD);

    private static final BasicStroke DOTTED =
            new BasicStroke(0.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, new float[] {1, 3}, 0);
    private static final BasicStroke PALE = new BasicStroke(1f);

    private final float width;
    private final int grid;

    Pen(float width, int grid) {
        this.width = width;
        this.grid = grid;
    }

    static Pen of(Theme theme) {
        return theme == Theme.BOOK ? BOOK : PLAIN;
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
