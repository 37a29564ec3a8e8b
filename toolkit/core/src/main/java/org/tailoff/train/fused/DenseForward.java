package org.tailoff.train.fused;

import org.bytedeco.javacpp.Pointer;

/** Cost and accuracy of a stack of dense layers over a whole set, a chunk of images at a time. */
public final class DenseForward {

    private final FusedNetwork network;
    private final int[] order;

    /**
     * What a set costs and how much of it is right.
     *
     * @param costSum cost summed over images and outputs, without any regularisation
     * @param correct images whose largest activation is at their label: the first of equals, output 0 if none is a
     *     number
     * @param images images in the set
     */
    public record Evaluation(double costSum, int correct, int images) {}

    /**
     * Prepares for a set.
     *
     * @param stack shape
     * @param parameters {@code DoublePointer} or {@code FloatPointer} to all parameters
     * @param source the set
     */
    public DenseForward(DenseStack stack, Pointer parameters, BatchSource source) {
        order = new int[stack.chunk()];
        network = new FusedNetwork(stack, parameters, source, order.length);
    }

    /**
     * Evaluates images one after the other, at the parameters as they are now.
     *
     * @param from index of the first image
     * @param to index after the last
     * @return the sums over the images
     */
    public Evaluation evaluate(int from, int to) {
        double cost = 0;
        int correct = 0;
        for (int start = from; start < to; start += order.length) {
            int count = Math.min(order.length, to - start);
            for (int i = 0; i < count; i++) {
                order[i] = start + i;
            }
            network.load(order, 0, count);
            cost += network.forward();
            correct += network.correct();
        }
        return new Evaluation(cost, correct, to - from);
    }
}
