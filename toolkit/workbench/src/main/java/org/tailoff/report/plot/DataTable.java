package org.tailoff.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tailoff.figure.Picture;

/**
 * The data of a figure as a table.
 *
 * @param title what it holds, if the figure has several; else empty
 * @param header what stands above the columns; the first names the rows
 * @param rows the cells, each row as long as the header
 * @param points how many rows there would be with every point
 */
public record DataTable(String title, List<String> header, List<List<String>> rows, int points) {
    /** More rows than that are not read but looked up, in the file with all of them. */
    private static final int MOST_ROWS = 41;

    public DataTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** Whether rows were left out. */
    public boolean isThinned() {
        return rows.size() < points;
    }

    /** {@return a table for each panel of a figure} */
    public static List<DataTable> of(Plot plot) {
        List<DataTable> tables = new ArrayList<>();
        plot.panels().forEach(panel -> tables.add(of(panel)));
        plot.cells().forEach(cells -> tables.add(of(cells)));
        return tables;
    }

    private static DataTable of(Plot.Panel panel) {
        List<String> header = new ArrayList<>(
                List.of(panel.x().label().isBlank() ? "x" : panel.x().label()));
        SortedMap<Double, String[]> rows = new TreeMap<>();
        int columns = panel.traces().stream().mapToInt(DataTable::columns).sum();
        for (Plot.Trace trace : panel.traces()) {
            fill(trace, rows, header.size() - 1, columns);
            header.addAll(names(trace));
        }
        List<List<String>> all = new ArrayList<>();
        rows.forEach((x, cells) -> all.add(row(x, cells)));
        return thinned(panel.title(), header, all);
    }

    /** A table with some of the rows, evenly chosen and with both ends, if there are many. */
    public static DataTable thinned(String title, List<String> header, List<List<String>> all) {
        return new DataTable(title, header, some(all), all.size());
    }

    /** A rule is named in the figure's words, not in its table. */
    private static int columns(Plot.Trace trace) {
        return trace.x().length == 0 ? 0 : trace.more().length == 0 ? 1 : 2;
    }

    private static List<String> names(Plot.Trace trace) {
        return switch (columns(trace)) {
            case 0 -> List.of();
            case 1 -> List.of(trace.name());
            default ->
                trace.kind().equals(Plot.Trace.BAND)
                        ? List.of(trace.name() + ", from", trace.name() + ", to")
                        : List.of(trace.name(), trace.name() + ", ±");
        };
    }

    private static void fill(Plot.Trace trace, SortedMap<Double, String[]> rows, int column, int columns) {
        for (int i = 0; i < trace.x().length; i++) {
            String[] row = rows.computeIfAbsent(trace.x()[i], x -> new String[columns]);
            row[column] = Picture.number(trace.y()[i]);
            if (trace.more().length > 0) {
                row[column + 1] = Picture.number(trace.more()[i]);
            }
        }
    }

    private static List<String> row(double x, String[] cells) {
        List<String> row = new ArrayList<>(List.of(Picture.number(x)));
        for (String cell : cells) {
            row.add(cell == null ? "" : cell);
        }
        return row;
    }

    private static List<List<String>> some(List<List<String>> all) {
        if (all.size() <= MOST_ROWS) {
            return all;
        }
        return IntStream.range(0, MOST_ROWS)
                .mapToObj(i -> all.get((int) ((long) i * (all.size() - 1) / (MOST_ROWS - 1))))
                .toList();
    }

    private static DataTable of(Plot.Cells cells) {
        List<String> header = new ArrayList<>(List.of(cells.y() + " \\ " + cells.x()));
        cells.columns().forEach(x -> header.add(Picture.number(x)));
        List<List<String>> rows = new ArrayList<>();
        for (int j = cells.rows().size() - 1; j >= 0; j--) {
            List<String> row =
                    new ArrayList<>(List.of(Picture.number(cells.rows().get(j))));
            cells.values().get(j).forEach(value -> row.add(value == null ? cells.missing() : Picture.number(value)));
            rows.add(row);
        }
        return new DataTable(cells.value(), header, rows, rows.size());
    }
}
