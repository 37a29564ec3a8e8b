package org.tailoff.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.ValueRange;

/**
 * Summarises {@code iterations.parquet} inside DuckDB: one row per tensor and stretch leaves it, not one per iteration.
 */
final class RangeReader {
    private final List<IterationColumn> columns;
    private final Map<String, Parts> tensors = new LinkedHashMap<>();

    private RangeReader(List<IterationColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    private record Parts(List<Long> first, List<Long> last, Map<IterationColumn, List<ValueRange>> ranges) {
        static Parts empty() {
            return new Parts(new ArrayList<>(), new ArrayList<>(), new EnumMap<>(IterationColumn.class));
        }
    }

    /** Equal numbers of iterations, recorded or not, per stretch. */
    static List<IterationRanges> read(ParquetReader file, List<IterationColumn> columns, int stretches) {
        RangeReader reader = new RangeReader(columns);
        String end = "(SELECT max(iteration) + 1 FROM " + file.rows() + ")";
        String extremes = columns.stream()
                .map(IterationColumn::columnName)
                .map(name -> String.format(
                        Locale.ROOT,
                        ", min(\"%s\") FILTER (NOT isnan(\"%s\")), max(\"%s\") FILTER (NOT isnan(\"%s\"))",
                        name,
                        name,
                        name,
                        name))
                .collect(Collectors.joining());
        file.read(
                        "tensor, min(iteration), max(iteration)" + extremes,
                        "GROUP BY tensor, iteration * " + stretches + " // " + end + " ORDER BY min(file_row_number)",
                        reader::add)
                .forEach(added -> {});
        List<IterationRanges> ranges = new ArrayList<>();
        reader.tensors.forEach(
                (tensor, parts) -> ranges.add(new IterationRanges(tensor, parts.first, parts.last, parts.ranges)));
        return List.copyOf(ranges);
    }

    private boolean add(ResultSet row) throws SQLException {
        Parts parts = tensors.computeIfAbsent(row.getString(1), tensor -> Parts.empty());
        int column = 2;
        parts.first.add(row.getLong(column++));
        parts.last.add(row.getLong(column++));
        for (IterationColumn each : columns) {
            ValueRange range = new ValueRange(number(row, column++), number(row, column++));
            parts.ranges.computeIfAbsent(each, name -> new ArrayList<>()).add(range);
        }
        return true;
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
