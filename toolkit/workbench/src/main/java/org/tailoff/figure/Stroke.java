package org.tailoff.figure;

/** How a line is drawn. */
public enum Stroke {
    /** A solid line: what was measured. */
    SOLID("solid"),
    /** A solid line with a dot at every point, matplotlib's {@code "o-"}. */
    SOLID_WITH_DOTS("solid with dots"),
    /** Dots alone. */
    DOTS("dots"),
    /**
     * A thin dashed line in the dark shade of its colour, drawn over all others: what was published. It shows even
     * where it coincides with a solid line.
     */
    THIN_DASHED("thin dashed"),
    /** A stem from zero to every point with a dot at its end, for differences; the vertical axis always shows zero. */
    STEMS("stems from zero");

    private final String words;

    Stroke(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
