package org.tailoff.train.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.RunObserver;

/** Gathers the rows of iterations in one reused array and hands them over as blocks. */
public final class BlockBuilder {
    private final List<String> tensors;
    private final int every;
    private final RunObserver observer;
    private final int rowLength;
    private final double[] values;
    private final long[] iterations;
    private int rows;
    private int epoch;

    /**
     * Makes the builder.
     *
     * @param tensors names of the tensors of a row
     * @param every record iterations 0, every, 2 every, ...; 0 records none
     * @param observer receives the blocks
     */
    public BlockBuilder(List<String> tensors, int every, RunObserver observer) {
        this(tensors, every, IterationBlock.MAX_ROWS, observer);
    }

    /**
     * Makes the builder of smaller blocks, for steps that take long: a run is stopped, and its progress shown, between
     * two blocks.
     *
     * @param tensors names of the tensors of a row
     * @param every record iterations 0, every, 2 every, ...; 0 records none
     * @param most rows of a block, from 1 to {@link IterationBlock#MAX_ROWS}
     * @param observer receives the blocks
     */
    public BlockBuilder(List<String> tensors, int every, int most, RunObserver observer) {
        this.tensors = List.copyOf(tensors);
        this.every = every;
        this.observer = observer;
        rowLength = tensors.size() * IterationColumn.COUNT;
        iterations = new long[most];
        values = new double[most * rowLength];
    }

    /** Begins an epoch, from 1; a block holds iterations of one epoch. */
    public void begin(int newEpoch) {
        flush();
        epoch = newEpoch;
    }

    /** Whether an iteration is to be recorded. */
    public boolean wants(long iteration) {
        return every > 0 && iteration % every == 0;
    }

    /** Where a row is written, from {@link #offset}: for each tensor {@link IterationColumn#COUNT} numbers. */
    public double[] values() {
        return values;
    }

    /** {@return where the values of the iteration under way begin} */
    public int offset() {
        return rows * rowLength;
    }

    /**
     * Ends the row of an iteration.
     *
     * @param iteration its number
     * @param learningRate gives the learning rate of the tensor of an index, for the message
     * @throws DivergedException if a tensor's norm is not finite
     */
    public void end(long iteration, IntToDoubleFunction learningRate) {
        for (int tensor = 0; tensor < tensors.size(); tensor++) {
            int at = offset() + tensor * IterationColumn.COUNT;
            if (!Double.isFinite(values[at + IterationColumn.NORM.index()])) {
                throw new DivergedException(epoch, iteration, tensors.get(tensor), learningRate.applyAsDouble(tensor));
            }
        }
        iterations[rows] = iteration;
        rows++;
        if (rows == iterations.length) {
            flush();
        }
    }

    /** Hands over what there is, if anything. */
    public void flush() {
        if (rows > 0) {
            int count = rows;
            rows = 0;
            observer.iterations(IterationBlock.copyOf(
                    epoch, tensors, Arrays.copyOf(iterations, count), Arrays.copyOf(values, count * rowLength)));
        }
    }
}
