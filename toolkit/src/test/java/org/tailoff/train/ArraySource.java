package org.tailoff.train;

import java.util.random.RandomGenerator;

/** Images of doubles. */
final class ArraySource implements BatchSource {

    private final double[][] images;
    private final int[] labels;
    private final int outputs;

    ArraySource(double[][] images, int[] labels, int outputs) {
        this.images = images;
        this.labels = labels;
        this.outputs = outputs;
    }

    /** Images of which about half the inputs, and a border of up to a third on each side, are zero. */
    static ArraySource random(RandomGenerator random, int count, int inputs, int outputs) {
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

    double[] image(int image) {
        return images[image];
    }

    double[][] images() {
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
    public void inputsInto(int[] order, int from, int count, double[] target) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(images[order[from + i]], 0, target, i * inputs(), inputs());
        }
    }

    @Override
    public int label(int image) {
        return labels[image];
    }

    int[] order() {
        int[] order = new int[images.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order;
    }
}
