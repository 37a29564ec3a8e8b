package org.tailoff.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of images and the file of their labels. */
final class IdxPair implements Closeable {
    /** Bytes that are written to a temporary file at a time, or an image. */
    private static final int CHUNK = 1 << 20;

    private static final int LABEL_HEADER = 8;
    private static final int OF_GREYS = 3;
    private static final int OF_CHANNELS = 4;

    private final IdxSource imageSource;
    private final IdxSource labelSource;
    private final IdxStream images;
    private final byte[] labels;
    private final List<Integer> shape;
    private final int length;
    private int position;

    private IdxPair(IdxSource imageSource, IdxSource labelSource, IdxStream images, byte[] labels) {
        this.imageSource = imageSource;
        this.labelSource = labelSource;
        this.images = images;
        this.labels = labels;
        int[] sizes = images.dimensions();
        shape = sizes.length == OF_GREYS ? List.of(1, sizes[1], sizes[2]) : List.of(sizes[1], sizes[2], sizes[3]);
        length = shape.stream().reduce(1, Math::multiplyExact);
    }

    /**
     * Opens both files and reads the labels.
     *
     * @throws DataException if either header is wrong, if they disagree about the number of images, or if the labels
     *     are cut short
     */
    static IdxPair open(IdxSource images, IdxSource labels) {
        IdxStream imageStream = IdxStream.open(images, OF_GREYS, OF_CHANNELS);
        try (IdxStream labelStream = IdxStream.open(labels, 1)) {
            requireSoundHeaders(imageStream, images.name(), labelStream);
            imageStream.requireLength();
            labelStream.requireLength();
            return new IdxPair(images, labels, imageStream, labelStream.readAll());
        } catch (DataException e) {
            imageStream.close();
            throw e;
        }
    }

    private static void requireSoundHeaders(IdxStream images, String name, IdxStream labels) {
        int[] dimensions = images.dimensions();
        int found = labels.dimensions()[0];
        if (found != dimensions[0]) {
            throw labels.error(4, dimensions[0] + " labels, one per image of " + name, Integer.toString(found));
        }
        long pixels = 1;
        for (int i = 1; i < dimensions.length; i++) {
            pixels = Math.min(pixels * dimensions[i], 1L + LabelledImages.MAX_PIXELS);
        }
        if (pixels > LabelledImages.MAX_PIXELS) {
            String size =
                    IntStream.of(dimensions).skip(1).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
            throw images.error(8, "at most " + LabelledImages.MAX_PIXELS + " pixels per image", size);
        }
    }

    int count() {
        return labels.length;
    }

    /** Channels, height and width of an image. */
    List<Integer> shape() {
        return shape;
    }

    /** Pixels of an image, of all channels. */
    int length() {
        return length;
    }

    /** The largest label, in [0, 255]. */
    int largestLabel() {
        int largest = 0;
        for (byte label : labels) {
            largest = Math.max(largest, Byte.toUnsignedInt(label));
        }
        return largest;
    }

    IdxSource imageSource() {
        return imageSource;
    }

    IdxSource labelSource() {
        return labelSource;
    }

    int position() {
        return position;
    }

    boolean hasNext() {
        return position < count();
    }

    /**
     * Reads one image; after the last one it checks that the file ends there.
     *
     * @param target receives its pixels, row by row, at {@code start} and after
     * @return its label, in [0, 255]
     */
    int next(byte[] target, int start) {
        images.read(target, start, length);
        position++;
        if (!hasNext()) {
            images.finish();
        }
        return Byte.toUnsignedInt(labels[position - 1]);
    }

    /**
     * All images, of which none has been read yet.
     *
     * @param mostInMemory bytes that are read into memory; more are left where they are, if they are not compressed, or
     *     unpacked into a temporary file
     */
    Pixels pixels(long mostInMemory) {
        if ((long) count() * length <= mostInMemory) {
            byte[] all = new byte[count() * length];
            while (hasNext()) {
                next(all, position * length);
            }
            return new SparsePixels(all, length);
        }
        return new MappedPixels(images.plain().map(this::mapped).orElseGet(this::unpacked));
    }

    private MappedRecords mapped(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return MappedRecords.of(channel, images.offset(), count(), length);
        } catch (IOException e) {
            throw DataException.of(file.toString(), "a file that can be mapped", e.toString());
        }
    }

    private MappedRecords unpacked() {
        byte[] some = new byte[Math.max(1, CHUNK / length) * length];
        try (TemporaryFile file = new TemporaryFile(imageSource.name())) {
            while (hasNext()) {
                int bytes = 0;
                while (hasNext() && bytes < some.length) {
                    next(some, bytes);
                    bytes += length;
                }
                file.write(ByteBuffer.wrap(some, 0, bytes));
            }
            return file.map(count(), length);
        }
    }

    /**
     * The number of the class of every image.
     *
     * @param from the label of class 0
     * @throws DataException if a label is below it
     */
    byte[] classNumbers(int from) {
        byte[] numbers = Arrays.copyOf(labels, labels.length);
        for (int i = 0; i < numbers.length; i++) {
            int label = Byte.toUnsignedInt(labels[i]);
            if (label < from) {
                throw DataException.at(
                        labelSource.name(),
                        LABEL_HEADER + i,
                        "a label of at least " + from + ", the data.source.labels-from",
                        Integer.toString(label));
            }
            numbers[i] = (byte) (label - from);
        }
        return numbers;
    }

    @Override
    public void close() {
        images.close();
    }
}
