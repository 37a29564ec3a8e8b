package org.tailoff.train.measure;

import java.util.Optional;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * What an updater makes of a gradient g in one step. Whatever it divides by, a second moment say, is in its state;
 * given that, it is linear: with a memory m of the gradients so far, m &lt;- keep m + add g, the update is (ofMemory m
 * + ofGradient g) / divisor, element by element. So an update is the sum of what the updater makes of the data's
 * gradient and of what it makes of the gradient of a penalty, each with a memory of its own.
 *
 * <p>The formulas are those of DL4J 1.0.0-M2.1, with its bias corrections and its places for epsilon. AdaDelta is not
 * among them: it divides by what its state no longer has after the step.
 *
 * @param keep what is left of the memory
 * @param add what of the gradient goes into the memory
 * @param ofMemory what of the memory, this gradient included, is in the update
 * @param ofGradient what of the gradient is in the update beside that
 * @param divisor by what it is divided; empty if by nothing
 */
record UpdaterStep(double keep, double add, double ofMemory, double ofGradient, Optional<Divisor> divisor) {
    /** The part of every updater's state that holds its memory, if it has one. */
    static final int MEMORY = 0;

    /**
     * A number of the updater's state as it is after the step: s, or sqrt(s) + epsilon.
     *
     * @param part which part of the state, from 0, has one s for every element
     * @param root whether the root is taken
     * @param epsilon added to the root
     */
    record Divisor(int part, boolean root, double epsilon) {}

    /**
     * A step of an updater.
     *
     * @param updater the updater
     * @param iteration as DL4J counts, from 0
     * @param epoch as DL4J counts, from 0
     * @param single whether DL4J calculates in single precision: 1 - 0.999 is not the same there
     * @return empty for updaters that are not known to be linear
     */
    static Optional<UpdaterStep> of(IUpdater updater, int iteration, int epoch, boolean single) {
        double rate = updater.hasLearningRate() ? updater.getLearningRate(iteration, epoch) : 1;
        Powers powers = new Powers(iteration + 1, single);
        if (updater instanceof Sgd || updater instanceof NoOp) {
            return direct(rate, Optional.empty());
        } else if (updater instanceof AdaGrad adaGrad) {
            return direct(rate, root(0, adaGrad.getEpsilon()));
        } else if (updater instanceof RmsProp rmsProp) {
            return direct(rate, root(0, rmsProp.getEpsilon()));
        } else if (updater instanceof Nesterovs nesterovs) {
            // v <- mu v - eta g, update = mu v_before - (1 + mu) v = eta g - mu v.
            double momentum = nesterovs.currentMomentum(iteration, epoch);
            return Optional.of(new UpdaterStep(momentum, -rate, -momentum, rate, Optional.empty()));
        } else if (updater instanceof Adam adam) {
            double corrected = rate * Math.sqrt(powers.rest(adam.getBeta2())) / powers.rest(adam.getBeta1());
            return averaged(adam.getBeta1(), orEpsilon(corrected, adam.getEpsilon()), root(1, adam.getEpsilon()));
        } else if (updater instanceof AMSGrad ams) {
            double corrected = rate * Math.sqrt(powers.rest(ams.getBeta2())) / powers.rest(ams.getBeta1());
            return averaged(ams.getBeta1(), orEpsilon(corrected, ams.getEpsilon()), root(2, ams.getEpsilon()));
        } else if (updater instanceof AdaMax adaMax) {
            double corrected = rate / powers.rest(adaMax.getBeta1());
            return averaged(
                    adaMax.getBeta1(),
                    orEpsilon(corrected, adaMax.getEpsilon()),
                    Optional.of(new Divisor(1, false, 0)));
        } else if (updater instanceof Nadam nadam) {
            double beta = nadam.getBeta1();
            double corrected = rate / powers.rest(beta);
            return Optional.of(new UpdaterStep(
                    beta, 1 - beta, corrected * beta, corrected * (1 - beta), root(1, nadam.getEpsilon())));
        }
        return Optional.empty();
    }

    private static Optional<UpdaterStep> direct(double rate, Optional<Divisor> divisor) {
        return Optional.of(new UpdaterStep(0, 0, 0, rate, divisor));
    }

    private static Optional<UpdaterStep> averaged(double beta, double rate, Optional<Divisor> divisor) {
        return Optional.of(new UpdaterStep(beta, 1 - beta, rate, 0, divisor));
    }

    private static Optional<Divisor> root(int part, double epsilon) {
        return Optional.of(new Divisor(part, true, epsilon));
    }

    /** DL4J's own way out where the corrected rate is 0 or no number. */
    private static double orEpsilon(double corrected, double epsilon) {
        return corrected == 0 || !Double.isFinite(corrected) ? epsilon : corrected;
    }

    /** Whether the update is the gradient times a number. */
    boolean isProportional() {
        return !remembers() && divisor.isEmpty();
    }

    /** Whether earlier gradients are in the update. */
    boolean remembers() {
        return add != 0;
    }

    /** Powers of betas in the precision of the network. */
    private record Powers(int steps, boolean single) {
        /** 1 - beta^steps. */
        double rest(double beta) {
            return 1 - (single ? (float) StrictMath.pow((float) beta, steps) : StrictMath.pow(beta, steps));
        }
    }
}
