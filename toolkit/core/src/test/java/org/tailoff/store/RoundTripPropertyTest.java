package org.tailoff.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;

class RoundTripPropertyTest {
    private static final double[] SPECIAL = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, Double.MAX_VALUE
    };

    @RandomCases(25)
    void doublesComeBackBitForBit(RandomCase random) throws IOException {
        check(block(random), ValueType.DOUBLE, x -> x);
    }

    @RandomCases(10)
    void floatsComeBackRounded(RandomCase random) throws IOException {
        check(block(random), ValueType.FLOAT, x -> (float) x);
    }

    private static IterationBlock block(RandomCase random) {
        List<String> tensors = Stream.generate(() -> random.text(random.between(1, 8)))
                .distinct()
                .limit(random.between(1, 5))
                .toList();
        int rows = random.between(1, 20);
        double[] values = DoubleStream.generate(() -> random.flip()
                        ? Double.longBitsToDouble(random.seed())
                        : SPECIAL[random.between(0, SPECIAL.length - 1)])
                .limit((long) rows * tensors.size() * IterationColumn.COUNT)
                .toArray();
        long[] iterations = IntStream.range(0, rows).mapToLong(r -> 3L * r).toArray();
        return IterationBlock.copyOf(1, tensors, iterations, values);
    }

    private static void check(IterationBlock block, ValueType type, DoubleUnaryOperator rounded) throws IOException {
        Path runs = Files.createTempDirectory("tailoff");
        try {
            RunRecorder recorder = RunStore.at(runs).open(new RunSetup("p-0", "", block.tensors(), type));
            recorder.iterations(block);
            StoredRun run = recorder.finish(SampleRun.PROVENANCE);
            assertThat(run.tensors()).isEqualTo(block.tensors());
            for (int t = 0; t < block.tensors().size(); t++) {
                for (IterationColumn column : List.of(IterationColumn.MEAN, IterationColumn.MINIBATCH_COST)) {
                    checkSeries(run.series(block.tensors().get(t), column), block, t, column, rounded);
                }
            }
        } finally {
            RunDirectory.deleteTree(runs);
        }
    }

    private static void checkSeries(
            double[] series, IterationBlock block, int tensor, IterationColumn column, DoubleUnaryOperator rounded) {
        for (int r = 0; r < block.rows(); r++) {
            long expected = Double.doubleToRawLongBits(rounded.applyAsDouble(block.value(r, tensor, column)));
            assertThat(Double.doubleToRawLongBits(series[r])).isEqualTo(expected);
        }
    }
}
