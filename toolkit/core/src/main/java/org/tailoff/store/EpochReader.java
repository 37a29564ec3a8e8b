package org.tailoff.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch;

/** Puts the rows of {@code epochs.parquet} together again: the inverse of {@link EpochTable}. */
final class EpochReader {
    private final SortedMap<Integer, Parts> epochs = new TreeMap<>();
    private final Set<String> columns = new HashSet<>();
    private final Map<List<?>, List<?>> lists = new HashMap<>();

    private record Parts(List<SetScore> sets, List<TensorEpoch> tensors, List<LayerEpoch> layers) {
        static Parts empty() {
            return new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    static List<EpochRecord> read(ParquetReader file) {
        return read(file, "");
    }

    /** The last epoch with the scores of its sets and nothing else; none if no set was scored then. */
    static List<EpochRecord> scores(ParquetReader file) {
        return read(
                file,
                String.format(
                        Locale.ROOT,
                        "WHERE kind = '%s' AND epoch = (SELECT max(epoch) FROM %s)",
                        EpochTable.SET,
                        file.rows()));
    }

    /** Number of the last epoch; 0 if there is none. */
    static int last(ParquetReader file) {
        return file.read("coalesce(max(epoch), 0)", "", row -> row.getInt(1))
                .findFirst()
                .orElse(0);
    }

    private static List<EpochRecord> read(ParquetReader file, String condition) {
        EpochReader reader = new EpochReader();
        file.read("* EXCLUDE (file_row_number)", condition, reader::add).forEach(added -> {});
        List<EpochRecord> records = new ArrayList<>();
        reader.epochs.forEach(
                (epoch, parts) -> records.add(new EpochRecord(epoch, parts.sets, parts.tensors, parts.layers)));
        return List.copyOf(records);
    }

    /** The same in every row. */
    private Set<String> columns(ResultSet result) throws SQLException {
        if (columns.isEmpty()) {
            ResultSetMetaData table = result.getMetaData();
            for (int i = 1; i <= table.getColumnCount(); i++) {
                columns.add(table.getColumnName(i));
            }
        }
        return columns;
    }

    private boolean add(ResultSet result) throws SQLException {
        EpochRow row = new EpochRow(result, columns(result), lists);
        Parts parts = epochs.computeIfAbsent(row.integer("epoch"), epoch -> Parts.empty());
        return switch (row.text("kind")) {
            case EpochTable.SET -> parts.sets.add(EpochColumn.set(row));
            case EpochTable.TENSOR -> parts.tensors.add(EpochColumn.tensor(row));
            case EpochTable.LAYER -> parts.layers.add(EpochColumn.layer(row));
            default -> throw new SQLException("unknown kind '" + row.text("kind") + "'");
        };
    }
}
