package org.tailoff.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.LayerEpoch.WeightedInputs;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorEpoch.Displacement;
import org.tailoff.record.TensorEpoch.Gradient;
import org.tailoff.record.TensorEpoch.InputRms;
import org.tailoff.record.TensorEpoch.Motion;
import org.tailoff.record.TensorEpoch.WeightByWeight;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.ValueDistribution;
import org.tailoff.record.ValueDistribution.Histogram;
import org.tailoff.record.ValueDistribution.Quantiles;
import org.tailoff.record.ValueRange;

/**
 * A column of the epoch table that rows of one kind fill and the others leave NULL. What a row holds is stated here
 * alone: the columns in their order, and beside them how a record is made of them again.
 *
 * @param name its name
 * @param type its type in DuckDB
 * @param shared whether it holds numbers of arrays of the other table
 * @param writer appends its value of a record
 */
record EpochColumn<T>(String name, String type, boolean shared, Writer<T> writer) {
    static final List<EpochColumn<SetScore>> OF_SETS = List.of(
            integer("images", SetScore::images),
            optionalInteger("correct", SetScore::correct),
            optional("accuracy", set -> set.correct().isEmpty() ? Optional.empty() : Optional.of(set.accuracy())),
            number("cost", set -> set.cost().data()),
            number("regularised_cost", set -> set.cost().regularised()));

    static final List<EpochColumn<TensorEpoch>> OF_TENSORS = List.of(
            number("mean", tensor -> tensor.statistics().mean()),
            number("stddev", tensor -> tensor.statistics().stddev()),
            number("rms", tensor -> tensor.statistics().rms()),
            number("norm", tensor -> tensor.statistics().norm()),
            number("min", tensor -> tensor.statistics().range().min()),
            number("max", tensor -> tensor.statistics().range().max()),
            optional("displacement", tensor -> tensor.displacement().map(Displacement::decay)),
            optional("drift", tensor -> tensor.displacement().map(Displacement::drift)),
            optional("decay_further", tensor -> weights(tensor).map(WeightByWeight::decayFurther)),
            optional("drift_ratio_median", tensor -> weights(tensor).map(WeightByWeight::medianRatio)),
            optional("live_decay_further", tensor -> live(tensor).map(WeightByWeight::decayFurther)),
            optional("live_drift_ratio_median", tensor -> live(tensor).map(WeightByWeight::medianRatio)),
            list(
                    "decayed_by_input",
                    "BIGINT[]",
                    tensor -> tensor.displacement()
                            .map(Displacement::decayedByInput)
                            .orElse(List.of())),
            optional("gradient_norm", tensor -> tensor.motion().gradient().map(Gradient::norm)),
            optional(
                    "gradient_dot_weights", tensor -> tensor.motion().gradient().map(Gradient::dotWeights)),
            optional("dead_rms", tensor -> boxed(tensor.inputs().dead())),
            optional("live_rms", tensor -> boxed(tensor.inputs().live())),
            optional("live_median", tensor -> boxed(tensor.inputs().liveMedian())),
            optional("dead_ratio_min", tensor -> tensor.inputs().deadRatio().map(ValueRange::min)),
            optional("dead_ratio_max", tensor -> tensor.inputs().deadRatio().map(ValueRange::max)),
            shared(
                    "quantile_probabilities",
                    tensor -> tensor.distribution().quantiles().probabilities()),
            list(
                    "quantiles",
                    "DOUBLE[]",
                    tensor -> tensor.distribution().quantiles().values()),
            shared(
                    "histogram_edges",
                    tensor -> tensor.distribution().histogram().edges()),
            list(
                    "histogram_counts",
                    "BIGINT[]",
                    tensor -> tensor.distribution().histogram().counts()));

    static final List<EpochColumn<LayerEpoch>> OF_LAYERS = List.of(
            number("saturation", LayerEpoch::saturation),
            number("mean_sigma_prime", LayerEpoch::meanSigmaPrime),
            optional("dead", layer -> boxed(layer.dead())),
            optional("rms_z", layer -> boxed(layer.weightedInputs().rms())),
            optional("rms_z_independent", layer -> boxed(layer.weightedInputs().independent())),
            optional(
                    "rms_z_delta_weighted",
                    layer -> boxed(layer.weightedInputs().deltaWeighted())));

    static SetScore set(EpochRow row) throws SQLException {
        SetScore.Cost cost = new SetScore.Cost(row.number("cost"), row.number("regularised_cost"));
        return new SetScore(row.text("name"), row.integer("images"), row.optionalInteger("correct"), cost);
    }

    static TensorEpoch tensor(EpochRow row) throws SQLException {
        ValueRange range = new ValueRange(row.number("min"), row.number("max"));
        return new TensorEpoch(
                row.text("name"),
                new TensorStatistics(
                        row.number("mean"), row.number("stddev"), row.number("rms"), row.number("norm"), range),
                new Motion(displacement(row), row.pair("gradient_norm", "gradient_dot_weights", Gradient::new)),
                new InputRms(
                        row.optional("dead_rms"),
                        row.optional("live_rms"),
                        row.optional("live_median"),
                        row.pair("dead_ratio_min", "dead_ratio_max", ValueRange::new)),
                new ValueDistribution(
                        new Quantiles(
                                row.list("quantile_probabilities", Double.class), row.list("quantiles", Double.class)),
                        new Histogram(
                                row.list("histogram_edges", Double.class), row.list("histogram_counts", Long.class))));
    }

    static LayerEpoch layer(EpochRow row) throws SQLException {
        return new LayerEpoch(
                row.text("name"),
                row.number("saturation"),
                row.number("mean_sigma_prime"),
                row.optional("dead"),
                new WeightedInputs(
                        row.optional("rms_z"),
                        row.optional("rms_z_independent"),
                        row.optional("rms_z_delta_weighted")));
    }

    private static Optional<Displacement> displacement(EpochRow row) throws SQLException {
        Optional<WeightByWeight> weights = row.pair("decay_further", "drift_ratio_median", WeightByWeight::new);
        Optional<WeightByWeight> live = row.pair("live_decay_further", "live_drift_ratio_median", WeightByWeight::new);
        List<Long> byInput = row.list("decayed_by_input", Long.class);
        return row.pair(
                "displacement", "drift", (decay, drift) -> new Displacement(decay, drift, weights, live, byInput));
    }

    private static Optional<WeightByWeight> weights(TensorEpoch tensor) {
        return tensor.displacement().flatMap(Displacement::weights);
    }

    private static Optional<WeightByWeight> live(TensorEpoch tensor) {
        return tensor.displacement().flatMap(Displacement::live);
    }

    private EpochColumn(String name, String type, Writer<T> writer) {
        this(name, type, false, writer);
    }

    /** Appends a value of a record to the row that is being written. */
    interface Writer<T> {
        void write(T record, EpochTable table) throws SQLException;
    }

    private static <T> EpochColumn<T> integer(String name, ToIntFunction<T> value) {
        return new EpochColumn<>(name, "INTEGER", (record, table) -> table.rows.append(value.applyAsInt(record)));
    }

    private static <T> EpochColumn<T> optionalInteger(String name, Function<T, OptionalInt> value) {
        return new EpochColumn<>(name, "INTEGER", (record, table) -> {
            OptionalInt found = value.apply(record);
            table.rows.append(found.isPresent() ? (Integer) found.getAsInt() : null);
        });
    }

    private static <T> EpochColumn<T> number(String name, ToDoubleFunction<T> value) {
        return new EpochColumn<>(name, "DOUBLE", (record, table) -> table.rows.append(value.applyAsDouble(record)));
    }

    private static <T> EpochColumn<T> optional(String name, Function<T, Optional<Double>> value) {
        return new EpochColumn<>(
                name,
                "DOUBLE",
                (record, table) -> table.rows.append(value.apply(record).orElse(null)));
    }

    /** Numbers that are nearly always the same: the row has the number of the array. */
    private static <T> EpochColumn<T> shared(String name, Function<T, List<Double>> values) {
        return new EpochColumn<>(
                name, "INTEGER", true, (record, table) -> table.rows.append(table.number(values.apply(record))));
    }

    private static <T> EpochColumn<T> list(String name, String type, Function<T, List<?>> values) {
        return new EpochColumn<>(name, type, (record, table) -> table.rows.append(values.apply(record)));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
