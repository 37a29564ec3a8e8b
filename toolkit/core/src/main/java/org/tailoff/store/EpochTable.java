package org.tailoff.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch;

/**
 * The epochs of a run in DuckDB: one row per epoch and set, tensor or layer, told apart by {@code kind}; columns of
 * other kinds are NULL.
 *
 * <p>The probabilities of quantiles and the edges of histograms are nearly always the same and half of the bytes, so a
 * table of its own holds them, and a row has the number of the array. The export puts the arrays in their places.
 */
final class EpochTable implements AutoCloseable {
    static final String NAME = "epochs";
    private static final String ARRAYS = "arrays";
    static final String SET = "set";
    static final String TENSOR = "tensor";
    static final String LAYER = "layer";

    /** What rows there are, in their order within an epoch; their columns follow each other. */
    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(SET, EpochRecord::sets, SetScore::set, EpochColumn.OF_SETS),
            new Kind<>(TENSOR, EpochRecord::tensors, TensorEpoch::tensor, EpochColumn.OF_TENSORS),
            new Kind<>(LAYER, EpochRecord::layers, LayerEpoch::layer, EpochColumn.OF_LAYERS));

    /** Rows for the parts of an epoch of one kind, each of which has a name. */
    private record Kind<T>(
            String name,
            Function<EpochRecord, List<T>> parts,
            Function<T, String> nameOf,
            List<EpochColumn<T>> columns) {}

    static final List<String> DEFINITIONS = List.of(
            "CREATE TABLE IF NOT EXISTS " + NAME + " (epoch INTEGER, position INTEGER, kind VARCHAR, name VARCHAR"
                    + columns()
                            .map(column -> String.format(Locale.ROOT, ", \"%s\" %s", column.name(), column.type()))
                            .collect(Collectors.joining())
                    + ")",
            "CREATE TABLE IF NOT EXISTS " + ARRAYS + " (number INTEGER, elements DOUBLE[])");

    /**
     * Copies the rows, in the order in which they were appended, which is that of epoch and position, into a table of
     * full chunks: those of the original depend on when it was written, and the bytes of a Parquet file depend on the
     * chunks. Sorting would need all in memory.
     */
    static final List<String> EXPORT_PREPARATIONS = List.of(
            "CREATE TEMP TABLE exported AS SELECT * EXCLUDE (position) FROM " + NAME,
            "SET VARIABLE arrays = (SELECT list(elements ORDER BY number) FROM " + ARRAYS + ")");

    static final String EXPORT_QUERY = columns()
            .filter(EpochColumn::shared)
            .map(column -> String.format(Locale.ROOT, "getvariable('arrays')[%1$s] AS %1$s", column.name()))
            .collect(Collectors.joining(", ", "SELECT * REPLACE (", ") FROM temp.exported"));

    /**
     * A row has up to some hundred numbers, and a row group is written out of memory: of the usual size it would not
     * fit.
     */
    static final String ROW_GROUPS = ", ROW_GROUP_SIZE 8192";

    /** Where {@link EpochColumn}s write. */
    final DuckDBAppender rows;

    private final DuckDBAppender newArrays;
    /** Numbers of the arrays, from 1. */
    private final Map<List<Double>, Integer> arrays = new HashMap<>();

    /** The table in a database that has the {@link #DEFINITIONS}. */
    EpochTable(DuckDBConnection connection) throws SQLException {
        rows = connection.createAppender("run", "main", NAME);
        newArrays = connection.createAppender("run", "main", ARRAYS);
        try (Statement statement = connection.createStatement();
                ResultSet known = statement.executeQuery("SELECT number, elements FROM " + ARRAYS)) {
            while (known.next()) {
                List<Double> elements = new ArrayList<>();
                for (Object element : (Object[]) known.getArray(2).getArray()) {
                    elements.add((Double) element);
                }
                arrays.put(elements, known.getInt(1));
            }
        }
    }

    /** The number of an array; a new one is appended. */
    int number(List<Double> elements) throws SQLException {
        Integer known = arrays.get(elements);
        if (known != null) {
            return known;
        }
        int number = arrays.size() + 1;
        newArrays.beginRow().append(number).append(elements).endRow();
        arrays.put(elements, number);
        return number;
    }

    void append(EpochRecord record) throws SQLException {
        int position = 0;
        for (Kind<?> kind : KINDS) {
            position = append(record, kind, position);
        }
    }

    private <T> int append(EpochRecord record, Kind<T> kind, int first) throws SQLException {
        int position = first;
        for (T part : kind.parts().apply(record)) {
            rows.beginRow().append(record.epoch()).append(position).append(kind.name());
            rows.append(kind.nameOf().apply(part));
            nulls(KINDS.subList(0, KINDS.indexOf(kind)));
            for (EpochColumn<T> column : kind.columns()) {
                column.writer().write(part, this);
            }
            nulls(KINDS.subList(KINDS.indexOf(kind) + 1, KINDS.size()));
            rows.endRow();
            position++;
        }
        return position;
    }

    private void nulls(List<Kind<?>> others) throws SQLException {
        for (Kind<?> other : others) {
            for (int i = 0; i < other.columns().size(); i++) {
                rows.appendNull();
            }
        }
    }

    private static Stream<EpochColumn<?>> columns() {
        return KINDS.stream().flatMap(kind -> kind.columns().stream());
    }

    /** Commits what was appended, arrays before the rows that refer to them. */
    void flush() throws SQLException {
        newArrays.flush();
        rows.flush();
    }

    @Override
    public void close() throws SQLException {
        DuckDBAppender second = rows;
        try (second) {
            newArrays.close();
        }
    }
}
