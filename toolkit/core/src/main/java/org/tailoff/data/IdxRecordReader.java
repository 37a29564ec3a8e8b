package org.tailoff.data;

import java.io.DataInputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataIndex;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.DoubleWritable;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.Writable;

/**
 * DataVec's way to images in IDX form, the format of MNIST, Fashion-MNIST and EMNIST, and so to DL4J's own iterators.
 *
 * <p>A record is one image: channels x rows x columns {@code DoubleWritable}s, channel by channel and row by row, each
 * byte / 256 as in the book (not 255), and last the label as an {@code IntWritable} in [0, 255]. The writables are
 * shared by all records: do not set them. A compressed file is checked while it is read; it is not known to be sound
 * before the last record has been read.
 */
public final class IdxRecordReader extends BaseRecordReader {
    private static final long serialVersionUID = 1L;

    private static final Writable[] PIXELS = IntStream.range(0, 256)
            .mapToObj(value -> new DoubleWritable(LabelledImages.intensity((byte) value)))
            .toArray(Writable[]::new);
    private static final Writable[] LABELS =
            IntStream.range(0, 256).mapToObj(IntWritable::new).toArray(Writable[]::new);

    private transient Configuration configuration;
    private transient IdxSource imageSource;
    private transient IdxSource labelSource;
    private transient IdxPair pair;

    /** A reader that waits for {@link #initialize(InputSplit)}. */
    public IdxRecordReader() {}

    IdxRecordReader(IdxSource images, IdxSource labels) {
        open(images, labels);
    }

    private void open(IdxSource images, IdxSource labels) {
        close();
        pair = IdxPair.open(images, labels);
        imageSource = images;
        labelSource = labels;
    }

    /**
     * Opens both files and reads their headers.
     *
     * @param split two locations: the file of images and the file of labels, plain or gzipped
     * @throws IllegalArgumentException if {@code split} has not exactly two locations
     * @throws DataException if a header is wrong or the counts disagree
     */
    @Override
    public void initialize(InputSplit split) {
        URI[] locations = split.locations();
        if (locations.length != 2) {
            throw new IllegalArgumentException(
                    "split must have 2 locations, images and labels: " + Arrays.toString(locations));
        }
        inputSplit = split;
        open(IdxSource.of(locations[0]), IdxSource.of(locations[1]));
    }

    /** As {@link #initialize(InputSplit)}: the configuration is kept and changes nothing. */
    @Override
    public void initialize(Configuration conf, InputSplit split) {
        setConf(conf);
        initialize(split);
    }

    private IdxPair pair() {
        if (pair == null) {
            throw new IllegalStateException("IdxRecordReader must be initialised before it is read");
        }
        return pair;
    }

    /**
     * How many images both headers promise.
     *
     * @return at least 1
     */
    public int count() {
        return pair().count();
    }

    /**
     * The channels of an image: 1 unless the file has four dimensions.
     *
     * @return at least 1
     */
    public int channels() {
        return pair().shape().get(0);
    }

    /**
     * The height of an image.
     *
     * @return pixels, at least 1
     */
    public int rows() {
        return pair().shape().get(1);
    }

    /**
     * The width of an image.
     *
     * @return pixels, at least 1
     */
    public int columns() {
        return pair().shape().get(2);
    }

    @Override
    public boolean hasNext() {
        return pair().hasNext();
    }

    /**
     * The fast way to the next record: raw bytes, no writables.
     *
     * @param target receives channels x rows x columns bytes at {@code offset} and after
     * @param offset index into {@code target}
     * @return the label, in [0, 255]
     * @throws NoSuchElementException if {@code !hasNext()}
     * @throws DataException if the files are not what their headers promise
     */
    public int nextImage(byte[] target, int offset) {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + count() + " images have been read");
        }
        return pair().next(target, offset);
    }

    @Override
    public List<Writable> next() {
        byte[] image = new byte[pair().length()];
        int label = nextImage(image, 0);
        Writable[] row = new Writable[image.length + 1];
        Arrays.setAll(row, i -> i < image.length ? PIXELS[image[i] & 0xff] : LABELS[label]);
        List<Writable> shared = Collections.unmodifiableList(Arrays.asList(row));
        invokeListeners(shared);
        return shared;
    }

    @Override
    public Record nextRecord() {
        int index = pair().position();
        return new org.datavec.api.records.impl.Record(
                next(), new RecordMetaDataIndex(index, imageSource.uri(), IdxRecordReader.class));
    }

    /** {@return the labels from 0 to the largest in the file} */
    @Override
    public List<String> getLabels() {
        return Arrays.stream(LABELS, 0, pair().largestLabel() + 1)
                .map(Writable::toString)
                .toList();
    }

    @Override
    public void reset() {
        pair();
        open(imageSource, labelSource);
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    /** Not supported: an image and its label come from two streams. */
    @Override
    public List<Writable> record(URI uri, DataInputStream stream) {
        throw new UnsupportedOperationException("IDX records come from two files: use initialize(InputSplit)");
    }

    /** Not supported: the files are read from front to back. */
    @Override
    public Record loadFromMetaData(RecordMetaData metaData) {
        throw new UnsupportedOperationException("IDX files are read from front to back");
    }

    /** Not supported: the files are read from front to back. */
    @Override
    public List<Record> loadFromMetaData(List<RecordMetaData> metaData) {
        throw new UnsupportedOperationException("IDX files are read from front to back");
    }

    @Override
    public void setConf(Configuration conf) {
        configuration = conf;
    }

    @Override
    public Configuration getConf() {
        return configuration;
    }

    @Override
    public void close() {
        if (pair != null) {
            pair.close();
        }
    }
}
