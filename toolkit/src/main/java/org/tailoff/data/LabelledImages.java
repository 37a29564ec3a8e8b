package org.tailoff.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Images of one size with their labels; immutable, and slices share the bytes.
 *
 * <p>A pixel is kept as the byte of the file; its value is byte / 256, in [0, 255/256], as in the book (dividing by 255
 * changes the very first epoch). Such a value has 8 significant bits, so it is exact in {@code double} and in
 * {@code float}.
 */
public final class LabelledImages {
    /** Labels are in [0, CLASSES - 1]. */
    public static final int CLASSES = 10;

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

    /**
     * How many images there are.
     *
     * @return at least 0
     */
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

    /**
     * Rows x columns: the fan-in of a network's first layer.
     *
     * @return at least 1
     */
    public int pixelsPerImage() {
        return store.rows * store.columns;
    }

    /**
     * The images {@code from}, ..., {@code to - 1}, without copying.
     *
     * @param from first image, in [0, to]
     * @param to one after the last image, in [from, count]
     * @return {@code to - from} images
     * @throws IndexOutOfBoundsException if {@code from < 0 || from > to || to > count()}
     */
    public LabelledImages slice(int from, int to) {
        Objects.checkFromToIndex(from, to, count);
        return new LabelledImages(store, this.from + from, to - from);
    }

    /**
     * The first {@code n} images, without copying.
     *
     * @param n in [0, count]
     * @return {@code n} images
     * @throws IndexOutOfBoundsException if {@code n < 0 || n > count()}
     */
    public LabelledImages first(int n) {
        return slice(0, n);
    }

    /**
     * The label of an image.
     *
     * @param image in [0, count - 1]
     * @return in [0, 9]
     * @throws IndexOutOfBoundsException if {@code image} is outside [0, count - 1]
     */
    public int label(int image) {
        return store.labels[from + Objects.checkIndex(image, count)];
    }

    /**
     * The value of one pixel.
     *
     * @param image in [0, count - 1]
     * @param index row x columns + column, in [0, pixelsPerImage - 1]
     * @return byte / 256, in [0, 255/256]
     * @throws IndexOutOfBoundsException if {@code image} or {@code index} is outside its range
     */
    public double pixel(int image, int index) {
        return intensity(store.pixels[start(image) + Objects.checkIndex(index, pixelsPerImage())]);
    }

    private int start(int image) {
        return (from + Objects.checkIndex(image, count)) * pixelsPerImage();
    }

    /**
     * Writes the values of one image, each byte / 256.
     *
     * @param image in [0, count - 1]
     * @param target receives pixelsPerImage values, row by row, at {@code offset} and after
     * @param offset index into {@code target}
     * @throws IndexOutOfBoundsException if {@code image} is outside [0, count - 1] or the values do not fit
     */
    public void copyPixels(int image, double[] target, int offset) {
        int length = pixelsPerImage();
        Objects.checkFromIndexSize(offset, length, target.length);
        PixelCopy.values(store.pixels, start(image), target, offset, length);
    }

    /**
     * Writes the values of several images side by side, each byte / 256.
     *
     * @param order indices of images, each in [0, count - 1]
     * @param first index into {@code order} of the first image
     * @param number how many images
     * @param target receives number x pixelsPerImage values, image after image, from its start
     * @throws IndexOutOfBoundsException if an image is outside [0, count - 1] or the values do not fit
     */
    public void copyPixels(int[] order, int first, int number, double[] target) {
        for (int i = 0; i < number; i++) {
            PixelCopy.touch(store.pixels, start(order[first + i]), pixelsPerImage());
        }
        for (int i = 0; i < number; i++) {
            copyPixels(order[first + i], target, i * pixelsPerImage());
        }
    }

    /**
     * Writes the values of one image as floats, which hold them exactly.
     *
     * @param image in [0, count - 1]
     * @param target receives pixelsPerImage values, row by row, at {@code offset} and after
     * @param offset index into {@code target}
     * @throws IndexOutOfBoundsException if {@code image} is outside [0, count - 1] or the values do not fit
     */
    public void copyPixels(int image, float[] target, int offset) {
        int start = start(image);
        int length = pixelsPerImage();
        Objects.checkFromIndexSize(offset, length, target.length);
        for (int i = 0; i < length; i++) {
            target[offset + i] = (float) intensity(store.pixels[start + i]);
        }
    }

    /**
     * The pixels that are 0 in every image: the weights that leave them have no gradient and change by decay alone.
     *
     * @return indices into an image, ascending; every index if there are no images
     */
    public int[] unusedPixels() {
        int length = pixelsPerImage();
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
        return "%d images of %d x %d pixels".formatted(count, rows(), columns());
    }

    /** Adds the sizes, pixels and labels of these images to a digest. */
    void updateDigest(MessageDigest digest) {
        digest.update(toString().getBytes(StandardCharsets.UTF_8));
        digest.update(store.pixels, from * pixelsPerImage(), count * pixelsPerImage());
        digest.update(store.labels, from, count);
    }
}
