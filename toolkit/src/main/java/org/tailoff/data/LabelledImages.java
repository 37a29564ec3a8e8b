package org.tailoff.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Images of one size with their labels; immutable, and slices share the bytes.
 *
 * <p>A pixel is kept as the byte of the file; its value is byte / 256, in [0, 255/256], as in the book (dividing by 255
 * changes the very first epoch). Such a value has 8 significant bits, so it is exact in {@code double} and in
 * {@code float}.
 */
public final class LabelledImages implements LabelledExamples {
    /** Labels are in [0, CLASSES - 1]. */
    public static final int CLASSES = 10;

    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private final Store store;
    private final int from;
    private final int count;

    /** The bytes that slices share: {@code pixels} image by image and row by row, {@code labels} one per image. */
    private static final class Store {
        private final int rows;
        private final int columns;
        private final byte[] pixels;
        private final byte[] labels;

        Store(int rows, int columns, byte[] pixels, byte[] labels) {
            this.rows = rows;
            this.columns = columns;
            this.pixels = pixels;
            this.labels = labels;
        }
    }

    private LabelledImages(Store store, int from, int count) {
        this.store = store;
        this.from = from;
        this.count = count;
    }

    /**
     * Images from bytes; both arrays are copied.
     *
     * @param rows height of an image in pixels, at least 1
     * @param columns width of an image in pixels, at least 1
     * @param pixels labels.length x rows x columns unsigned bytes, image by image and row by row
     * @param labels one per image, each in [0, 9]
     * @return as many images as there are labels
     * @throws IllegalArgumentException if a size, the length of {@code pixels} or a label is none of these
     */
    public static LabelledImages of(int rows, int columns, byte[] pixels, byte[] labels) {
        return owning(rows, columns, pixels.clone(), labels.clone());
    }

    /** As {@link #of}, of arrays that nobody else will write to. */
    static LabelledImages owning(int rows, int columns, byte[] pixels, byte[] labels) {
        require(rows >= 1, "rows must be at least 1: " + rows);
        require(columns >= 1, "columns must be at least 1: " + columns);
        long expected = (long) rows * columns * labels.length;
        require(pixels.length == expected, "pixels must have length %d: %d".formatted(expected, pixels.length));
        for (byte label : labels) {
            require(label >= 0 && label < CLASSES, "labels must be in [0, 9]: " + (label & 0xff));
        }
        return new LabelledImages(new Store(rows, columns, pixels, labels), 0, labels.length);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The value of a pixel: the unsigned byte / 256. */
    static double intensity(byte pixel) {
        return (pixel & 0xff) / 256.0;
    }

    @Override
    public int count() {
        return count;
    }

    /**
     * The height of an image.
     *
     * @return pixels, at least 1
     */
    public int rows() {
        return store.rows;
    }

    /**
     * The width of an image.
     *
     * @return pixels, at least 1
     */
    public int columns() {
        return store.columns;
    }

    /** {@return the pixels of an image, rows x columns} */
    @Override
    public int inputs() {
        return store.rows * store.columns;
    }

    @Override
    public List<String> classes() {
        return DIGITS;
    }

    @Override
    public String form() {
        return "images of %d x %d pixels".formatted(rows(), columns());
    }

    @Override
    public LabelledImages slice(int from, int to) {
        Objects.checkFromToIndex(from, to, count);
        return new LabelledImages(store, this.from + from, to - from);
    }

    /** {@return the label of an image, in [0, 9]} */
    @Override
    public int label(int image) {
        return store.labels[from + Objects.checkIndex(image, count)];
    }

    /**
     * The value of one pixel.
     *
     * @param image in [0, count - 1]
     * @param index row x columns + column, in [0, inputs - 1]
     * @return byte / 256, in [0, 255/256]
     */
    @Override
    public double input(int image, int index) {
        return intensity(store.pixels[start(image) + Objects.checkIndex(index, inputs())]);
    }

    private int start(int image) {
        return (from + Objects.checkIndex(image, count)) * inputs();
    }

    /** Row by row, each pixel byte / 256. */
    @Override
    public void copyInputs(int image, double[] target, int offset) {
        int length = inputs();
        Objects.checkFromIndexSize(offset, length, target.length);
        PixelCopy.values(store.pixels, start(image), target, offset, length);
    }

    @Override
    public void copyInputs(int[] order, int first, int number, double[] target) {
        for (int i = 0; i < number; i++) {
            PixelCopy.touch(store.pixels, start(order[first + i]), inputs());
        }
        for (int i = 0; i < number; i++) {
            copyInputs(order[first + i], target, i * inputs());
        }
    }

    @Override
    public int[] unusedInputs() {
        int length = inputs();
        byte[] union = new byte[length];
        for (int image = 0; image < count; image++) {
            int start = start(image);
            for (int i = 0; i < length; i++) {
                union[i] |= store.pixels[start + i];
            }
        }
        return IntStream.range(0, length).filter(i -> union[i] == 0).toArray();
    }

    @Override
    public String toString() {
        return count + " " + form();
    }

    @Override
    public void updateDigest(MessageDigest digest) {
        digest.update(toString().getBytes(StandardCharsets.UTF_8));
        digest.update(store.pixels, from * inputs(), count * inputs());
        digest.update(store.labels, from, count);
    }
}
