package org.tailoff.data;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Pixels of images without those that are zero, which four of five of a handwritten digit's are.
 *
 * <p>The form in which images are kept in memory: a mini-batch is written straight from it, in the precision that it is
 * asked for, and a number in four bytes makes the digits of MNIST no larger than their files.
 */
final class SparsePixels implements Pixels {
    /** An entry is index {@code << INDEX_SHIFT} | byte: the index of a pixel in its image takes 24 bits. */
    private static final int INDEX_SHIFT = Byte.SIZE;

    private static final int BYTE = 0xff;

    /** Entries in a cache line. */
    private static final int CACHE_LINE = 16;

    private static final double[] DOUBLES = new double[BYTE + 1];
    private static final float[] FLOATS = new float[BYTE + 1];

    static {
        for (int value = 0; value <= BYTE; value++) {
            DOUBLES[value] = LabelledImages.intensity((byte) value);
            FLOATS[value] = (float) DOUBLES[value];
        }
    }

    /** Written and never read, so that the reads of {@link #touch} are not optimised away. */
    @SuppressWarnings("UnusedVariable")
    private static int touched;

    private final int length;
    private final int[] entries;
    private final int[] starts;
    private final double[] noDoubles;
    private final float[] noFloats;

    /**
     * Takes over images.
     *
     * @param pixels images x length bytes, image by image; not kept
     * @param length pixels of an image, at least 1 and at most 2^24
     */
    SparsePixels(byte[] pixels, int length) {
        this.length = length;
        entries = new int[count(pixels)];
        starts = new int[pixels.length / length + 1];
        noDoubles = new double[length];
        noFloats = new float[length];
        int used = 0;
        for (int image = 0; image < starts.length - 1; image++) {
            for (int index = 0; index < length; index++) {
                int value = pixels[image * length + index] & BYTE;
                if (value != 0) {
                    entries[used] = index << INDEX_SHIFT | value;
                    used++;
                }
            }
            starts[image + 1] = used;
        }
    }

    private static int count(byte[] pixels) {
        int count = 0;
        for (byte pixel : pixels) {
            count += pixel == 0 ? 0 : 1;
        }
        return count;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int first(int image) {
        int start = starts[image];
        return start == starts[image + 1] ? length : entries[start] >>> INDEX_SHIFT;
    }

    @Override
    public int end(int image) {
        int end = starts[image + 1];
        return end == starts[image] ? 0 : (entries[end - 1] >>> INDEX_SHIFT) + 1;
    }

    @Override
    public double value(int image, int index) {
        int low = starts[image];
        int high = starts[image + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries[middle] >>> INDEX_SHIFT < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean found = low < starts[image + 1] && entries[low] >>> INDEX_SHIFT == index;
        return found ? DOUBLES[entries[low] & BYTE] : 0;
    }

    @Override
    public void copy(int image, double[] target, int offset) {
        Arrays.fill(target, offset, offset + length, 0);
        for (int k = starts[image]; k < starts[image + 1]; k++) {
            target[offset + (entries[k] >>> INDEX_SHIFT)] = DOUBLES[entries[k] & BYTE];
        }
    }

    @Override
    public void copy(int image, DoubleBuffer target, int offset) {
        target.put(offset, noDoubles);
        for (int k = starts[image]; k < starts[image + 1]; k++) {
            target.put(offset + (entries[k] >>> INDEX_SHIFT), DOUBLES[entries[k] & BYTE]);
        }
    }

    @Override
    public void copy(int image, FloatBuffer target, int offset) {
        target.put(offset, noFloats);
        for (int k = starts[image]; k < starts[image + 1]; k++) {
            target.put(offset + (entries[k] >>> INDEX_SHIFT), FLOATS[entries[k] & BYTE]);
        }
    }

    /**
     * Reads an entry of each cache line of an image. The reads of several images overlap, so that a mini-batch waits
     * for memory once, not once for each of its images at random places.
     */
    @Override
    public void touch(int image) {
        int sum = 0;
        for (int k = starts[image]; k < starts[image + 1]; k += CACHE_LINE) {
            sum += entries[k];
        }
        touched = sum;
    }

    @Override
    public void mark(int image, boolean[] used) {
        for (int k = starts[image]; k < starts[image + 1]; k++) {
            used[entries[k] >>> INDEX_SHIFT] = true;
        }
    }

    @Override
    public byte[] bytes(int image) {
        byte[] bytes = new byte[length];
        for (int k = starts[image]; k < starts[image + 1]; k++) {
            bytes[entries[k] >>> INDEX_SHIFT] = (byte) entries[k];
        }
        return bytes;
    }
}
