package org.tailoff.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Turns pixel bytes into numbers fast: four of five pixels of a handwritten digit are zero, so eight are looked at at a time. */
final class PixelCopy {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int CACHE_LINE = 64;

    /** Written and never read, so that the reads of {@link #touch} are not optimised away. */
    @SuppressWarnings("UnusedVariable")
    private static int touched;

    private PixelCopy() {}

    /** Writes {@code length} bytes / 256 from {@code start} on. */
    static void values(byte[] pixels, int start, double[] target, int offset, int length) {
        int wholeEights = length & -Long.BYTES;
        Arrays.fill(target, offset, offset + length, 0);
        for (int k = 0; k < wholeEights; k += Long.BYTES) {
            if ((long) EIGHT.get(pixels, start + k) != 0) {
                convert(pixels, start + k, target, offset + k, Long.BYTES);
            }
        }
        convert(pixels, start + wholeEights, target, offset + wholeEights, length - wholeEights);
    }

    private static void convert(byte[] pixels, int from, double[] target, int offset, int count) {
        for (int k = 0; k < count; k++) {
            target[offset + k] = LabelledImages.intensity(pixels[from + k]);
        }
    }

    /**
     * Reads a byte of each cache line. The reads of several images overlap, so that a mini-batch waits for memory once,
     * not once for each of its images at random places.
     */
    static void touch(byte[] pixels, int start, int length) {
        int sum = 0;
        for (int k = 0; k < length; k += CACHE_LINE) {
            sum += pixels[start + k];
        }
        touched = sum;
    }
}
