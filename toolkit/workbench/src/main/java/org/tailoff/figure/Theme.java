package org.tailoff.figure;

/** What surrounds the lines of a figure, and how thick they are. */
public enum Theme {
    /** The look of the book's figures: black frame, ticks inside, dotted grid where the book has one, thick lines. */
    BOOK,
    /** For a page or slides of one's own: no frame, pale solid grid, thinner lines. */
    PLAIN
}
