package org.tailoff.train.fused;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.tailoff.data.LabelledExamples;

/** Examples of doubles. */
public final class ArraySource implements BatchSource {

    private final double[][] examples;
    private final int[] labels;
    private final int outputs;
    private final double largest;

    ArraySource(double[][] examples, int[] labels, int outputs) {
        this.examples = examples;
        this.labels = labels;
        this.outputs = outputs;
        largest = Arrays.stream(examples)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** Examples of which about half the inputs, and a border of up to a third on each side, are zero. */
    public static ArraySource random(RandomGenerator random, int count, int inputs, int outputs) {
        double[][] examples = new double[count][inputs];
        int[] labels = new int[count];
        int border = random.nextInt(inputs / 3 + 1);
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(outputs);
            for (int k = border; k < inputs - border; k++) {
                examples[i][k] = random.nextBoolean() ? (float) random.nextDouble() : 0;
            }
        }
        return new ArraySource(examples, labels, outputs);
    }

    /** Some examples of a set, in that order. */
    static ArraySource of(LabelledExamples set, int[] order) {
        double[][] examples = new double[order.length][set.inputs()];
        int[] labels = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            set.copyInputs(order[i], examples[i], 0);
            labels[i] = set.label(order[i]);
        }
        return new ArraySource(examples, labels, Arrays.stream(labels).max().orElse(0) + 1);
    }

    public double[] example(int example) {
        return examples[example];
    }

    public double[][] examples() {
        return examples;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public int inputs() {
        return examples[0].length;
    }

    @Override
    public void inputsInto(int[] order, int from, int count, DoubleBuffer target) {
        for (int i = 0; i < count; i++) {
            target.put(i * inputs(), examples[order[from + i]]);
        }
    }

    @Override
    public void inputsInto(int[] order, int from, int count, FloatBuffer target) {
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < inputs(); k++) {
                target.put(i * inputs() + k, (float) examples[order[from + i]][k]);
            }
        }
    }

    @Override
    public int firstUsed(int example) {
        int index = 0;
        while (index < inputs() && examples[example][index] == 0) {
            index++;
        }
        return index;
    }

    @Override
    public int endOfUsed(int example) {
        int end = inputs();
        while (end > 0 && examples[example][end - 1] == 0) {
            end--;
        }
        return end;
    }

    @Override
    public double largest() {
        return largest;
    }

    @Override
    public int label(int example) {
        return labels[example];
    }

    public int[] order() {
        int[] order = new int[examples.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order;
    }
}
