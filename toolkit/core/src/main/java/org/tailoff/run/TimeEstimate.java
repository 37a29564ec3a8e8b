package org.tailoff.run;

import java.util.Collection;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.DataSource;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;
import org.tailoff.train.TrainingWork;

/**
 * About how long runs take: good for a plan, not for a benchmark. The constants were fitted to the recorded runs of
 * {@code verify} on the machine of docs/performance.md, two side by side, fused engine in double precision,
 * mini-batches of 10.
 */
public final class TimeEstimate {
    /** Of a run, before its first epoch and after its last. */
    private static final double RUN_MICROS = 50_000;

    /** Of an epoch, however few its examples: checkpoint and store, and the statistics of every weight. */
    private static final double EPOCH_MICROS = 200;

    private static final double EPOCH_MICROS_PER_NEURON = 16;

    private static final double STEP_MICROS = 10;
    private static final double STEP_MICROS_PER_NEURON = 0.4;
    private static final double STEP_MICROS_PER_NEURON_AND_EXAMPLE = 0.04;

    /** The more neurons, the less of their weights stays in a core's cache from step to step. */
    private static final double STEP_MICROS_PER_NEURON_SQUARED = 0.0025;

    private static final double STEP_MICROS_PER_NEURON_OUT_OF_CACHE = 1.4;

    private static final double EXAMPLE_MICROS = 1;
    private static final double EXAMPLE_MICROS_PER_NEURON = 0.06;

    /**
     * Epochs whose full gradient is measured, each about as long as an evaluation of the training examples; at most one
     * in three epochs.
     */
    private static final int GRADIENT_EPOCHS = 9;

    private static final double DL4J_STEP_MICROS = 2_000;
    private static final double DL4J_MULTIPLICATIONS_PER_MICRO = 2_500;
    private static final double STEPS = 3;

    /** A neuron of these constants is one with as many weights as MNIST has pixels. */
    private static final double INPUTS = 784;

    /** Of MNIST; the sets of other data are taken to be as large as what is trained on. */
    private static final int HELD_OUT = 10_000;

    private static final double MICROS = 1e-6;

    private TimeEstimate() {}

    /**
     * Wall time of runs.
     *
     * @param runs what is to be trained
     * @param jobs how many side by side
     * @return seconds; at least those of the longest run, and 0 without runs
     */
    public static double seconds(Collection<RunSpec> runs, int jobs) {
        double longest = runs.stream().mapToDouble(TimeEstimate::seconds).max().orElse(0);
        return Math.max(
                longest, runs.stream().mapToDouble(TimeEstimate::seconds).sum() / jobs);
    }

    private static double seconds(RunSpec run) {
        if (run.network() instanceof ConfiguredNetwork) {
            return configuredSeconds(run);
        }
        double neurons = TrainingWork.multiplications(run) / INPUTS;
        int examples = run.data().trainingImages();
        boolean mnist = run.data().source() instanceof DataSource.Mnist;
        double evaluated = run.data().evaluate().stream()
                .mapToDouble(set -> set == DataSet.TRAINING || !mnist ? examples : HELD_OUT)
                .sum();
        int measured = (run.training().epochs() + run.epochsBetween() - 1) / run.epochsBetween();
        int gradients = run.execution().recordEvery() == 0 ? 0 : Math.min(measured + 1, GRADIENT_EPOCHS);
        double seen = measured * evaluated + (double) gradients * examples;
        return MICROS
                * (RUN_MICROS
                        + measured * (EPOCH_MICROS + EPOCH_MICROS_PER_NEURON * neurons)
                        + run.iterations() * stepMicros(neurons, run.training().miniBatch())
                        + seen * (EXAMPLE_MICROS + EXAMPLE_MICROS_PER_NEURON * neurons));
    }

    /** DL4J's own steps, which are its overhead and multiplications: three passes for a step, one to score a set. */
    private static double configuredSeconds(RunSpec run) {
        double multiplications = TrainingWork.multiplications(run);
        double examples = run.data().trainingImages();
        boolean mnist = run.data().source() instanceof DataSource.Mnist;
        double scored = run.data().evaluate().stream()
                .mapToDouble(set -> set == DataSet.TRAINING || !mnist ? examples : HELD_OUT)
                .sum();
        double perEpoch = STEPS * examples + 2 * scored;
        return MICROS
                * (RUN_MICROS
                        + run.iterations() * DL4J_STEP_MICROS
                        + run.training().epochs() * perEpoch * multiplications / DL4J_MULTIPLICATIONS_PER_MICRO);
    }

    private static double stepMicros(double neurons, int miniBatch) {
        double outOfCache = Math.min(STEP_MICROS_PER_NEURON_SQUARED * neurons, STEP_MICROS_PER_NEURON_OUT_OF_CACHE);
        double inCache = STEP_MICROS_PER_NEURON + STEP_MICROS_PER_NEURON_AND_EXAMPLE * miniBatch;
        return STEP_MICROS + neurons * (inCache + outOfCache);
    }
}
