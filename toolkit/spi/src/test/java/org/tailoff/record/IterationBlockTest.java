package org.tailoff.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IterationBlockTest {
    private static final List<String> TENSORS = List.of("1_W", "1_b");

    private static double[] counting(int rows) {
        double[] values = new double[rows * TENSORS.size() * IterationColumn.COUNT];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return values;
    }

    @Nested
    class Values {
        private final long[] iterations = {7, 9};
        private final double[] values = counting(2);
        private final IterationBlock block = IterationBlock.copyOf(3, TENSORS, iterations, values);

        @Test
        void areLaidOutByRowThenTensorThenColumn() {
            assertThat(block.value(1, 0, IterationColumn.MEAN)).isEqualTo(24);
            assertThat(block.value(0, 1, IterationColumn.MINIBATCH_COST)).isEqualTo(23);
            assertThat(block.iteration(1)).isEqualTo(9);
            assertThat(block.rows()).isEqualTo(2);
            assertThat(block.epoch()).isEqualTo(3);
        }

        @Test
        void doNotFollowTheCallersArrays() {
            values[0] = -1;
            iterations[0] = 0;
            assertThat(block.value(0, 0, IterationColumn.MEAN)).isZero();
            assertThat(block.iteration(0)).isEqualTo(7);
        }

        @Test
        void ofARowAreCopiedTogether() {
            double[] row = new double[24];
            block.copyRow(1, row);
            assertThat(row).startsWith(24, 25).endsWith(47);
        }

        /** Oracle: values count from 0, and those of a row follow each other by tensor, then column. */
        @Test
        void areAllThereOnce() {
            double expected = 0;
            for (int row = 0; row < block.rows(); row++) {
                for (int tensor = 0; tensor < TENSORS.size(); tensor++) {
                    for (IterationColumn column : IterationColumn.values()) {
                        assertThat(block.value(row, tensor, column)).isEqualTo(expected++);
                    }
                }
            }
            assertThat(expected).isEqualTo(values.length);
        }

        @Test
        void ofARowDoNotFitAShorterArray() {
            assertThatThrownBy(() -> block.copyRow(0, new double[23])).isInstanceOf(IndexOutOfBoundsException.class);
        }

        @Test
        void ofAnUnknownRowAreRefused() {
            assertThatThrownBy(() -> block.value(2, 0, IterationColumn.MEAN))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> block.iteration(2)).isInstanceOf(IndexOutOfBoundsException.class);
        }

        @Test
        void belongToTensorsThatStayAsTheyWere() {
            List<String> names = new ArrayList<>(TENSORS);
            IterationBlock named = IterationBlock.copyOf(1, names, new long[1], counting(1));
            names.set(0, "other");
            assertThat(named.tensors()).isEqualTo(TENSORS);
        }

        @Test
        void ofAnUnknownTensorAreRefused() {
            assertThatThrownBy(() -> block.value(0, 2, IterationColumn.MEAN))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Nested
    class Arguments {
        @Test
        void epochZeroHasNoIterations() {
            refuses("epoch must be at least 1, was 0", 0, TENSORS, new long[] {0}, counting(1));
        }

        @Test
        void thereMustBeARow() {
            refuses("rows must be at least 1, was 0", 1, TENSORS, new long[0], new double[0]);
        }

        @Test
        void thereMustNotBeTooManyRows() {
            refuses("rows must be at most 250, was 251", 1, TENSORS, new long[251], counting(251));
        }

        @Test
        void asManyRowsAsThereMayBeAreABlock() {
            long[] iterations = LongStream.range(0, IterationBlock.MAX_ROWS).toArray();
            assertThat(IterationBlock.copyOf(1, TENSORS, iterations, counting(250))
                            .rows())
                    .isEqualTo(250);
        }

        @Test
        void aTensorMustNotBeNamedTwice() {
            refuses("tensors must have different names: [a, a]", 1, List.of("a", "a"), new long[1], counting(1));
        }

        @Test
        void thereMustBeATensor() {
            refuses("number of tensors must be at least 1, was 0", 1, List.of(), new long[1], new double[0]);
        }

        @Test
        void iterationsMustIncrease() {
            refuses("iterations must increase from at least 0: 5 after 5", 1, TENSORS, new long[] {5, 5}, counting(2));
            refuses("iterations must increase from at least 0: -1 after -1", 1, TENSORS, new long[] {-1}, counting(1));
        }

        @Test
        void valuesMustFillTheRows() {
            refuses(
                    "values must have 1 rows x 2 tensors x 12 columns = 24 elements: 48",
                    1,
                    TENSORS,
                    new long[1],
                    counting(2));
        }

        private void refuses(String message, int epoch, List<String> tensors, long[] iterations, double[] values) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IterationBlock.copyOf(epoch, tensors, iterations, values))
                    .withMessage(message);
        }
    }

    @Test
    void columnsLieInTheOrderInWhichTheyAreDeclared() {
        assertThat(IterationColumn.values())
                .extracting(IterationColumn::index)
                .isEqualTo(IntStream.range(0, IterationColumn.COUNT).boxed().toList());
    }

    @Test
    void columnsHaveTheNamesOfTheContract() {
        assertThat(IterationColumn.values())
                .extracting(IterationColumn::columnName)
                .containsExactly(
                        "mean",
                        "stddev",
                        "rms",
                        "norm",
                        "min",
                        "max",
                        "gradient_norm",
                        "decay_step_norm",
                        "gradient_step_norm",
                        "update_norm",
                        "cosine_update_weights",
                        "minibatch_cost");
    }
}
