package org.tailoff.figure;

/** What a figure draws between its axes: a curve, a band or a rule. */
public sealed interface Line {
    /** The name every published curve has in a legend. */
    String PUBLISHED = "published";

    /**
     * What the legend calls it.
     *
     * @return not blank; lines of the same name share one entry, that of the first curve or else of the first line
     */
    String name();

    /**
     * Its colour.
     *
     * @return one of the book's or of Okabe and Ito's
     */
    Colour colour();

    /**
     * One curve.
     *
     * @param name what the legend calls it
     * @param colour its colour
     * @param stroke how it is drawn
     * @param points where it goes, in the units of the axes
     */
    record Curve(String name, Colour colour, Stroke stroke, Points points) implements Line {
        /**
         * Checks the name and the stroke.
         *
         * @param name not blank
         * @param colour not null
         * @param stroke not null
         * @param points without errors if the stroke is thin dashed
         * @throws IllegalArgumentException if {@code name} is blank, or {@code stroke} is thin dashed and
         *     {@code points} have errors: bars would cover what the dashes lie over
         */
        public Curve {
            Require.named(name, "line name");
            boolean dashedWithErrors = stroke == Stroke.THIN_DASHED && points.hasErrors();
            Require.that(
                    !dashedWithErrors,
                    "line '%s': a thin dashed line has no error bars, its points had %d",
                    name,
                    points.size());
        }
    }

    /**
     * A translucent region between two curves, under all other lines: the spread over seeds, or a predicted range.
     *
     * @param name what the legend calls it
     * @param colour its colour
     * @param low its lower edge, in the units of the axes
     * @param high its upper edge, at the same x as the lower one
     */
    record Band(String name, Colour colour, Points low, Points high) implements Line {
        /**
         * Checks that the edges belong together.
         *
         * @param name not blank
         * @param colour not null
         * @param low at least two points, without errors
         * @param high as many points as {@code low} at the same x, without errors
         * @throws IllegalArgumentException if {@code name} is blank, an edge has errors, there are fewer than two
         *     points, the edges differ in their x, or {@code !(low <= high)} at one of them
         */
        public Band {
            Require.named(name, "band name");
            Require.that(!low.hasErrors() && !high.hasErrors(), "band '%s': its edges have no error bars", name);
            Require.that(low.size() > 1, "band '%s': at least two points are needed, were %d", name, low.size());
            Require.that(
                    low.size() == high.size(),
                    "band '%s': low and high must be of equal length, were %d and %d",
                    name,
                    low.size(),
                    high.size());
            for (int i = 0; i < low.size(); i++) {
                requireOrder(name, low, high, i);
            }
        }

        private static void requireOrder(String name, Points low, Points high, int i) {
            Require.that(
                    low.x(i) == high.x(i),
                    "band '%s': low and high must have the same x, point %d had %s and %s",
                    name,
                    i,
                    low.x(i),
                    high.x(i));
            Require.that(
                    low.y(i) <= high.y(i),
                    "band '%s': low must not be above high, were %s and %s at x %s",
                    name,
                    low.y(i),
                    high.y(i),
                    low.x(i));
        }
    }

    /**
     * A thin dashed straight line across the whole plot: a value to compare with. An automatic axis shows it.
     *
     * @param name what the legend calls it
     * @param colour its colour
     * @param direction which way it goes
     * @param at its value on the axis that it crosses, in that axis' unit
     */
    record Rule(String name, Colour colour, Direction direction, double at) implements Line {
        /**
         * Checks the name and the value.
         *
         * @param name not blank
         * @param colour not null
         * @param direction not null
         * @param at finite
         * @throws IllegalArgumentException if {@code name} is blank or {@code at} is not finite
         */
        public Rule {
            Require.named(name, "rule name");
            Require.finite(at, "rule '" + name + "'");
        }
    }

    /** Which way a rule goes. */
    enum Direction {
        /** From left to right, at a value of the vertical axis. */
        HORIZONTAL,
        /** From bottom to top, at a value of the horizontal axis. */
        VERTICAL
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
    static Curve measured(String name, Colour colour, Points points) {
        return new Curve(name, colour, Stroke.SOLID, points);
    }

    /**
     * The book's own curve, to lie over ours: thin, dashed, in the dark shade of our curve's colour, and named
     * {@value #PUBLISHED}.
     *
     * @param colour the colour of the curve it belongs to
     * @param points where it goes
     * @return the line
     */
    static Curve published(Colour colour, Points points) {
        return new Curve(PUBLISHED, colour, Stroke.THIN_DASHED, points);
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
    static Curve differences(String name, Colour colour, Points points) {
        return new Curve(name, colour, Stroke.STEMS, points);
    }

    /**
     * A shaded region.
     *
     * @param name what the legend calls it; the name of a curve to share that curve's entry
     * @param colour its colour
     * @param low its lower edge
     * @param high its upper edge, at the same x as the lower one
     * @return the band
     * @throws IllegalArgumentException if the two edges do not belong together, see {@link Band}
     */
    static Band band(String name, Colour colour, Points low, Points high) {
        return new Band(name, colour, low, high);
    }

    /**
     * A rule from left to right.
     *
     * @param name what the legend calls it
     * @param colour its colour
     * @param y its value on the vertical axis
     * @return the rule
     * @throws IllegalArgumentException if {@code name} is blank or {@code y} is not finite
     */
    static Rule horizontal(String name, Colour colour, double y) {
        return new Rule(name, colour, Direction.HORIZONTAL, y);
    }

    /**
     * A rule from bottom to top.
     *
     * @param name what the legend calls it
     * @param colour its colour
     * @param x its value on the horizontal axis
     * @return the rule
     * @throws IllegalArgumentException if {@code name} is blank or {@code x} is not finite
     */
    static Rule vertical(String name, Colour colour, double x) {
        return new Rule(name, colour, Direction.VERTICAL, x);
    }
}
