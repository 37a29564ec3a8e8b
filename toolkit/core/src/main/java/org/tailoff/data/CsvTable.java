package org.tailoff.data;

import java.nio.file.Path;

/**
 * A user's own data: rows of numbers and what belongs to them, a class or numbers that are to be met, from a file of
 * comma-separated values.
 */
public final class CsvTable {
    private final Path file;
    private final NumberTable inputs;
    private final Targets targets;

    private CsvTable(Path file, NumberTable inputs, Targets targets) {
        this.file = file;
        this.inputs = inputs;
        this.targets = targets;
    }

    /**
     * Reads a table: RFC 4180 in UTF-8. Lines without anything in their cells are passed over, and so is the space
     * around a cell. More than 128 MB of numbers are held in a temporary file.
     *
     * @param file the file
     * @param format how it is written down
     * @param roles what its columns are for
     * @return the whole table
     * @throws DataException if there is no such file or column, if a line has another number of cells than the first,
     *     if a cell is not a finite number or a class is empty, if there are fewer than two classes, or no rows; names
     *     the line and the column
     */
    public static CsvTable read(Path file, CsvFormat format, CsvRoles roles) {
        return read(file, format, roles, NumberTable.MOST_IN_MEMORY);
    }

    /** The same with at most {@code mostInMemory} bytes of numbers in memory. */
    static CsvTable read(Path file, CsvFormat format, CsvRoles roles, long mostInMemory) {
        try (CsvLines lines = new CsvLines(file, format)) {
            if (!lines.next()) {
                throw DataException.of(file.toString(), "rows of numbers with their " + roles.what(), "an empty file");
            }
            CsvColumns columns = CsvColumns.of(lines, format.header(), roles);
            int[] places = columns.inputs();
            try (NumberTable.Builder inputs = new NumberTable.Builder(places.length, file.toString(), mostInMemory);
                    CsvTargets targets = CsvTargets.of(columns, roles, file, mostInMemory)) {
                double[] row = new double[places.length];
                boolean more = !format.header() || lines.next();
                while (more) {
                    lines.requireCells(columns.count());
                    targets.add(lines, columns);
                    inputs.add(lines.numbers(columns, places, row));
                    more = lines.next();
                }
                return new CsvTable(file, inputs.build(), targets.build(file, columns, lines.number()));
            }
        }
    }

    /**
     * How many rows there are.
     *
     * @return at least 1
     */
    public int count() {
        return inputs.rows();
    }

    /**
     * Cuts the table into three sets: in the given order, first the training rows, then those for validation, then
     * those for test. A share above 0 is at least one row. The classes are sorted, as numbers if all of them are, else
     * as text.
     *
     * @param order every row once
     * @param validation share of all rows, in [0, 1)
     * @param test share of all rows, in [0, 1 - validation)
     * @return the sets; validation and test are empty where their share is 0
     * @throws DataException if no row is left for training
     */
    public ExampleSets split(int[] order, double validation, double test) {
        int forValidation = share(validation);
        int forTest = share(test);
        int training = count() - forValidation - forTest;
        if (training < 1) {
            throw DataException.of(
                    file.toString(), "enough rows for training beside validation and test", Integer.toString(count()));
        }
        LabelledRows all = LabelledRows.of(inputs, targets, order.clone());
        return new ExampleSets(
                all.first(training),
                all.slice(training, training + forValidation),
                all.slice(training + forValidation, count()));
    }

    private int share(double share) {
        return share == 0 ? 0 : Math.max(1, (int) Math.round(share * count()));
    }
}
