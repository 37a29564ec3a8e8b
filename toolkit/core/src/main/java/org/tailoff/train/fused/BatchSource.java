package org.tailoff.train.fused;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * Labelled examples by index: where a mini-batch comes from.
 *
 * <p>Examples may be kept in any form; they are asked for a mini-batch at a time, so a set of bytes need never be
 * expanded. Calls come from one thread and must not allocate.
 */
public interface BatchSource {

    /** Inputs per example (fan-in of the first layer), at least 1. */
    int inputs();

    /** Classes (neurons of the output layer), at least 1. */
    int outputs();

    /**
     * Writes the inputs of a mini-batch, example after example, zeros included.
     *
     * @param order indices of examples, from 0
     * @param from where in {@code order} the mini-batch starts
     * @param count how many examples
     * @param target receives {@code count} times {@link #inputs()} numbers from index 0
     */
    void inputsInto(int[] order, int from, int count, DoubleBuffer target);

    /**
     * Writes the inputs of a mini-batch in single precision, example after example, zeros included.
     *
     * @param order indices of examples, from 0
     * @param from where in {@code order} the mini-batch starts
     * @param count how many examples
     * @param target receives {@code count} times {@link #inputs()} numbers from index 0
     */
    void inputsInto(int[] order, int from, int count, FloatBuffer target);

    /** Index of the first of an example's inputs that is not zero; {@link #inputs()} if there is none. */
    int firstUsed(int example);

    /** One after the index of the last of an example's inputs that is not zero; 0 if there is none. */
    int endOfUsed(int example);

    /** No input of any example is of greater magnitude. */
    double largest();

    /**
     * Class of one example.
     *
     * @param example index of the example, from 0
     * @return in [0, {@link #outputs()})
     */
    int label(int example);
}
