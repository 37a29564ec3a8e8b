package org.tailoff.figure;

import java.util.List;

/**
 * One value for every pair of two quantities, as colours: a phase diagram. Cells are of equal size, in each its value
 * is printed if it fits.
 *
 * @param id the name of its files: letters, digits, {@code _} and {@code -}
 * @param title what stands above it; may be empty
 * @param grid the values and where they belong
 * @param colours which colour a value has
 * @param marks points of interest; a ring each with its name beside it
 */
public record HeatMap(String id, String title, Grid grid, ColourScale colours, List<Mark> marks) implements Picture {
    /**
     * Checks that all of it can be drawn.
     *
     * @param id at least one character
     * @param title any text
     * @param grid not null
     * @param colours not null
     * @param marks copied; may be empty
     * @throws IllegalArgumentException if {@code id} has another form, the colours are logarithmic and a value is
     *     {@code !(v > 0)}, or a mark lies outside of the cells
     */
    public HeatMap {
        Require.fileName(id, "heat map id");
        Require.that(
                colours.axis().scale() == Scale.LINEAR || grid.min() > 0,
                "heat map %s: logarithmic colours take values above 0 alone, the lowest was %s",
                id,
                grid.min());
        marks = List.copyOf(marks);
        for (Mark mark : marks) {
            Require.that(
                    grid.x().covers(mark.x()) && grid.y().covers(mark.y()),
                    "heat map %s: mark '%s' at (%s, %s) lies outside of the cells",
                    id,
                    mark.name(),
                    mark.x(),
                    mark.y());
        }
    }

    /**
     * A point of interest.
     *
     * @param name what stands beside it
     * @param x its value on the horizontal axis; may lie between the centres of cells
     * @param y its value on the vertical axis; may lie between the centres of cells
     */
    public record Mark(String name, double x, double y) {
        /**
         * Checks the name and the place.
         *
         * @param name not blank
         * @param x finite
         * @param y finite
         * @throws IllegalArgumentException if {@code name} is blank or a coordinate is not finite
         */
        public Mark {
            Require.named(name, "mark name");
            Require.finite(x, "x of mark '" + name + "'");
            Require.finite(y, "y of mark '" + name + "'");
        }
    }

    /**
     * Title, axes with their ranges, the range of the values and where the lowest and the highest are, cells without
     * value, marks.
     */
    @Override
    public String describe() {
        return HeatMapDescription.of(this);
    }
}
