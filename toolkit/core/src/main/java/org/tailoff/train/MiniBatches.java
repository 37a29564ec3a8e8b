package org.tailoff.train;

import java.util.List;
import java.util.NoSuchElementException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.tailoff.data.LabelledExamples;
import org.tailoff.train.measure.ParameterMemory;

/**
 * The examples of a set in a given order, cut into consecutive mini-batches; the last one may be short. A mini-batch is
 * valid until the next one is asked for.
 */
final class MiniBatches implements DataSetIterator {
    private static final long serialVersionUID = 1L;

    private final transient LabelledExamples examples;
    private final int[] order;
    private final int size;
    private final transient InputForm form;
    private final DataType type;
    private final transient double[] pixels;
    private final transient double[] labels;

    /**
     * The arrays handed out, the same ones for every mini-batch of a size: native memory per mini-batch would add up.
     */
    private transient DataSet room;

    /** The memory of its features, example after example. */
    private transient INDArray flat;

    private int position;

    /**
     * Makes the iterator.
     *
     * @param examples the set
     * @param order indices into it
     * @param size examples per mini-batch; all of them if there are fewer
     * @param form in which they are handed out
     * @param type floating-point format of the features
     */
    MiniBatches(LabelledExamples examples, int[] order, int size, InputForm form, DataType type) {
        this.examples = examples;
        this.order = order.clone();
        this.size = Math.min(size, order.length);
        this.form = form;
        this.type = type;
        pixels = new double[this.size * examples.inputs()];
        labels = new double[this.size * totalOutcomes()];
    }

    @Override
    public boolean hasNext() {
        return position < order.length;
    }

    @Override
    public DataSet next() {
        return next(size);
    }

    @Override
    public DataSet next(int count) {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + order.length + " examples have been taken");
        }
        int to = Math.min(position + count, order.length);
        int from = position;
        position = to;
        if (room == null || room.numExamples() != to - from) {
            flat = Nd4j.create(type, new long[] {to - from, inputColumns()}, 'c');
            room = new DataSet(form.arrange(flat), Nd4j.create(type, new long[] {to - from, totalOutcomes()}, 'c'));
        }
        for (int row = 0; row < to - from; row++) {
            examples.copyInputs(order[from + row], pixels, row * inputColumns());
        }
        writeLabels(from, to);
        ParameterMemory.write(pixels, flat);
        ParameterMemory.write(labels, room.getLabels());
        return room;
    }

    private void writeLabels(int from, int to) {
        for (int row = 0; row < to - from; row++) {
            examples.copyTargets(order[from + row], labels, row * totalOutcomes());
        }
    }

    @Override
    public int inputColumns() {
        return examples.inputs();
    }

    @Override
    public int totalOutcomes() {
        return examples.outputs();
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    /** Prefetching on another thread would cost more than a mini-batch of ten examples takes. */
    @Override
    public boolean asyncSupported() {
        return false;
    }

    @Override
    public void reset() {
        position = 0;
    }

    @Override
    public int batch() {
        return size;
    }

    @Override
    public void setPreProcessor(DataSetPreProcessor preProcessor) {
        throw new UnsupportedOperationException("pixels are used as they are; no pre-processor, was " + preProcessor);
    }

    @Override
    public DataSetPreProcessor getPreProcessor() {
        return null;
    }

    @Override
    public List<String> getLabels() {
        return examples.classes();
    }
}
