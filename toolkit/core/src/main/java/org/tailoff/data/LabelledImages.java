package org.tailoff.data;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Images of one size with their classes; immutable, and slices share the pixels.
 *
 * <p>A pixel is a byte of the file; its value is byte / 256, in [0, 255/256], as in the book (dividing by 255 changes
 * the very first epoch). Such a value has 8 significant bits, so it is exact in {@code double} and in {@code float}.
 */
public final class LabelledImages implements LabelledExamples {
    /** Most pixels of an image. */
    static final int MAX_PIXELS = 1 << 24;

    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private final Store store;
    private final int from;
    private final int count;

    /** What slices share. */
    private record Store(List<Integer> shape, List<String> classes, Pixels pixels, byte[] labels) {}

    private LabelledImages(Store store, int from, int count) {
        this.store = store;
        this.from = from;
        this.count = count;
    }

    /**
     * Images of one channel in the ten classes of digits, from bytes; both arrays are copied.
     *
     * @param rows height of an image in pixels, at least 1
     * @param columns width of an image in pixels, at least 1; an image has at most 2^24 pixels
     * @param pixels labels.length x rows x columns unsigned bytes, image by image and row by row
     * @param labels one per image, each in [0, 9]
     * @return as many images as there are labels
     * @throws IllegalArgumentException if a size, the length of {@code pixels} or a label is none of these
     */
    public static LabelledImages of(int rows, int columns, byte[] pixels, byte[] labels) {
        require(rows >= 1, "rows must be at least 1: " + rows);
        require(columns >= 1, "columns must be at least 1: " + columns);
        long expected = (long) rows * columns * labels.length;
        require(
                pixels.length == expected,
                String.format(Locale.ROOT, "pixels must have length %d: %d", expected, pixels.length));
        for (byte label : labels) {
            require(label >= 0 && label < DIGITS.size(), "labels must be in [0, 9]: " + (label & 0xff));
        }
        require(
                (long) rows * columns <= MAX_PIXELS,
                String.format(Locale.ROOT, "an image must have at most %d pixels: %d x %d", MAX_PIXELS, rows, columns));
        SparsePixels sparse = new SparsePixels(pixels, rows * columns);
        return of(List.of(1, rows, columns), DIGITS, sparse, labels.clone());
    }

    /**
     * Images that have been checked.
     *
     * @param shape channels, height and width
     * @param classes by name
     * @param pixels of at least as many images as there are labels
     * @param labels unsigned indices into {@code classes}; not copied
     */
    static LabelledImages of(List<Integer> shape, List<String> classes, Pixels pixels, byte[] labels) {
        return new LabelledImages(new Store(shape, classes, pixels, labels), 0, labels.length);
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
        return store.shape().get(1);
    }

    /**
     * The width of an image.
     *
     * @return pixels, at least 1
     */
    public int columns() {
        return store.shape().get(2);
    }

    /** {@return channels, height and width, the last two in pixels} */
    @Override
    public List<Integer> shape() {
        return store.shape();
    }

    /** {@return the pixels of an image, channels x rows x columns} */
    @Override
    public int inputs() {
        return store.pixels().length();
    }

    @Override
    public List<String> classes() {
        return store.classes();
    }

    @Override
    public String form() {
        List<String> names = classes();
        return size() + " in " + names.size() + " classes: " + names.get(0) + " to " + names.get(names.size() - 1);
    }

    private String size() {
        int channels = store.shape().get(0);
        String size = "images of " + rows() + " x " + columns() + " pixels";
        return channels == 1 ? size : size + " in " + channels + " channels";
    }

    @Override
    public LabelledImages slice(int from, int to) {
        Objects.checkFromToIndex(from, to, count);
        return new LabelledImages(store, this.from + from, to - from);
    }

    @Override
    public int label(int image) {
        return Byte.toUnsignedInt(store.labels()[at(image)]);
    }

    /** Where an image of this slice lies among those that slices share. */
    private int at(int image) {
        return from + Objects.checkIndex(image, count);
    }

    /**
     * The value of one pixel.
     *
     * @param image in [0, count - 1]
     * @param index (channel x rows + row) x columns + column, in [0, inputs - 1]
     * @return byte / 256, in [0, 255/256]
     */
    @Override
    public double input(int image, int index) {
        return store.pixels().value(at(image), Objects.checkIndex(index, inputs()));
    }

    @Override
    public int firstUsed(int image) {
        return store.pixels().first(at(image));
    }

    @Override
    public int endOfUsed(int image) {
        return store.pixels().end(at(image));
    }

    /** {@return 255/256, the value of the brightest pixel there can be} */
    @Override
    public double largest() {
        return intensity((byte) -1);
    }

    /** Channel by channel and row by row, each pixel byte / 256. */
    @Override
    public void copyInputs(int image, double[] target, int offset) {
        Objects.checkFromIndexSize(offset, inputs(), target.length);
        store.pixels().copy(at(image), target, offset);
    }

    @Override
    public void copyInputs(int[] order, int first, int number, DoubleBuffer target) {
        touch(order, first, number);
        for (int i = 0; i < number; i++) {
            store.pixels().copy(at(order[first + i]), target, i * inputs());
        }
    }

    @Override
    public void copyInputs(int[] order, int first, int number, FloatBuffer target) {
        touch(order, first, number);
        for (int i = 0; i < number; i++) {
            store.pixels().copy(at(order[first + i]), target, i * inputs());
        }
    }

    private void touch(int[] order, int first, int number) {
        for (int i = 0; i < number; i++) {
            store.pixels().touch(at(order[first + i]));
        }
    }

    @Override
    public int[] unusedInputs() {
        boolean[] used = new boolean[inputs()];
        for (int image = 0; image < count; image++) {
            store.pixels().mark(at(image), used);
        }
        return IntStream.range(0, used.length).filter(i -> !used[i]).toArray();
    }

    @Override
    public String toString() {
        return count + " " + form();
    }

    @Override
    public void updateDigest(MessageDigest digest) {
        digest.update((count + " " + size()).getBytes(StandardCharsets.UTF_8));
        if (!classes().equals(DIGITS)) {
            digest.update(classes().toString().getBytes(StandardCharsets.UTF_8));
        }
        for (int image = 0; image < count; image++) {
            digest.update(store.pixels().bytes(at(image)));
        }
        digest.update(store.labels(), from, count);
    }
}
