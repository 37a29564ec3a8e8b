package org.tailoff.figure;

/**
 * How pictures are drawn.
 *
 * @param theme frame, grid and lines
 * @param width width in pixels (points in a PDF), {@value #NARROWEST} to {@value #WIDEST}; everything grows with it
 */
public record Look(Theme theme, int width) {
    /** The least width at which labels can be read. */
    public static final int NARROWEST = 200;

    /** The largest width. */
    public static final int WIDEST = 8000;

    /** That of the book's figures, in pixels. */
    public static final int BOOK_WIDTH = 815;

    /** That of the book's figures. */
    public static final Look BOOK = new Look(Theme.BOOK, BOOK_WIDTH);

    /**
     * Checks the width.
     *
     * @throws IllegalArgumentException if {@code width} is outside {@value #NARROWEST} to {@value #WIDEST}
     */
    public Look {
        Require.that(
                width >= NARROWEST && width <= WIDEST,
                "the width of a figure must be %d to %d pixels, was %d",
                NARROWEST,
                WIDEST,
                width);
    }

    /** What a length of the book's figures is multiplied by. */
    public double scale() {
        return (double) width / BOOK_WIDTH;
    }
}
