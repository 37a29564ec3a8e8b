package org.tailoff.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;

/**
 * The iterations of a run in DuckDB: one row per iteration whose array holds the values {@code [tensor][column]}.
 *
 * <p>Appending an array costs a quarter of appending its values one by one. The view {@code iterations} turns each
 * array into one row per tensor; so does the export.
 */
final class IterationTable {
    static final String NAME = "recorded";

    private final List<String> tensors;
    private final ValueType type;
    private final double[] row;
    private final float[] floatRow;

    IterationTable(RunSetup setup) {
        tensors = setup.tensors();
        type = setup.valueType();
        row = new double[tensors.size() * IterationColumn.COUNT];
        floatRow = new float[row.length];
    }

    List<String> definitions() {
        return List.of(
                "CREATE TABLE IF NOT EXISTS " + NAME + " (epoch INTEGER, iteration BIGINT, statistics " + type + "["
                        + row.length + "])",
                "CREATE VIEW IF NOT EXISTS iterations AS " + rows(""));
    }

    /**
     * The rows by tensor, then iteration: neighbours of one tensor compress better.
     *
     * @param sorted whether to sort by iteration. Needed once the table has chunks that are not full: they change what
     *     reaches the Parquet writer, hence its bytes. Otherwise the chunks of a plain scan are those of a sorted one.
     */
    String exportQuery(boolean sorted) {
        return rows(sorted ? " ORDER BY iteration" : "");
    }

    private String rows(String order) {
        List<String> parts = new ArrayList<>();
        for (int t = 0; t < tensors.size(); t++) {
            StringBuilder part = new StringBuilder("(SELECT iteration, epoch, ")
                    .append(DuckDb.literal(tensors.get(t)))
                    .append(" AS tensor");
            for (IterationColumn column : IterationColumn.values()) {
                int index = t * IterationColumn.COUNT + column.index() + 1;
                part.append(", statistics[")
                        .append(index)
                        .append("] AS \"")
                        .append(column.columnName())
                        .append('"');
            }
            parts.add(
                    part.append(" FROM ").append(NAME).append(order).append(')').toString());
        }
        return String.join(" UNION ALL ", parts);
    }

    /** Appends one row of a block. */
    void append(DuckDBAppender appender, IterationBlock block, int r) throws SQLException {
        appender.beginRow().append(block.epoch()).append(block.iteration(r));
        block.copyRow(r, row);
        appendRow(appender);
        appender.endRow();
    }

    private void appendRow(DuckDBAppender appender) throws SQLException {
        if (type == ValueType.DOUBLE) {
            appender.append(row);
            return;
        }
        for (int i = 0; i < row.length; i++) {
            floatRow[i] = (float) row[i];
        }
        appender.append(floatRow);
    }
}
