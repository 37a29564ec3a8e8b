package org.tailoff.train;

import java.util.ArrayList;
import java.util.List;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.RunObserver;
import org.tailoff.record.RunStart;

/** Keeps every record. */
public final class Witness implements RunObserver {
    public final List<RunStart> starts = new ArrayList<>();
    public final List<IterationBlock> blocks = new ArrayList<>();
    public final List<EpochRecord> epochs = new ArrayList<>();
    public final List<String> calls = new ArrayList<>();

    @Override
    public void started(RunStart start) {
        starts.add(start);
        calls.add("started");
    }

    @Override
    public void iterations(IterationBlock block) {
        blocks.add(block);
        calls.add("iterations of epoch " + block.epoch());
    }

    @Override
    public void epoch(EpochRecord record) {
        epochs.add(record);
        calls.add("epoch " + record.epoch());
    }

    @Override
    public void finished() {
        calls.add("finished");
    }

    public List<Long> iterations() {
        List<Long> numbers = new ArrayList<>();
        for (IterationBlock block : blocks) {
            for (int row = 0; row < block.rows(); row++) {
                numbers.add(block.iteration(row));
            }
        }
        return numbers;
    }

    /** Every row, tensor after tensor. */
    public List<double[]> rows() {
        List<double[]> rows = new ArrayList<>();
        for (IterationBlock block : blocks) {
            for (int row = 0; row < block.rows(); row++) {
                double[] values = new double[block.tensors().size() * IterationColumn.COUNT];
                block.copyRow(row, values);
                rows.add(values);
            }
        }
        return rows;
    }
}
