package org.tailoff.data;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** Examples of one form, each with its class or its targets; immutable, and slices share what they hold. */
public sealed interface LabelledExamples permits LabelledImages, LabelledRows {
    /**
     * How many examples there are.
     *
     * @return at least 0
     */
    int count();

    /**
     * Numbers in an example: the fan-in of a network's first layer.
     *
     * @return at least 1
     */
    int inputs();

    /**
     * How the numbers of an example are arranged.
     *
     * @return channels, height and width of images, whose numbers are channel by channel and row by row; the number of
     *     columns of a table's rows. Their product is {@link #inputs()}
     */
    List<Integer> shape();

    /**
     * The classes by name; a label is an index into it.
     *
     * @return at least two names; none if what belongs to an example are numbers
     */
    List<String> classes();

    /**
     * Whether an example belongs to a class, as against numbers that are to be met.
     *
     * @return whether there are classes
     */
    default boolean classifies() {
        return !classes().isEmpty();
    }

    /**
     * Numbers that a network gives for an example: how many neurons its last layer has.
     *
     * @return the number of classes or of targets, at least 1
     */
    default int outputs() {
        return classes().size();
    }

    /**
     * Writes what a network should give for an example: 1 at its class and 0 elsewhere, or its targets.
     *
     * @param example in [0, count - 1]
     * @param target receives {@link #outputs()} numbers at {@code offset} and after
     * @param offset index into {@code target}
     * @throws IndexOutOfBoundsException if {@code example} is outside [0, count - 1] or the numbers do not fit
     */
    default void copyTargets(int example, double[] target, int offset) {
        int label = label(example);
        Arrays.fill(target, offset, offset + outputs(), 0);
        target[offset + label] = 1;
    }

    /**
     * What one example is, in a few words; a network for one set fits another of equal form.
     *
     * @return for example {@code images of 28 x 28 pixels}
     */
    String form();

    /**
     * The class of an example.
     *
     * @param example in [0, count - 1]
     * @return in [0, number of classes - 1]
     * @throws IllegalStateException if there are no classes
     * @throws IndexOutOfBoundsException if {@code example} is outside [0, count - 1]
     */
    int label(int example);

    /**
     * One number of an example.
     *
     * @param example in [0, count - 1]
     * @param index in [0, inputs - 1]
     * @return finite
     * @throws IndexOutOfBoundsException if {@code example} or {@code index} is outside its range
     */
    double input(int example, int index);

    /**
     * Writes the numbers of one example.
     *
     * @param example in [0, count - 1]
     * @param target receives {@link #inputs()} numbers at {@code offset} and after
     * @param offset index into {@code target}
     * @throws IndexOutOfBoundsException if {@code example} is outside [0, count - 1] or the numbers do not fit
     */
    void copyInputs(int example, double[] target, int offset);

    /**
     * Where the numbers of an example that are not 0 begin.
     *
     * @param example in [0, count - 1]
     * @return index of the first of them; {@link #inputs()} if there is none
     * @throws IndexOutOfBoundsException if {@code example} is outside [0, count - 1]
     */
    int firstUsed(int example);

    /**
     * Where the numbers of an example that are not 0 end.
     *
     * @param example in [0, count - 1]
     * @return one after the index of the last of them; 0 if there is none
     * @throws IndexOutOfBoundsException if {@code example} is outside [0, count - 1]
     */
    int endOfUsed(int example);

    /**
     * How large a number can be.
     *
     * @return no number of any example is of greater magnitude
     */
    double largest();

    /**
     * Writes the numbers of several examples side by side.
     *
     * @param order indices of examples, each in [0, count - 1]
     * @param first index into {@code order} of the first example
     * @param number how many examples
     * @param target receives number x {@link #inputs()} numbers, example after example, from index 0
     * @throws IndexOutOfBoundsException if an example is outside [0, count - 1] or the numbers do not fit
     */
    void copyInputs(int[] order, int first, int number, DoubleBuffer target);

    /**
     * Writes the numbers of several examples side by side, each as the nearest number of single precision.
     *
     * @param order indices of examples, each in [0, count - 1]
     * @param first index into {@code order} of the first example
     * @param number how many examples
     * @param target receives number x {@link #inputs()} numbers, example after example, from index 0
     * @throws IndexOutOfBoundsException if an example is outside [0, count - 1] or the numbers do not fit
     */
    void copyInputs(int[] order, int first, int number, FloatBuffer target);

    /**
     * The inputs that are 0 in every example: the weights that leave them have no gradient and change by decay alone.
     *
     * @return indices into an example, ascending; every index if there are no examples
     */
    int[] unusedInputs();

    /**
     * The examples {@code from}, ..., {@code to - 1}, without copying.
     *
     * @param from first example, in [0, to]
     * @param to one after the last example, in [from, count]
     * @return {@code to - from} examples
     * @throws IndexOutOfBoundsException if {@code from < 0 || from > to || to > count()}
     */
    LabelledExamples slice(int from, int to);

    /**
     * The first {@code n} examples, without copying.
     *
     * @param n in [0, count]
     * @return {@code n} examples
     * @throws IndexOutOfBoundsException if {@code n < 0 || n > count()}
     */
    default LabelledExamples first(int n) {
        return slice(0, n);
    }

    /**
     * Adds form, numbers and labels to a digest.
     *
     * @param digest receives the same bytes from equal examples
     */
    void updateDigest(MessageDigest digest);
}
