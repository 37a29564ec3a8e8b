package org.tailoff.train.fused;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.tailoff.data.LabelledExamples;

/** Images of doubles. */
public final class ArraySource implements BatchSource {

    private final double[][] images;
    private final int[] labels;
    private final int outputs;
    private final double largest;

    ArraySource(double[][] images, int[] labels, int outputs) {
        this.images = images;
        this.labels = labels;
        this.outputs = outputs;
        largest = Arrays.stream(images)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** Images of which about half the inputs, and a border of up to a third on each side, are zero. */
    public static ArraySource random(RandomGenerator random, int count, int inputs, int outputs) {
        double[][] images = new double[count][inputs];
        int[] labels = new int[count];
        int border = random.nextInt(inputs / 3 + 1);
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(outputs);
            for (int k = border; k < inputs - border; k++) {
                images[i][k] = random.nextBoolean() ? (float) random.nextDouble() : 0;
            }
        }
        return new ArraySource(images, labels, outputs);
    }

    /** Some of the examples, in that order. */
    static ArraySource of(LabelledExamples examples, int[] order) {
        double[][] images = new double[order.length][examples.inputs()];
        int[] labels = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            examples.copyInputs(order[i], images[i], 0);
            labels[i] = examples.label(order[i]);
        }
        return new ArraySource(images, labels, Arrays.stream(labels).max().orElse(0) + 1);
    }

    public double[] image(int image) {
        return images[image];
    }

    public double[][] images() {
        return images;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public int inputs() {
        return images[0].length;
    }

    @Override
    public void inputsInto(int[] order, int from, int count, DoubleBuffer target) {
        for (int i = 0; i < count; i++) {
            target.put(i * inputs(), images[order[from + i]]);
        }
    }

    @Override
    public void inputsInto(int[] order, int from, int count, FloatBuffer target) {
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < inputs(); k++) {
                target.put(i * inputs() + k, (float) images[order[from + i]][k]);
            }
        }
    }

    @Override
    public int firstUsed(int image) {
        int index = 0;
        while (index < inputs() && images[image][index] == 0) {
            index++;
        }
        return index;
    }

    @Override
    public int endOfUsed(int image) {
        int end = inputs();
        while (end > 0 && images[image][end - 1] == 0) {
            end--;
        }
        return end;
    }

    @Override
    public double largest() {
        return largest;
    }

    @Override
    public int label(int image) {
        return labels[image];
    }

    public int[] order() {
        int[] order = new int[images.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order;
    }
}
