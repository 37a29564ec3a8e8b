package org.tailoff.svm;

import org.tailoff.data.LabelledExamples;
import org.tailoff.train.activation.Exponential;

/**
 * The kernel exp(-gamma ||x - x'||^2). libsvm takes {@code Math.exp}, which may differ in the last bit of the double
 * from JDK to JDK; its solver rounds to float, where that bit is lost.
 *
 * @param gamma greater than 0
 */
record Kernel(double gamma) {
    /** The kernel from ||x||^2, ||x'||^2 and x x', added in libsvm's order. */
    double of(double square, double otherSquare, double product) {
        return Exponential.of(-gamma * (square + otherSquare - 2 * product));
    }

    /** ||x||^2 of examples, in this order. */
    static double[] squares(LabelledExamples set, int[] order) {
        double[] squares = new double[order.length];
        double[] example = new double[set.inputs()];
        for (int i = 0; i < order.length; i++) {
            set.copyInputs(order[i], example, 0);
            for (double x : example) {
                squares[i] += x * x;
            }
        }
        return squares;
    }
}
