package org.tailoff.store;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalDouble;
import org.duckdb.DuckDBAppender;
import org.tailoff.record.Distribution;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.Range;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorStatistics;

/**
 * The epochs of a run in DuckDB: one row per epoch and set, tensor or layer, told apart by {@code kind}; columns of other kinds are NULL.
 */
final class EpochTable {
    static final String NAME = "epochs";
    static final String SET = "set";
    static final String TENSOR = "tensor";
    static final String LAYER = "layer";

    static final String DEFINITION =
            "CREATE TABLE IF NOT EXISTS " + NAME + " (epoch INTEGER, position INTEGER, kind VARCHAR,"
                    + " name VARCHAR, images INTEGER, correct INTEGER, accuracy DOUBLE, cost DOUBLE, regularised_cost DOUBLE,"
                    + " mean DOUBLE, stddev DOUBLE, rms DOUBLE, norm DOUBLE, \"min\" DOUBLE, \"max\" DOUBLE,"
                    + " displacement DOUBLE, drift DOUBLE, gradient_norm DOUBLE, dead_rms DOUBLE, live_rms DOUBLE,"
                    + " dead_ratio_min DOUBLE, dead_ratio_max DOUBLE,"
                    + " quantile_probabilities DOUBLE[], quantiles DOUBLE[], histogram_edges DOUBLE[], histogram_counts BIGINT[],"
                    + " saturation DOUBLE, mean_sigma_prime DOUBLE, rms_z DOUBLE)";

    static final String EXPORT_QUERY = "SELECT * EXCLUDE (position) FROM " + NAME + " ORDER BY epoch, position";

    private static final int SET_COLUMNS = 5;
    private static final int TENSOR_COLUMNS = 17;
    private static final int LAYER_COLUMNS = 3;

    private EpochTable() {}

    static void append(DuckDBAppender appender, EpochRecord record) throws SQLException {
        int position = 0;
        for (SetScore set : record.sets()) {
            begin(appender, record.epoch(), position++, SET, set.set());
            appendSet(appender, set);
            nulls(appender, TENSOR_COLUMNS + LAYER_COLUMNS).endRow();
        }
        for (TensorEpoch tensor : record.tensors()) {
            begin(appender, record.epoch(), position++, TENSOR, tensor.tensor());
            nulls(appender, SET_COLUMNS);
            appendTensor(appender, tensor);
            nulls(appender, LAYER_COLUMNS).endRow();
        }
        for (LayerEpoch layer : record.layers()) {
            begin(appender, record.epoch(), position++, LAYER, layer.layer());
            nulls(appender, SET_COLUMNS + TENSOR_COLUMNS);
            appender.append(layer.saturation())
                    .append(layer.meanSigmaPrime())
                    .append(boxed(layer.rmsZ()))
                    .endRow();
        }
    }

    private static void begin(DuckDBAppender appender, int epoch, int position, String kind, String name)
            throws SQLException {
        appender.beginRow().append(epoch).append(position).append(kind).append(name);
    }

    private static void appendSet(DuckDBAppender appender, SetScore set) throws SQLException {
        appender.append(set.images()).append(set.correct()).append(set.accuracy());
        appender.append(set.cost().data()).append(set.cost().regularised());
    }

    private static void appendTensor(DuckDBAppender appender, TensorEpoch tensor) throws SQLException {
        TensorStatistics s = tensor.statistics();
        appender.append(s.mean()).append(s.stddev()).append(s.rms()).append(s.norm());
        appender.append(s.range().min()).append(s.range().max());
        appender.append(
                tensor.displacement().map(TensorEpoch.Displacement::decay).orElse(null));
        appender.append(
                tensor.displacement().map(TensorEpoch.Displacement::drift).orElse(null));
        appender.append(boxed(tensor.motion().gradientNorm()));
        appender.append(boxed(tensor.inputs().dead()))
                .append(boxed(tensor.inputs().live()));
        appender.append(tensor.inputs().deadRatio().map(Range::min).orElse(null));
        appender.append(tensor.inputs().deadRatio().map(Range::max).orElse(null));
        Distribution distribution = tensor.distribution();
        appender.append(doubles(distribution.quantiles().probabilities()));
        appender.append(doubles(distribution.quantiles().values()));
        appender.append(doubles(distribution.histogram().edges()));
        appender.append(distribution.histogram().counts().stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static DuckDBAppender nulls(DuckDBAppender appender, int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            appender.appendNull();
        }
        return appender;
    }
}
