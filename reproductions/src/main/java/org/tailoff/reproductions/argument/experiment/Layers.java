package org.tailoff.reproductions.argument.experiment;

import org.tailoff.verify.RunRecord;

/** What the layers of weights of the book's networks are called. */
public final class Layers {
    /** Weights from the pixels into the hidden neurons. */
    public static final int HIDDEN = 0;

    /** Weights from the hidden neurons into the outputs. */
    public static final int OUTPUT = 1;

    private Layers() {}

    /**
     * The mean over the sample's images of the sum of the squared pixels, as the start shows it: before the first
     * update every weight has one variance, so that sum_i E x_i^2 w_i^2 is that sum times it, but for chance, 1 % of it
     * with 30 neurons.
     *
     * @param run a run from weights of one variance
     * @return the mean sum of x^2
     */
    public static double meanSquares(RunRecord run) {
        double w = run.tensor(HIDDEN, 0).statistics().rms();
        return productSquares(run) / (w * w);
    }

    /**
     * E (z - b)^2 over the hidden neurons before the first update, where weights and images know nothing of each other:
     * the mean over neurons of sum_i E x_i^2 w_i^2.
     *
     * @param run a run
     * @return the mean square; above 0 whatever the biases are
     */
    public static double productSquares(RunRecord run) {
        double z = run.neurons(0, 0).weightedInputs().independent().orElseThrow();
        double b = run.epoch(0).tensor("0_b").statistics().rms();
        return z * z - b * b;
    }

    /** {@return what a layer of weights is called, the first being 0} */
    public static String name(int layer) {
        return layer == HIDDEN ? "hidden layer" : "output layer";
    }
}
