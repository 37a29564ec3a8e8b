package org.tailoff.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.ValueDistribution;
import org.tailoff.record.ValueRange;

/** Puts the rows of {@code epochs.parquet} together again: the inverse of {@link EpochTable}. */
final class EpochReader {
    private final SortedMap<Integer, Parts> epochs = new TreeMap<>();
    /** Of equal lists, of which there are thousands, one is kept. */
    private final Map<List<?>, List<?>> lists = new HashMap<>();

    private record Parts(List<SetScore> sets, List<TensorEpoch> tensors, List<LayerEpoch> layers) {
        static Parts empty() {
            return new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    static List<EpochRecord> read(ParquetReader file) {
        EpochReader reader = new EpochReader();
        file.read("* EXCLUDE (file_row_number)", "", reader::add).forEach(added -> {});
        List<EpochRecord> records = new ArrayList<>();
        reader.epochs.forEach(
                (epoch, parts) -> records.add(new EpochRecord(epoch, parts.sets, parts.tensors, parts.layers)));
        return List.copyOf(records);
    }

    private boolean add(ResultSet row) throws SQLException {
        Parts parts = epochs.computeIfAbsent(row.getInt("epoch"), epoch -> Parts.empty());
        return switch (row.getString("kind")) {
            case EpochTable.SET -> parts.sets.add(set(row));
            case EpochTable.TENSOR -> parts.tensors.add(tensor(row));
            case EpochTable.LAYER -> parts.layers.add(layer(row));
            default -> throw new SQLException("unknown kind '" + row.getString("kind") + "'");
        };
    }

    private static SetScore set(ResultSet row) throws SQLException {
        SetScore.Cost cost = new SetScore.Cost(row.getDouble("cost"), row.getDouble("regularised_cost"));
        return new SetScore(row.getString("name"), row.getInt("images"), row.getInt("correct"), cost);
    }

    private TensorEpoch tensor(ResultSet row) throws SQLException {
        TensorStatistics statistics = new TensorStatistics(
                row.getDouble("mean"),
                row.getDouble("stddev"),
                row.getDouble("rms"),
                row.getDouble("norm"),
                new ValueRange(row.getDouble("min"), row.getDouble("max")));
        TensorEpoch.Motion motion = new TensorEpoch.Motion(displacement(row), optional(row, "gradient_norm"));
        TensorEpoch.InputRms inputs =
                new TensorEpoch.InputRms(optional(row, "dead_rms"), optional(row, "live_rms"), deadRatio(row));
        return new TensorEpoch(row.getString("name"), statistics, motion, inputs, distribution(row));
    }

    private static Optional<TensorEpoch.Displacement> displacement(ResultSet row) throws SQLException {
        OptionalDouble decay = optional(row, "displacement");
        return decay.isEmpty()
                ? Optional.empty()
                : Optional.of(new TensorEpoch.Displacement(decay.getAsDouble(), row.getDouble("drift")));
    }

    private static Optional<ValueRange> deadRatio(ResultSet row) throws SQLException {
        OptionalDouble min = optional(row, "dead_ratio_min");
        return min.isEmpty()
                ? Optional.empty()
                : Optional.of(new ValueRange(min.getAsDouble(), row.getDouble("dead_ratio_max")));
    }

    private ValueDistribution distribution(ResultSet row) throws SQLException {
        return new ValueDistribution(
                new ValueDistribution.Quantiles(
                        list(row, "quantile_probabilities", Double.class), list(row, "quantiles", Double.class)),
                new ValueDistribution.Histogram(
                        list(row, "histogram_edges", Double.class), list(row, "histogram_counts", Long.class)));
    }

    private static LayerEpoch layer(ResultSet row) throws SQLException {
        return new LayerEpoch(
                row.getString("name"),
                row.getDouble("saturation"),
                row.getDouble("mean_sigma_prime"),
                optional(row, "rms_z"));
    }

    private static OptionalDouble optional(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private <T> List<T> list(ResultSet row, String column, Class<T> type) throws SQLException {
        Array array = row.getArray(column);
        List<T> values = new ArrayList<>();
        for (Object value : (Object[]) array.getArray()) {
            values.add(type.cast(value));
        }
        List<T> copy = List.copyOf(values);
        @SuppressWarnings("unchecked") // an equal list has elements of the same type
        List<T> kept = (List<T>) lists.computeIfAbsent(copy, each -> copy);
        return kept;
    }
}
