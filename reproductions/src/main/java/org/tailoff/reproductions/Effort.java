package org.tailoff.reproductions;

import java.util.Collection;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/**
 * About how long runs take: good for a plan, not for a benchmark. The constants are those of the machine of docs/performance.md, fused engine in
 * double precision.
 */
public final class Effort {
    private static final double STEP_MICROS = 12;
    private static final double STEP_MICROS_PER_NEURON = 1.25;
    private static final double IMAGE_MICROS = 2;
    private static final double IMAGE_MICROS_PER_NEURON = 0.15;

    /** Epochs whose full gradient is measured, each about as long as two evaluations of the training images; at most one in three epochs. */
    private static final int GRADIENT_EPOCHS = 9;

    private static final double GRADIENT = 2;
    private static final int HELD_OUT = 10_000;
    private static final double MICROS = 1e-6;

    private Effort() {}

    /**
     * Wall time of runs.
     *
     * @param runs what is to be trained
     * @param jobs how many side by side
     * @return seconds
     */
    public static double seconds(Collection<RunSpec> runs, int jobs) {
        return runs.stream().mapToDouble(Effort::seconds).sum() / jobs;
    }

    private static double seconds(RunSpec run) {
        int neurons = run.network().layers().get(1);
        double steps = run.iterations() * (STEP_MICROS + STEP_MICROS_PER_NEURON * neurons);
        int images = run.data().trainingImages();
        double evaluated = run.data().evaluate().stream()
                .mapToDouble(set -> set == DataSet.TRAINING ? images : HELD_OUT)
                .sum();
        int measured = (run.training().epochs() + run.epochsBetween() - 1) / run.epochsBetween();
        double seen = measured * evaluated
                + (run.execution().recordEvery() == 0
                        ? 0
                        : Math.min(measured + 1, GRADIENT_EPOCHS) * GRADIENT * images);
        return MICROS * (steps + seen * (IMAGE_MICROS + IMAGE_MICROS_PER_NEURON * neurons));
    }
}
