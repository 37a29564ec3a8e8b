package org.tailoff.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterAll;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch;
import org.tailoff.spec.Activation;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.train.ComparedShare;
import org.tailoff.train.ExpectedColumns;
import org.tailoff.train.RandomRun;
import org.tailoff.train.RecordComparison;
import org.tailoff.train.Trainer;

/**
 * The fused engine against DL4J's own {@code fit}, the same run through {@link Trainer}.
 *
 * <p>Tolerance: one step's rounding errors are within 64 K u of its natural scale, K = 200 and u = 2^-53, as
 * {@link FusedStepPropertyTest} derives for networks of this size. A step carries an earlier difference on with the
 * factor |1 - eta H|, H the second derivative of the cost; with eta at most 1/4 and some |x|^2 of at most 36 in front
 * of a sigmoid's 1/4 that is below 4. Six steps make at most 4^6 = 4096 of it: 6e-9 in double. In single precision, u =
 * 2^-24, two steps and K u alone, the mean case instead of the worst, leave 4^2 K u = 2e-4.
 *
 * <p>A relu's gradient jumps where z = 0. In double no z of a few thousand lies within 1e-12 of it; in single precision
 * one in a thousand runs has one within rounding, so relu is compared in double alone. For the same reason may an
 * example change sides, a weighted input cross 5, or an element its bin: counts may differ by one in single precision,
 * and bins are not compared.
 */
public final class EnginesTest {
    private static final double DOUBLE = 4096 * 64 * 200 * 0x1p-53;
    private static final double SINGLE = 16 * 200 * 0x1p-24;
    private static final ComparedShare COSINES = new ComparedShare();

    /** In single precision an update below 1/70 of its scale has no direction: of a quarter of all rows. */
    @AfterAll
    static void mostCosinesWereCompared() {
        COSINES.requireAtLeast(0.6);
    }

    @RandomCases(150)
    void oneStepAndOneEpochInDoublesAreThoseOfDl4j(RandomCase random) {
        Activation hidden = Activation.valueOf(random.of(HiddenActivation.class).name());
        compare(run(random, hidden, random.between(1, 6)), Precision.DOUBLE, DOUBLE);
    }

    @RandomCases(100)
    void oneStepAndOneEpochInFloatsAreThoseOfDl4j(RandomCase random) {
        Activation hidden = random.flip() ? Activation.TANH : Activation.SIGMOID;
        compare(run(random, hidden, random.between(1, 2)), Precision.FLOAT, SINGLE);
    }

    private static RandomRun run(RandomCase random, Activation hidden, int steps) {
        return new RandomRun(new RandomRun.Draw(
                random.seed(), hidden, random.of(RandomRun.Output.class), random.of(RandomRun.Decay.class), steps));
    }

    @RandomCases(40)
    void recordingMoreOrLessGivesTheSameParameters(RandomCase random) {
        RandomRun run = run(random, Activation.SIGMOID, 9);
        Engine engine = random.of(Engine.class);
        Precision precision = random.of(Precision.class);
        String never = digest(run, new ExecutionSpec(engine, precision, 0));
        assertThat(digest(run, new ExecutionSpec(engine, precision, 1))).isEqualTo(never);
        assertThat(digest(run, new ExecutionSpec(engine, precision, 7))).isEqualTo(never);
    }

    private static String digest(RandomRun run, ExecutionSpec execution) {
        return DigestUtils.sha256Hex(run.carryOut(execution).parameters());
    }

    private static void compare(RandomRun run, Precision precision, double tolerance) {
        RandomRun.Result dl4j = run.carryOut(new ExecutionSpec(Engine.DL4J, precision, 1));
        RandomRun.Result fused = run.carryOut(new ExecutionSpec(Engine.FUSED, precision, 1));
        assertThat(values(fused, precision)).containsExactly(values(dl4j, precision), within(tolerance));
        assertThat(fused.witness().calls).isEqualTo(dl4j.witness().calls);
        assertThat(fused.witness().iterations()).isEqualTo(dl4j.witness().iterations());
        List<double[]> rows = fused.witness().rows();
        for (int t = 0; t < rows.size(); t++) {
            row(rows.get(t), dl4j.witness().rows().get(t), tolerance);
        }
        for (int epoch = 0; epoch <= 1; epoch++) {
            epoch(fused.witness().epochs.get(epoch), dl4j.witness().epochs.get(epoch), tolerance);
        }
    }

    private static double[] values(RandomRun.Result result, Precision precision) {
        ByteBuffer bytes = ByteBuffer.wrap(result.parameters()).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.capacity() / (precision == Precision.DOUBLE ? Double.BYTES : Float.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = precision == Precision.DOUBLE ? bytes.getDouble() : bytes.getFloat();
        }
        return values;
    }

    /** The scale V = 1 + ||w|| + eta sum ||x|| ||d|| / m of the other test, whose last term is below 10. */
    private static void row(double[] fused, double[] dl4j, double tolerance) {
        for (int tensor = 0; tensor * IterationColumn.COUNT < dl4j.length; tensor++) {
            Map<IterationColumn, Double> expected = ExpectedColumns.read(dl4j, tensor);
            double scale = 11 + expected.get(IterationColumn.NORM);
            COSINES.count(
                    new RecordComparison(scale, tolerance).compare(ExpectedColumns.read(fused, tensor), expected));
        }
    }

    private static void epoch(EpochRecord fused, EpochRecord dl4j, double tolerance) {
        int slack = tolerance == SINGLE ? 1 : 0;
        for (int i = 0; i < dl4j.sets().size(); i++) {
            SetScore expected = dl4j.sets().get(i);
            SetScore actual = fused.sets().get(i);
            assertThat(actual.correctOnes()).isBetween(expected.correctOnes() - slack, expected.correctOnes() + slack);
            close(actual.cost().data(), expected.cost().data(), tolerance);
            close(actual.cost().regularised(), expected.cost().regularised(), tolerance);
        }
        for (int i = 0; i < dl4j.tensors().size(); i++) {
            tensor(fused.tensors().get(i), dl4j.tensors().get(i), tolerance);
        }
        for (int i = 0; i < dl4j.layers().size(); i++) {
            LayerEpoch expected = dl4j.layers().get(i);
            assertThat(fused.layers().get(i).saturation()).isCloseTo(expected.saturation(), within(slack * 0.5));
            close(fused.layers().get(i).meanSigmaPrime(), expected.meanSigmaPrime(), tolerance);
            close(fused.layers().get(i).rmsZ().orElseThrow(), expected.rmsZ().orElseThrow(), tolerance);
        }
    }

    private static void tensor(TensorEpoch fused, TensorEpoch dl4j, double tolerance) {
        assertThat(fused.tensor()).isEqualTo(dl4j.tensor());
        close(fused.statistics().mean(), dl4j.statistics().mean(), tolerance);
        close(fused.statistics().norm(), dl4j.statistics().norm(), tolerance);
        close(fused.statistics().range().min(), dl4j.statistics().range().min(), tolerance);
        close(fused.statistics().range().max(), dl4j.statistics().range().max(), tolerance);
        assertThat(fused.displacement().isPresent())
                .isEqualTo(dl4j.displacement().isPresent());
        dl4j.displacement().ifPresent(expected -> {
            close(fused.displacement().orElseThrow().decay(), expected.decay(), tolerance);
            close(fused.displacement().orElseThrow().drift(), expected.drift(), tolerance);
        });
        for (int i = 0; i < dl4j.distribution().quantiles().values().size(); i++) {
            close(
                    fused.distribution().quantiles().values().get(i),
                    dl4j.distribution().quantiles().values().get(i),
                    tolerance);
        }
    }

    private static void close(double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, within(tolerance * (10 + Math.abs(expected))));
    }
}
