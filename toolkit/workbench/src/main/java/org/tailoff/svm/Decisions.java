package org.tailoff.svm;

/**
 * One decision for each pair of classes: for the first where sum_i weight_i K(x_i, x) is greater than the offset, else
 * for the second.
 *
 * @param weights by class and training example, in the order of the classes: the example's weight in the decision
 *     between its own class and that one; 0 for most
 * @param offsets by first and second class, the lower number first
 */
record Decisions(double[][] weights, double[][] offsets) {
    static Decisions none(Classes classes) {
        int count = classes.count();
        return new Decisions(new double[count][classes.order().length], new double[count][count]);
    }

    /** Whether any decision looks at this example: whether it is a support vector. */
    boolean lookAt(int example) {
        for (double[] against : weights) {
            if (against[example] != 0) {
                return true;
            }
        }
        return false;
    }
}
