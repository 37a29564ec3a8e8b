package org.tailoff.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which column of a table holds the classes.
 *
 * @param names the columns as messages call them, {@code column 1 'x'} or {@code column 1}
 * @param label index of the classes
 */
record CsvColumns(List<String> names, int label) {
    /**
     * Finds the column.
     *
     * @param lines at the first line
     * @param header whether that line names the columns
     * @param label a name if it does, a number from 1 if not
     * @throws DataException if there is no such column, or none beside it
     */
    static CsvColumns of(CsvLines lines, boolean header, String label) {
        List<String> first = lines.cells();
        if (first.size() < 2) {
            throw lines.wrong("at least 2 columns parted by commas, one of them for the classes", "1");
        }
        List<String> names = IntStream.range(0, first.size())
                .mapToObj(column -> "column " + (column + 1) + (header ? " '" + first.get(column) + "'" : ""))
                .toList();
        return new CsvColumns(names, header ? named(lines, label) : numbered(lines, label));
    }

    private static int named(CsvLines lines, String label) {
        List<String> names = lines.cells();
        if (names.indexOf(label) < 0) {
            String known = names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
            throw lines.wrong("a column named '" + label + "' for the classes", known);
        }
        if (names.indexOf(label) != names.lastIndexOf(label)) {
            throw lines.wrong("one column named '" + label + "' for the classes", "several");
        }
        return names.indexOf(label);
    }

    private static int numbered(CsvLines lines, String label) {
        int columns = lines.cells().size();
        return IntStream.range(0, columns)
                .filter(column -> label.equals(Integer.toString(column + 1)))
                .findFirst()
                .orElseThrow(() -> lines.wrong(
                        "column '" + label + "' for the classes, a number where there is no header",
                        "columns 1 to " + columns));
    }

    int count() {
        return names.size();
    }
}
