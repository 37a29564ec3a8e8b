package org.tailoff.train.fused;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * Labelled images by index: where a mini-batch comes from.
 *
 * <p>Images may be kept in any form; they are asked for a mini-batch at a time, so a set of bytes need never be
 * expanded. Calls come from one thread and must not allocate.
 */
public interface BatchSource {

    /** Inputs per image (fan-in of the first layer), at least 1. */
    int inputs();

    /** Classes (neurons of the output layer), at least 1. */
    int outputs();

    /**
     * Writes the inputs of a mini-batch, image after image, zeros included.
     *
     * @param order indices of images, from 0
     * @param from where in {@code order} the mini-batch starts
     * @param count how many images
     * @param target receives {@code count} times {@link #inputs()} numbers from index 0
     */
    void inputsInto(int[] order, int from, int count, DoubleBuffer target);

    /**
     * Writes the inputs of a mini-batch in single precision, image after image, zeros included.
     *
     * @param order indices of images, from 0
     * @param from where in {@code order} the mini-batch starts
     * @param count how many images
     * @param target receives {@code count} times {@link #inputs()} numbers from index 0
     */
    void inputsInto(int[] order, int from, int count, FloatBuffer target);

    /** Index of the first of an image's inputs that is not zero; {@link #inputs()} if there is none. */
    int firstUsed(int image);

    /** One after the index of the last of an image's inputs that is not zero; 0 if there is none. */
    int endOfUsed(int image);

    /** No input of any image is of greater magnitude. */
    double largest();

    /**
     * Class of one image.
     *
     * @param image index of the image, from 0
     * @return in [0, {@link #outputs()})
     */
    int label(int image);
}
