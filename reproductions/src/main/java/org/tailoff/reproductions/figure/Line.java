package org.tailoff.reproductions.figure;

/**
 * One curve.
 *
 * @param name what the legend calls it; lines of the same name share one legend entry, that of the first
 * @param colour its colour, one of the book's
 * @param stroke how it is drawn
 * @param points where it goes, in the units of the axes
 */
public record Line(String name, Colour colour, Stroke stroke, Points points) {
    /** The name every published curve has in a legend. */
    public static final String PUBLISHED = "published";

    /**
     * Checks the name and the stroke.
     *
     * @param name not blank
     * @param colour not null
     * @param stroke not null
     * @param points without errors if the stroke is thin dashed
     * @throws IllegalArgumentException if {@code name} is blank, or {@code stroke} is thin dashed and {@code points} have errors: bars
     *     would cover what the dashes lie over
     */
    public Line {
        Require.named(name, "line name");
        boolean dashedWithErrors = stroke == Stroke.THIN_DASHED && points.hasErrors();
        Require.that(
                !dashedWithErrors,
                "line '%s': a thin dashed line has no error bars, its points had %d",
                name,
                points.size());
    }

    /**
     * A curve of ours: solid.
     *
     * @param name what the legend calls it
     * @param colour its colour
     * @param points where it goes
     * @return the line
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public static Line measured(String name, Colour colour, Points points) {
        return new Line(name, colour, Stroke.SOLID, points);
    }

    /**
     * The book's own curve, to lie over ours: thin, dashed, in the dark shade of our curve's colour, and named {@value #PUBLISHED}.
     *
     * @param colour the colour of the curve it belongs to
     * @param points where it goes
     * @return the line
     */
    public static Line published(Colour colour, Points points) {
        return new Line(PUBLISHED, colour, Stroke.THIN_DASHED, points);
    }

    /**
     * A curve of differences from zero.
     *
     * @param name what the legend calls it
     * @param colour its colour
     * @param points where it goes
     * @return the line
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public static Line differences(String name, Colour colour, Points points) {
        return new Line(name, colour, Stroke.STEMS, points);
    }
}
