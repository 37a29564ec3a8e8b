package org.tailoff.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;

class RoundTripPropertyTest {
    @Property(tries = 25)
    void doublesComeBackBitForBit(
            @ForAll("tensors") List<String> tensors,
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll("values") List<Double> values)
            throws IOException {
        check(block(tensors, rows, values), ValueType.DOUBLE, x -> x);
    }

    @Property(tries = 10)
    void floatsComeBackRounded(
            @ForAll("tensors") List<String> tensors,
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll("values") List<Double> values)
            throws IOException {
        check(block(tensors, rows, values), ValueType.FLOAT, x -> (float) x);
    }

    @Provide
    Arbitrary<List<String>> tensors() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(8)
                .excludeChars('\0')
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .uniqueElements();
    }

    @Provide
    Arbitrary<List<Double>> values() {
        Arbitrary<Double> special = Arbitraries.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -0.0,
                Double.MIN_VALUE,
                Double.MAX_VALUE);
        return Arbitraries.oneOf(Arbitraries.longs().map(Double::longBitsToDouble), special)
                .list()
                .ofMinSize(1)
                .ofMaxSize(300);
    }

    private static IterationBlock block(List<String> tensors, int rows, List<Double> values) {
        double[] all = IntStream.range(0, rows * tensors.size() * IterationColumn.COUNT)
                .mapToDouble(i -> values.get(i % values.size()))
                .toArray();
        long[] iterations = IntStream.range(0, rows).mapToLong(r -> 3L * r).toArray();
        return IterationBlock.copyOf(1, tensors, iterations, all);
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
