package org.tailoff.reproductions;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.spec.DataSource;
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

    /** A neuron of these constants is one with as many weights as MNIST has pixels. */
    private static final double INPUTS = 784;

    /** Of MNIST; the sets of other data are taken to be as large as what is trained on. */
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
        long neurons = Math.round(weights(run) / INPUTS);
        double steps = run.iterations() * (STEP_MICROS + STEP_MICROS_PER_NEURON * neurons);
        int images = run.data().trainingImages();
        boolean mnist = run.data().source() instanceof DataSource.Mnist;
        double evaluated = run.data().evaluate().stream()
                .mapToDouble(set -> set == DataSet.TRAINING || !mnist ? images : HELD_OUT)
                .sum();
        int measured = (run.training().epochs() + run.epochsBetween() - 1) / run.epochsBetween();
        double seen = measured * evaluated
                + (run.execution().recordEvery() == 0
                        ? 0
                        : Math.min(measured + 1, GRADIENT_EPOCHS) * GRADIENT * images);
        return MICROS * (steps + seen * (IMAGE_MICROS + IMAGE_MICROS_PER_NEURON * neurons));
    }

    private static double weights(RunSpec run) {
        List<Integer> layers = run.network().layers();
        return IntStream.range(1, layers.size())
                .mapToDouble(layer -> (double) layers.get(layer - 1) * layers.get(layer))
                .sum();
    }
}
