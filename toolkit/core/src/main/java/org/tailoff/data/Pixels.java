package org.tailoff.data;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** The pixels of images of one size, wherever they are kept; immutable. */
sealed interface Pixels permits SparsePixels, MappedPixels {
    /** Pixels of an image. */
    int length();

    /** Index of an image's first pixel that is not zero; the length where all are. */
    int first(int image);

    /** One after the index of an image's last pixel that is not zero; 0 where all are. */
    int end(int image);

    /** The value of one pixel. */
    double value(int image, int index);

    /** Writes the values of an image's pixels, zeros included, from {@code offset} on. */
    void copy(int image, double[] target, int offset);

    /** Writes the values of an image's pixels, zeros included, from {@code offset} on. */
    void copy(int image, DoubleBuffer target, int offset);

    /** Writes the values of an image's pixels, zeros included, from {@code offset} on. */
    void copy(int image, FloatBuffer target, int offset);

    /** Asks for an image that is copied soon, so that a mini-batch waits for memory once. */
    void touch(int image);

    /** Marks the pixels that are not zero in an image. */
    void mark(int image, boolean[] used);

    /** The bytes of an image, as in its file. */
    byte[] bytes(int image);
}
