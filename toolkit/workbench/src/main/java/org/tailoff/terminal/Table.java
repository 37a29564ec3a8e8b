package org.tailoff.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines up rows of text in columns; numbers, recognised by how they begin, to the right. */
public final class Table {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d");

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with a head for each column. */
    public Table(String... heads) {
        rows.add(List.of(heads));
    }

    /** Adds a row, a cell for each column. */
    public void row(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException("a row needs " + rows.get(0).size() + " cells, was " + List.of(cells));
        }
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> pad(row.get(column), widths[column]))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String pad(String cell, int width) {
        String space = " ".repeat(width - cell.length());
        return NUMBER.matcher(cell).lookingAt() ? space + cell : cell + space;
    }
}
