package org.tailoff.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The values of a heat map's cells. Immutable: arrays are copied on the way in. */
public final class Grid {
    private final Centres x;
    private final Centres y;
    private final double[][] values;

    private Grid(Centres x, Centres y, double[][] values) {
        this.x = x;
        this.y = y;
        this.values = values;
    }

    /**
     * A grid from its rows.
     *
     * @param x the centres of the columns
     * @param y the centres of the rows
     * @param values rows x columns: {@code values[j][i]} belongs to {@code y[j]} and {@code x[i]}; NaN where there is
     *     no value
     * @return the grid
     * @throws IllegalArgumentException if the sizes differ from those of the centres, a value is infinite, or none is a
     *     number
     */
    public static Grid of(Centres x, Centres y, double[][] values) {
        int rows = y.values().size();
        int columns = x.values().size();
        Require.that(values.length == rows, "grid: a row per centre is needed, %d, were %d", rows, values.length);
        for (int j = 0; j < rows; j++) {
            Require.that(
                    values[j].length == columns,
                    "grid row %d: a value per centre is needed, %d, were %d",
                    j,
                    columns,
                    values[j].length);
            for (int i = 0; i < columns; i++) {
                Require.that(
                        !Double.isInfinite(values[j][i]),
                        "grid value [%d][%d]: must be finite or NaN, was %s",
                        j,
                        i,
                        values[j][i]);
            }
        }
        Grid grid = new Grid(x, y, Arrays.stream(values).map(double[]::clone).toArray(double[][]::new));
        Require.that(grid.numbers().count() > 0, "grid: at least one value is needed, all were NaN");
        return grid;
    }

    /**
     * The columns.
     *
     * @return their centres
     */
    public Centres x() {
        return x;
    }

    /**
     * The rows.
     *
     * @return their centres, from the lowest row up
     */
    public Centres y() {
        return y;
    }

    /**
     * The value of one cell.
     *
     * @param row the row, from 0 at the bottom
     * @param column the column, from 0 on the left
     * @return its value; NaN if it has none
     */
    public double value(int row, int column) {
        return values[row][column];
    }

    /** {@return the number of rows} */
    public int rows() {
        return values.length;
    }

    /** {@return the number of columns} */
    public int columns() {
        return values[0].length;
    }

    /** {@return the smallest value} */
    public double min() {
        return numbers().min().orElseThrow();
    }

    /** {@return the largest value} */
    public double max() {
        return numbers().max().orElseThrow();
    }

    /** How many cells have no value. */
    public long missing() {
        return (long) rows() * columns() - numbers().count();
    }

    private DoubleStream numbers() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(v -> !Double.isNaN(v));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid that
                && x.equals(that.x)
                && y.equals(that.y)
                && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * x.hashCode() + y.hashCode()) + Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return "Grid[" + rows() + " x " + columns() + " from " + min() + " to " + max() + "]";
    }
}
