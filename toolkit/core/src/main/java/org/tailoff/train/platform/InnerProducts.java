package org.tailoff.train.platform;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import org.bytedeco.javacpp.DoublePointer;
import org.tailoff.data.LabelledExamples;

/**
 * Inner products of a few chosen examples with many others, all at once by BLAS in double precision.
 *
 * <p>Pixels are multiples of 1/256, and sums of their products are exact: they are the same to the last bit in whatever
 * order they are added. Native memory for all examples is taken once.
 */
public final class InnerProducts {
    private final int inputs;
    private final int block;
    private final double[] example;
    private final double[] other;
    private final DoublePointer examples;
    private final DoublePointer chosen;
    private final DoublePointer products;

    /** Movable views of an example. */
    private final DoublePointer cursor;

    private final DoublePointer place;

    /**
     * Takes room.
     *
     * @param inputs numbers in an example, at least 1
     * @param capacity how many examples there are at most, at least 1; {@code capacity * inputs} numbers must fit into
     *     2 GB
     * @param block how many are chosen at a time at most, at least 1
     */
    public InnerProducts(int inputs, int capacity, int block) {
        this.inputs = inputs;
        this.block = block;
        example = new double[inputs];
        other = new double[inputs];
        examples = allocate((long) capacity * inputs);
        chosen = allocate((long) block * inputs);
        products = allocate((long) block * capacity);
        cursor = new DoublePointer(examples);
        place = new DoublePointer(chosen);
    }

    private static DoublePointer allocate(long count) {
        return new DoublePointer(NativeMemory.bytes(count * Double.BYTES).asDoubleBuffer());
    }

    /** {@return how many examples can be chosen at a time} */
    public int block() {
        return block;
    }

    /**
     * Puts an example in.
     *
     * @param index where, in [0, capacity - 1]
     * @param set where it is taken from
     * @param from which of them
     */
    public void put(int index, LabelledExamples set, int from) {
        set.copyInputs(from, example, 0);
        at(index).put(example, 0, inputs);
    }

    /**
     * Exchanges two of the examples.
     *
     * @param i one
     * @param j the other
     */
    public void swap(int i, int j) {
        at(i).get(example, 0, inputs);
        at(j).get(other, 0, inputs);
        at(i).put(other, 0, inputs);
        at(j).put(example, 0, inputs);
    }

    /**
     * Chooses one of the examples.
     *
     * @param index its index among those that are chosen, in [0, block - 1]
     * @param from its index among the examples
     */
    public void choose(int index, int from) {
        at(from).get(example, 0, inputs);
        place.position((long) index * inputs).put(example, 0, inputs);
    }

    /**
     * Chooses one that is not among the examples.
     *
     * @param index its index among those that are chosen, in [0, block - 1]
     * @param set where it is taken from
     * @param from which of them
     */
    public void choose(int index, LabelledExamples set, int from) {
        set.copyInputs(from, example, 0);
        place.position((long) index * inputs).put(example, 0, inputs);
    }

    private DoublePointer at(int index) {
        return cursor.position((long) index * inputs);
    }

    /**
     * Inner products of the chosen with the examples {@code from}, ..., {@code to - 1}.
     *
     * @param count how many have been chosen, at least 1
     * @param from the first example
     * @param to one after the last, more than {@code from}
     * @param target receives count x (to - from) numbers, the products of one that was chosen side by side
     */
    public void with(int count, int from, int to, double[] target) {
        cblas_dgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasTrans,
                count,
                to - from,
                inputs,
                1,
                chosen,
                inputs,
                at(from),
                inputs,
                0,
                products,
                to - from);
        products.get(target, 0, count * (to - from));
    }
}
