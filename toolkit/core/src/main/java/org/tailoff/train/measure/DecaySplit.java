package org.tailoff.train.measure;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.tailoff.train.measure.LayerRates.Decay;

/**
 * Tells of the steps of one tensor what part is decay's and what part the gradient's.
 *
 * <p>A decay after the updater ({@code WeightDecay}) takes a share of the weights. A penalty's gradient (L1, L2) goes
 * through the updater, whose step is linear in it ({@link UpdaterStep}): its part is what the updater makes of it
 * alone, with a memory of its own beside the updater's. Where that cannot be known it is not guessed: under an updater
 * that is not known to be linear, and as long as the memory still holds penalties from before the recording.
 */
final class DecaySplit {
    /** What is left of a memory that counts as nothing. */
    private static final double FORGOTTEN = 1e-12;

    private final LayerRates rates;
    private final ParameterTensor tensor;
    private final UpdaterState state;
    private final boolean single;
    private final boolean watched;
    /** Of the penalties alone; made when it is first needed, and 0 where the updater remembers nothing. */
    private double[] memory = new double[0];
    /** What decay takes of every element; made when it is first needed. */
    private double[] decay = new double[0];
    /** What is left of the penalties that the updater remembers from before the recording. */
    private double unknown = 1;

    /**
     * Begins before any step.
     *
     * @param rates how the tensor is stepped
     * @param tensor the tensor
     * @param state its updater's state
     * @param single whether its elements are floats
     */
    DecaySplit(LayerRates rates, ParameterTensor tensor, UpdaterState state, boolean single) {
        this.rates = rates;
        this.tensor = tensor;
        this.state = state;
        this.single = single;
        Optional<UpdaterStep> step = UpdaterStep.of(rates.updater(), 0, 0, single);
        watched = rates.isKnown()
                && rates.isPenalised()
                && step.map(UpdaterStep::remembers).orElse(false);
    }

    /** Whether every step has to be seen, recorded or not, because the updater remembers it. */
    boolean isWatched() {
        return watched;
    }

    /** How many numbers it remembers from step to step. */
    int memoryLength() {
        return watched ? 1 + tensor.length() : 0;
    }

    /** Writes what it remembers. */
    void writeMemory(DoubleBuffer target) {
        if (watched) {
            target.put(unknown).put(memory.length == 0 ? new double[tensor.length()] : memory);
        }
    }

    /** Goes on from what was remembered. */
    void readMemory(DoubleBuffer source) {
        if (watched) {
            memory = new double[tensor.length()];
            unknown = source.get();
            source.get(memory);
        }
    }

    /** Sees the elements before a step that the updater is yet to make. */
    void see(double[] before, int iteration, int epoch) {
        UpdaterStep step = step(iteration, epoch).orElseThrow();
        Decay now = rates.decay(iteration, epoch);
        if (memory.length == 0) {
            memory = new double[tensor.length()];
            unknown = state.isZero(tensor, UpdaterStep.MEMORY) ? 0 : 1;
        }
        unknown *= step.keep();
        double l2 = step.add() * now.l2();
        double l1 = step.add() * now.l1();
        if (l1 == 0) {
            for (int i = 0; i < memory.length; i++) {
                memory[i] = step.keep() * memory[i] + l2 * before[i];
            }
        } else {
            for (int i = 0; i < memory.length; i++) {
                memory[i] = step.keep() * memory[i] + l2 * before[i] + l1 * Math.signum(before[i]);
            }
        }
    }

    /**
     * Measures a step after it was made.
     *
     * @param moments has the elements before and after it
     * @param gradientSquares ||g||^2, of the mean gradient
     */
    TensorMoments measure(DirectMoments moments, double gradientSquares, int iteration, int epoch) {
        Decay now = rates.decay(iteration, epoch);
        double rate = rates.rate(iteration, epoch);
        boolean plain = rates.isPlain();
        if (!rates.isKnown()) {
            return moments.measureUndecided(gradientSquares, new StepRates(rate, 0, 0, plain));
        }
        if (!rates.isPenalised()) {
            return moments.measure(gradientSquares, new StepRates(rate, now.after(), 0, plain));
        }
        Optional<UpdaterStep> step = step(iteration, epoch);
        if (step.isEmpty() || (watched && unknown > FORGOTTEN)) {
            return moments.measureUndecided(gradientSquares, new StepRates(rate, 0, 0, plain));
        }
        UpdaterStep made = step.get();
        if (made.isProportional()) {
            double share = made.ofGradient() * now.l2() + now.after();
            return moments.measure(gradientSquares, new StepRates(rate, share, made.ofGradient() * now.l1(), plain));
        }
        if (memory.length == 0) {
            memory = new double[tensor.length()];
        }
        fill(made, now, moments.before);
        return moments.measure(gradientSquares, decay);
    }

    private Optional<UpdaterStep> step(int iteration, int epoch) {
        return UpdaterStep.of(rates.updater(), iteration, epoch, single);
    }

    /** What decay takes of every element; loops that the compiler turns into vector instructions. */
    private void fill(UpdaterStep step, Decay now, double[] before) {
        if (decay.length == 0) {
            decay = new double[tensor.length()];
        }
        readDivisors(step);
        double ofMemory = step.ofMemory();
        double ofWeight = step.ofGradient() * now.l2();
        double ofSign = step.ofGradient() * now.l1();
        double after = now.after();
        if (ofSign == 0) {
            for (int i = 0; i < decay.length; i++) {
                decay[i] = (ofMemory * memory[i] + ofWeight * before[i]) / decay[i] + after * before[i];
            }
        } else {
            for (int i = 0; i < decay.length; i++) {
                double taken = ofWeight * before[i] + ofSign * Math.signum(before[i]);
                decay[i] = (ofMemory * memory[i] + taken) / decay[i] + after * before[i];
            }
        }
    }

    private void readDivisors(UpdaterStep step) {
        if (step.divisor().isEmpty()) {
            Arrays.fill(decay, 1);
            return;
        }
        UpdaterStep.Divisor divisor = step.divisor().get();
        state.read(tensor, divisor.part(), decay);
        if (divisor.root()) {
            for (int i = 0; i < decay.length; i++) {
                decay[i] = Math.sqrt(decay[i]) + divisor.epsilon();
            }
        }
    }
}
