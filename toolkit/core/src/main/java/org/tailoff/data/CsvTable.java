package org.tailoff.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A user's own data: rows of numbers and, in one column, their classes, from a file of comma-separated values. */
public final class CsvTable {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final Path file;
    private final List<double[]> rows = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    private CsvTable(Path file) {
        this.file = file;
    }

    /**
     * Reads a table. Cells are parted by commas and may stand in double quotes; lines are in UTF-8, and blank ones are
     * passed over.
     *
     * @param file the file
     * @param header whether the first line names the columns
     * @param label the column of the classes: its name if there is a header, its number from 1 if there is none
     * @return the whole table
     * @throws DataException if there is no such file or column, if a line has another number of cells than the first,
     *     if a cell is not a finite number or a class is empty, or if there are fewer than two classes; names the line
     *     and the column
     */
    public static CsvTable read(Path file, boolean header, String label) {
        CsvTable table = new CsvTable(file);
        try (CsvLines lines = new CsvLines(file)) {
            if (!lines.next()) {
                throw DataException.of(file.toString(), "rows of numbers with their classes", "an empty file");
            }
            CsvColumns columns = CsvColumns.of(lines, header, label);
            boolean more = !header || lines.next();
            while (more) {
                table.add(lines, columns);
                more = lines.next();
            }
            table.requireTwoClasses(columns.names().get(columns.label()));
        }
        return table;
    }

    private void add(CsvLines lines, CsvColumns columns) {
        List<String> cells = lines.cells();
        if (cells.size() != columns.count()) {
            throw lines.wrong(columns.count() + " columns as in the first line", Integer.toString(cells.size()));
        }
        String label = cells.get(columns.label());
        if (label.isEmpty()) {
            throw lines.wrong(columns.names().get(columns.label()), "a class", label);
        }
        labels.add(label);
        rows.add(IntStream.range(0, cells.size())
                .filter(column -> column != columns.label())
                .mapToDouble(column -> number(lines, columns.names().get(column), cells.get(column)))
                .toArray());
    }

    private static double number(CsvLines lines, String column, String cell) {
        double value = NUMBER.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw lines.wrong(column, "a finite number", cell);
        }
        return value;
    }

    private void requireTwoClasses(String column) {
        List<String> found = labels.stream().distinct().limit(2).toList();
        if (found.size() < 2) {
            throw DataException.of(
                    file.toString(),
                    "at least 2 classes in " + column,
                    found.isEmpty() ? "no rows" : "'" + found.get(0) + "' alone");
        }
    }

    /**
     * How many rows there are.
     *
     * @return at least 2
     */
    public int count() {
        return rows.size();
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
        LabelledRows all = ordered(order);
        return new ExampleSets(
                all.first(training),
                all.slice(training, training + forValidation),
                all.slice(training + forValidation, count()));
    }

    private int share(double share) {
        return share == 0 ? 0 : Math.max(1, (int) Math.round(share * count()));
    }

    private LabelledRows ordered(int[] order) {
        Map<String, Integer> numbers = new TreeMap<>(classOrder());
        labels.forEach(label -> numbers.put(label, 0));
        List<String> classes = List.copyOf(numbers.keySet());
        int inputs = rows.get(0).length;
        double[] values = new double[Math.multiplyExact(order.length, inputs)];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(rows.get(order[i]), 0, values, i * inputs, inputs);
        }
        IntStream.range(0, classes.size()).forEach(number -> numbers.put(classes.get(number), number));
        return LabelledRows.of(
                classes,
                inputs,
                values,
                IntStream.of(order).map(row -> numbers.get(labels.get(row))).toArray());
    }

    private Comparator<String> classOrder() {
        boolean numbers =
                labels.stream().allMatch(label -> NUMBER.matcher(label).matches());
        return numbers
                ? Comparator.comparingDouble(Double::parseDouble).thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
    }
}
