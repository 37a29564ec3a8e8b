package org.tailoff.train.fused;

import org.bytedeco.javacpp.Pointer;

/** Cost and accuracy of a stack of dense layers over a whole set, a chunk of examples at a time. */
public final class DenseForward {

    private final FusedNetwork network;
    private double cost;
    private int correct;

    /**
     * What a set costs and how much of it is right.
     *
     * @param costSum cost summed over examples and outputs, without any regularisation
     * @param correct examples whose largest activation is at their label: the first of equals, output 0 if none is a
     *     number
     * @param examples examples in the set
     */
    public record Evaluation(double costSum, int correct, int examples) {}

    /**
     * Prepares for a set.
     *
     * @param stack shape
     * @param parameters {@code DoublePointer} or {@code FloatPointer} to all parameters
     * @param source the set
     */
    public DenseForward(DenseStack stack, Pointer parameters, BatchSource source) {
        network = new FusedNetwork(stack, parameters, source, stack.chunk());
    }

    /**
     * Evaluates examples one after the other, at the parameters as they are now.
     *
     * @param from index of the first example
     * @param to index after the last
     * @return the sums over the examples
     */
    public Evaluation evaluate(int from, int to) {
        cost = 0;
        correct = 0;
        network.loadAll(from, to, start -> {
            cost += network.forward();
            correct += network.correct();
        });
        return new Evaluation(cost, correct, to - from);
    }
}
