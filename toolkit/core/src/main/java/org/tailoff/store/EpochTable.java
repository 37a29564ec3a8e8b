package org.tailoff.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.ValueDistribution;
import org.tailoff.record.ValueRange;

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

    static final List<String> DEFINITIONS = List.of(
            "CREATE TABLE IF NOT EXISTS " + NAME + " (epoch INTEGER, position INTEGER, kind VARCHAR,"
                    + " name VARCHAR, images INTEGER, correct INTEGER, accuracy DOUBLE, cost DOUBLE, regularised_cost DOUBLE,"
                    + " mean DOUBLE, stddev DOUBLE, rms DOUBLE, norm DOUBLE, \"min\" DOUBLE, \"max\" DOUBLE,"
                    + " displacement DOUBLE, drift DOUBLE, gradient_norm DOUBLE, dead_rms DOUBLE, live_rms DOUBLE,"
                    + " dead_ratio_min DOUBLE, dead_ratio_max DOUBLE,"
                    + " quantile_probabilities INTEGER, quantiles DOUBLE[], histogram_edges INTEGER, histogram_counts BIGINT[],"
                    + " saturation DOUBLE, mean_sigma_prime DOUBLE, rms_z DOUBLE)",
            "CREATE TABLE IF NOT EXISTS " + ARRAYS + " (number INTEGER, elements DOUBLE[])");

    /**
     * Copies the rows, in the order in which they were appended, which is that of epoch and position, into a table of
     * full chunks: those of the original depend on when it was written, and the bytes of a Parquet file depend on the
     * chunks. Sorting would need all in memory.
     */
    static final List<String> EXPORT_PREPARATIONS = List.of(
            "CREATE TEMP TABLE exported AS SELECT * EXCLUDE (position) FROM " + NAME,
            "SET VARIABLE arrays = (SELECT list(elements ORDER BY number) FROM " + ARRAYS + ")");

    static final String EXPORT_QUERY =
            "SELECT * REPLACE (getvariable('arrays')[quantile_probabilities] AS quantile_probabilities,"
                    + " getvariable('arrays')[histogram_edges] AS histogram_edges) FROM temp.exported";

    /**
     * A row has up to some hundred numbers, and a row group is written out of memory: of the usual size it would not
     * fit.
     */
    static final String ROW_GROUPS = ", ROW_GROUP_SIZE 8192";

    private static final int SET_COLUMNS = 5;
    private static final int TENSOR_COLUMNS = 17;
    private static final int LAYER_COLUMNS = 3;

    private final DuckDBAppender rows;
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
    private int number(List<Double> elements) throws SQLException {
        Integer known = arrays.get(elements);
        if (known != null) {
            return known;
        }
        int number = arrays.size() + 1;
        newArrays.beginRow().append(number).append(doubles(elements)).endRow();
        arrays.put(elements, number);
        return number;
    }

    void append(EpochRecord record) throws SQLException {
        int position = 0;
        for (SetScore set : record.sets()) {
            begin(record.epoch(), position++, SET, set.set());
            appendSet(set);
            nulls(TENSOR_COLUMNS + LAYER_COLUMNS).endRow();
        }
        for (TensorEpoch tensor : record.tensors()) {
            begin(record.epoch(), position++, TENSOR, tensor.tensor());
            nulls(SET_COLUMNS);
            appendTensor(tensor);
            nulls(LAYER_COLUMNS).endRow();
        }
        for (LayerEpoch layer : record.layers()) {
            begin(record.epoch(), position++, LAYER, layer.layer());
            nulls(SET_COLUMNS + TENSOR_COLUMNS);
            rows.append(layer.saturation())
                    .append(layer.meanSigmaPrime())
                    .append(boxed(layer.rmsZ()))
                    .endRow();
        }
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

    private void begin(int epoch, int position, String kind, String name) throws SQLException {
        rows.beginRow().append(epoch).append(position).append(kind).append(name);
    }

    private void appendSet(SetScore set) throws SQLException {
        rows.append(set.images()).append(set.correct()).append(set.accuracy());
        rows.append(set.cost().data()).append(set.cost().regularised());
    }

    private void appendTensor(TensorEpoch tensor) throws SQLException {
        TensorStatistics s = tensor.statistics();
        rows.append(s.mean()).append(s.stddev()).append(s.rms()).append(s.norm());
        rows.append(s.range().min()).append(s.range().max());
        rows.append(tensor.displacement().map(TensorEpoch.Displacement::decay).orElse(null));
        rows.append(tensor.displacement().map(TensorEpoch.Displacement::drift).orElse(null));
        rows.append(boxed(tensor.motion().gradientNorm()));
        rows.append(boxed(tensor.inputs().dead())).append(boxed(tensor.inputs().live()));
        rows.append(tensor.inputs().deadRatio().map(ValueRange::min).orElse(null));
        rows.append(tensor.inputs().deadRatio().map(ValueRange::max).orElse(null));
        ValueDistribution distribution = tensor.distribution();
        rows.append(number(distribution.quantiles().probabilities()));
        rows.append(doubles(distribution.quantiles().values()));
        rows.append(number(distribution.histogram().edges()));
        rows.append(distribution.histogram().counts().stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private DuckDBAppender nulls(int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            rows.appendNull();
        }
        return rows;
    }
}
