package org.tailoff.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a table.
 *
 * @param names as messages call them, {@code column 1 'x'} or {@code column 1}
 * @param inputs indices of those with the numbers that go in
 * @param outputs indices of those with the classes or targets
 */
record CsvColumns(List<String> names, int[] inputs, int[] outputs) {
    /**
     * Finds the columns.
     *
     * @param lines at the first line
     * @param header whether that line names the columns
     * @param roles what they are for
     * @throws DataException if one is not there, or has two roles, or there is no input
     */
    static CsvColumns of(CsvLines lines, boolean header, CsvRoles roles) {
        List<String> first = List.of(lines.cells());
        if (first.size() < 2) {
            throw lines.wrong(
                    "at least 2 columns parted by " + lines.separators() + ", one of them " + roles.purpose(),
                    "1" + lines.otherSeparator(first.get(0)));
        }
        List<String> names = IntStream.range(0, first.size())
                .mapToObj(column -> "column " + (column + 1) + (header ? " '" + first.get(column) + "'" : ""))
                .toList();
        int[] outputs = find(lines, header, roles.outputs(), roles.purpose());
        int[] ignored = find(lines, header, roles.ignored(), "to ignore");
        int[] taken = IntStream.concat(IntStream.of(outputs), IntStream.of(ignored))
                .sorted()
                .toArray();
        for (int i = 1; i < taken.length; i++) {
            if (taken[i] == taken[i - 1]) {
                throw lines.wrong("every column to be named once", names.get(taken[i]) + " twice");
            }
        }
        int[] inputs = IntStream.range(0, names.size())
                .filter(column -> IntStream.of(taken).noneMatch(each -> each == column))
                .toArray();
        if (inputs.length == 0) {
            throw lines.wrong("a column of inputs beside those that are named", "none");
        }
        return new CsvColumns(names, inputs, outputs);
    }

    private static int[] find(CsvLines lines, boolean header, List<String> wanted, String purpose) {
        return wanted.stream()
                .mapToInt(column -> header ? named(lines, column, purpose) : numbered(lines, column, purpose))
                .toArray();
    }

    private static int named(CsvLines lines, String wanted, String purpose) {
        List<String> names = List.of(lines.cells());
        if (names.indexOf(wanted) < 0) {
            String known = names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
            throw lines.wrong("a column named '" + wanted + "' " + purpose, known);
        }
        if (names.indexOf(wanted) != names.lastIndexOf(wanted)) {
            throw lines.wrong("one column named '" + wanted + "' " + purpose, "several");
        }
        return names.indexOf(wanted);
    }

    private static int numbered(CsvLines lines, String wanted, String purpose) {
        int columns = lines.cells().length;
        return IntStream.range(0, columns)
                .filter(column -> wanted.equals(Integer.toString(column + 1)))
                .findFirst()
                .orElseThrow(() -> lines.wrong(
                        "column '" + wanted + "' " + purpose + ", a number where there is no header",
                        "columns 1 to " + columns));
    }

    int count() {
        return names.size();
    }
}
