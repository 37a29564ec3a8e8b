package org.tailoff.train;

import java.util.List;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/** Mini-batches from a list. */
public final class Batches implements DataSetIterator {
    private static final long serialVersionUID = 1L;

    private final transient List<DataSet> all;
    private int next;

    public Batches(List<DataSet> all) {
        this.all = all;
    }

    @Override
    public boolean hasNext() {
        return next < all.size();
    }

    @Override
    public DataSet next() {
        return all.get(next++);
    }

    @Override
    public DataSet next(int count) {
        return next();
    }

    @Override
    public int inputColumns() {
        return all.get(0).numInputs();
    }

    @Override
    public int totalOutcomes() {
        return all.get(0).numOutcomes();
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    @Override
    public boolean asyncSupported() {
        return false;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public int batch() {
        return all.get(0).numExamples();
    }

    @Override
    public void setPreProcessor(DataSetPreProcessor preProcessor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataSetPreProcessor getPreProcessor() {
        return null;
    }

    @Override
    public List<String> getLabels() {
        return List.of("0", "1", "2", "3");
    }
}
