package org.tailoff.figure;

/** Where the legend lies: in a corner of the plot, or nowhere. Lines of the same name share one entry. */
public enum Legend {
    /** No legend. */
    NONE,
    /** In the upper left corner. */
    UPPER_LEFT,
    /** In the upper right corner. */
    UPPER_RIGHT,
    /** In the lower left corner. */
    LOWER_LEFT,
    /** In the lower right corner. */
    LOWER_RIGHT
}
