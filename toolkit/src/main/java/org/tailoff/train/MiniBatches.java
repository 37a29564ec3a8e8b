package org.tailoff.train;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.tailoff.data.LabelledImages;

/** The images of a set in a given order, cut into consecutive mini-batches; the last one may be short. */
final class MiniBatches implements DataSetIterator {
    private static final long serialVersionUID = 1L;

    private final transient LabelledImages images;
    private final int[] order;
    private final int size;
    private final DataType type;
    private int position;

    /**
     * Makes the iterator.
     *
     * @param images the set
     * @param order indices into it
     * @param size images per mini-batch
     * @param type floating-point format of the features
     */
    MiniBatches(LabelledImages images, int[] order, int size, DataType type) {
        this.images = images;
        this.order = order.clone();
        this.size = size;
        this.type = type;
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
            throw new NoSuchElementException("all " + order.length + " images have been taken");
        }
        int to = Math.min(position + count, order.length);
        int[] batch = Arrays.copyOfRange(order, position, to);
        position = to;
        return new DataSet(features(batch), labels(batch));
    }

    private INDArray features(int[] batch) {
        int pixels = images.pixelsPerImage();
        double[] values = new double[batch.length * pixels];
        for (int row = 0; row < batch.length; row++) {
            images.copyPixels(batch[row], values, row * pixels);
        }
        return Nd4j.createFromArray(values).reshape('c', batch.length, pixels).castTo(type);
    }

    private INDArray labels(int[] batch) {
        double[] values = new double[batch.length * totalOutcomes()];
        for (int row = 0; row < batch.length; row++) {
            values[row * totalOutcomes() + images.label(batch[row])] = 1;
        }
        return Nd4j.createFromArray(values)
                .reshape('c', batch.length, totalOutcomes())
                .castTo(type);
    }

    @Override
    public int inputColumns() {
        return images.pixelsPerImage();
    }

    @Override
    public int totalOutcomes() {
        return LabelledImages.CLASSES;
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    /** Prefetching on another thread would cost more than a mini-batch of ten images takes. */
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
        return List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }
}
