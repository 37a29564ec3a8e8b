package org.tailoff.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.apache.commons.codec.digest.DigestUtils;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.Provenance;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.ValueDistribution;
import org.tailoff.record.ValueRange;

/**
 * Stands in for training: a random walk whose whole state is in its checkpoints.
 *
 * @param epochs number of epochs
 * @param iterations iterations of an epoch
 */
record SampleRun(int epochs, int iterations) {
    static final String ID = "sample-0123456789ab";
    static final List<String> TENSORS = List.of("1_W", "1_b", "2_W", "2_b");
    static final RunSetup SETUP = new RunSetup(ID, "name: sample\n", TENSORS, ValueType.DOUBLE);
    static final Provenance PROVENANCE =
            new Provenance("fused", "0".repeat(64), List.of(), List.of(part("2024-01-01T00:00:00Z", 1.5)));
    private static final int ROW = TENSORS.size() * IterationColumn.COUNT;

    /**
     * Trains from where the recorder is to the end and finishes; makes it write after every second epoch, as it does
     * once a second.
     */
    StoredRun runToEnd(RunRecorder recorder) {
        int epochsDone =
                recorder.resumedFrom().map(c -> c.position().epochsDone()).orElse(0);
        if (recorder.resumedFrom().isEmpty()) {
            recorder.epoch(epochRecord(0));
        }
        for (int epoch = epochsDone + 1; epoch <= epochs; epoch++) {
            runEpoch(recorder, epoch);
            if (epoch % 2 == 0) {
                recorder.awaitWritten();
            }
        }
        return recorder.finish(PROVENANCE);
    }

    void runEpoch(RunRecorder recorder, int epoch) {
        runIterations(recorder, epoch, iterations);
        recorder.epoch(epochRecord(epoch));
        recorder.checkpoint(checkpoint(epoch));
    }

    /** The first iterations of an epoch. */
    void runIterations(RunRecorder recorder, int epoch, int count) {
        for (int start = 0; start < count; start += IterationBlock.MAX_ROWS) {
            recorder.iterations(block(epoch, start, Math.min(IterationBlock.MAX_ROWS, count - start)));
        }
    }

    IterationBlock block(int epoch, int start, int rows) {
        long first = (long) (epoch - 1) * iterations + start;
        long[] numbers = new long[rows];
        double[] values = new double[rows * ROW];
        for (int r = 0; r < rows; r++) {
            numbers[r] = first + r;
            SplittableRandom random = new SplittableRandom(numbers[r]);
            for (int i = 0; i < ROW; i++) {
                values[r * ROW + i] = random.nextDouble() - .5;
            }
        }
        return IterationBlock.copyOf(epoch, TENSORS, numbers, values);
    }

    Checkpoint checkpoint(int epoch) {
        byte[] state = ByteBuffer.allocate(Integer.BYTES).putInt(epoch).array();
        return new Checkpoint(
                new Checkpoint.Position(epoch, (long) epoch * iterations),
                Bytes.copyOf(state),
                DigestUtils.sha256Hex(state),
                PROVENANCE.parts());
    }

    /** A part on a machine of which nothing but the time matters. */
    static Provenance.Part part(String startedAt, double seconds) {
        return new Provenance.Part(
                startedAt,
                seconds,
                List.of("train", "a b.yaml"),
                new Provenance.Software("0.1", "unknown", "1", "2", "3"),
                new Provenance.Platform("Linux", "a processor", 2, "a JDK", "a kernel", "1"));
    }

    /** Has every kind of row, absent values, NaN and infinities. */
    static EpochRecord epochRecord(int epoch) {
        List<TensorEpoch> tensors = new ArrayList<>();
        for (String name : TENSORS) {
            tensors.add(name.equals("1_W") ? firstWeights(epoch) : bare(name, epoch));
        }
        return new EpochRecord(
                epoch,
                List.of(
                        new SetScore("training", 50_000, 40_000 + epoch % 10_000, new SetScore.Cost(.1, Double.NaN)),
                        new SetScore("test", 10_000, 0, new SetScore.Cost(-0.0, Double.POSITIVE_INFINITY)),
                        new SetScore("validation", 7, new SetScore.Cost(2, 3))),
                tensors,
                List.of(
                        new LayerEpoch(
                                "1",
                                .25,
                                1e-300,
                                OptionalDouble.of(.125),
                                new LayerEpoch.WeightedInputs(
                                        OptionalDouble.of(9.5), OptionalDouble.of(7), OptionalDouble.empty())),
                        new LayerEpoch("2", 0, .25, OptionalDouble.empty())));
    }

    private static TensorEpoch firstWeights(int epoch) {
        return new TensorEpoch(
                "1_W",
                new TensorStatistics(epoch, .1, .2, .3, new ValueRange(-1, 1)),
                new TensorEpoch.Motion(
                        epoch == 0 ? Optional.empty() : Optional.of(moved(epoch)),
                        Optional.of(new TensorEpoch.Gradient(.01, -.5))),
                new TensorEpoch.InputRms(
                        OptionalDouble.of(.4),
                        OptionalDouble.of(Double.NaN),
                        OptionalDouble.of(.3),
                        Optional.of(new ValueRange(.9, .95))),
                new ValueDistribution(
                        new ValueDistribution.Quantiles(List.of(0.0, .5, 1.0), List.of(-1.0, 0.0, Double.NaN)),
                        new ValueDistribution.Histogram(List.of(-1.0, 0.0, 1.0), List.of(3L, 1L << 40))));
    }

    private static TensorEpoch.Displacement moved(int epoch) {
        return new TensorEpoch.Displacement(
                epoch,
                Double.NaN,
                Optional.of(new TensorEpoch.WeightByWeight(.75, Double.POSITIVE_INFINITY)),
                epoch == 1 ? Optional.empty() : Optional.of(new TensorEpoch.WeightByWeight(.5, 2)),
                epoch == 1 ? List.of() : List.of(3L, 0L));
    }

    private static TensorEpoch bare(String name, int epoch) {
        return new TensorEpoch(
                name,
                new TensorStatistics(
                        Double.NaN, 0, 0, epoch, new ValueRange(Double.NEGATIVE_INFINITY, Double.MIN_VALUE)),
                TensorEpoch.Motion.UNKNOWN,
                TensorEpoch.InputRms.NONE,
                new ValueDistribution(
                        new ValueDistribution.Quantiles(List.of(), List.of()),
                        new ValueDistribution.Histogram(List.of(), List.of())));
    }

    /** Runs in a process of its own: {@code RUNS_DIRECTORY EPOCHS ITERATIONS}. */
    public static void main(String[] arguments) {
        RunStore store = RunStore.at(Path.of(arguments[0]));
        SampleRun run = new SampleRun(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        if (store.find(ID).isEmpty()) {
            run.runToEnd(store.open(SETUP));
        }
    }
}
