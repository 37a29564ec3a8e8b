package org.tailoff.record;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.tailoff.text.Checks;

/**
 * Up to {@value #MAX_ROWS} recorded iterations of one epoch, in order: what is handed over at once to an observer.
 *
 * <p>A row is one iteration; it holds {@link IterationColumn#COUNT} values for each tensor. Immutable.
 */
public final class IterationBlock {
    /** Largest number of rows of a block. */
    public static final int MAX_ROWS = 250;

    private final int epoch;
    private final List<String> tensors;
    private final long[] iterations;
    private final double[] values;

    private IterationBlock(int epoch, List<String> tensors, long[] iterations, double[] values) {
        this.epoch = epoch;
        this.tensors = tensors;
        this.iterations = iterations;
        this.values = values;
    }

    /**
     * Copies the arguments into a block, so the caller may use its arrays again.
     *
     * @param epoch the epoch all rows belong to, from 1
     * @param tensors names of the tensors, for example {@code 0_W, 0_b, 1_W, 1_b}; not empty, no name twice
     * @param iterations iteration numbers of the rows, strictly increasing, from 0; 1 to {@value #MAX_ROWS} of them
     * @param values rows x tensors x {@link IterationColumn#COUNT}, laid out {@code [row][tensor][column]}; any double,
     *     NaN included
     * @return the block, never null
     * @throws IllegalArgumentException if an argument breaks its rule, or if {@code values.length != iterations.length
     *     * tensors.size() * IterationColumn.COUNT}
     */
    public static IterationBlock copyOf(int epoch, List<String> tensors, long[] iterations, double[] values) {
        Checks.requireAtLeast(1, epoch, "epoch");
        Checks.requireAtLeast(1, tensors.size(), "number of tensors");
        Checks.requireAtLeast(1, iterations.length, "rows");
        Checks.requireAtMost(MAX_ROWS, iterations.length, "rows");
        requireDistinct(tensors);
        requireLength(values.length, iterations.length, tensors.size());
        long[] numbers = iterations.clone();
        requireIncreasing(numbers);
        return new IterationBlock(epoch, List.copyOf(tensors), numbers, values.clone());
    }

    private static void requireDistinct(List<String> tensors) {
        if (new HashSet<>(tensors).size() < tensors.size()) {
            throw new IllegalArgumentException("tensors must have different names: " + tensors);
        }
    }

    private static void requireLength(int length, int rows, int tensors) {
        int expected = Math.multiplyExact(rows, Math.multiplyExact(tensors, IterationColumn.COUNT));
        if (length != expected) {
            throw new IllegalArgumentException("values must have " + rows + " rows x " + tensors + " tensors x "
                    + IterationColumn.COUNT + " columns = " + expected + " elements: " + length);
        }
    }

    private static void requireIncreasing(long[] iterations) {
        long previous = -1;
        for (long iteration : iterations) {
            if (iteration <= previous) {
                throw new IllegalArgumentException(
                        "iterations must increase from at least 0: " + iteration + " after " + previous);
            }
            previous = iteration;
        }
    }

    /**
     * The epoch that all rows belong to.
     *
     * @return the epoch, from 1
     */
    public int epoch() {
        return epoch;
    }

    /**
     * Names of the tensors, in the order of the values.
     *
     * @return an immutable list, not empty
     */
    public List<String> tensors() {
        return tensors;
    }

    /**
     * Number of rows.
     *
     * @return from 1 to {@value #MAX_ROWS}
     */
    public int rows() {
        return iterations.length;
    }

    /**
     * Iteration number of a row.
     *
     * @param row from 0 to {@link #rows()} - 1
     * @return the iteration number, from 0
     * @throws ArrayIndexOutOfBoundsException if there is no such row
     */
    public long iteration(int row) {
        return iterations[row];
    }

    /**
     * One recorded value.
     *
     * @param row from 0 to {@link #rows()} - 1
     * @param tensor index into {@link #tensors()}
     * @param column the quantity
     * @return the value exactly as it was recorded
     * @throws IndexOutOfBoundsException if there is no such row or tensor
     */
    public double value(int row, int tensor, IterationColumn column) {
        int start = Math.multiplyExact(row, rowLength());
        return values[start + Objects.checkIndex(tensor, tensors.size()) * IterationColumn.COUNT + column.index()];
    }

    /**
     * Copies a row's values, laid out {@code [tensor][column]}.
     *
     * @param row from 0 to {@link #rows()} - 1
     * @param target receives tensors x {@link IterationColumn#COUNT} values from index 0
     * @throws IndexOutOfBoundsException if there is no such row or {@code target} is too short
     */
    public void copyRow(int row, double[] target) {
        System.arraycopy(values, Math.multiplyExact(row, rowLength()), target, 0, rowLength());
    }

    private int rowLength() {
        return tensors.size() * IterationColumn.COUNT;
    }
}
