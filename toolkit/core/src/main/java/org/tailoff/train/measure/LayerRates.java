package org.tailoff.train.measure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Reads from a network's configuration how a tensor is stepped.
 *
 * @param updater DL4J's updater of the tensor
 * @param regularisation DL4J's regularisations of the tensor
 * @param normalised whether DL4J clips or rescales the gradient before it steps
 */
record LayerRates(IUpdater updater, List<Regularization> regularisation, boolean normalised) {
    static LayerRates of(MultiLayerNetwork network, ParameterTensor tensor) {
        TrainingConfig config = network.getLayer(tensor.layer()).getConfig();
        List<Regularization> regularisation = config.getRegularizationByParam(tensor.key());
        GradientNormalization normalisation = config.getGradientNormalization();
        return new LayerRates(
                config.getUpdaterByParam(tensor.key()),
                regularisation == null ? List.of() : regularisation,
                normalisation != null && normalisation != GradientNormalization.None);
    }

    /**
     * What shrinks the weights w in one step: the gradient l2 w + l1 sgn(w) of penalties, which goes through the
     * updater, and after w, which is taken from them beside it.
     *
     * @param l2 coefficient of the L2 penalty
     * @param l1 coefficient of the L1 penalty
     * @param after share that a {@code WeightDecay} takes, times the learning rate where it says so
     */
    record Decay(double l2, double l1, double after) {}

    /** What shrinks the weights in a step; {@code epoch} as DL4J counts, from 0. */
    Decay decay(int iteration, int epoch) {
        double l2 = 0;
        double l1 = 0;
        double after = 0;
        for (Regularization each : regularisation) {
            if (each instanceof L2Regularization squared) {
                l2 += squared.getL2().valueAt(iteration, epoch);
            } else if (each instanceof L1Regularization absolute) {
                l1 += absolute.getL1().valueAt(iteration, epoch);
            } else if (each instanceof WeightDecay decay) {
                double rate = decay.isApplyLR() ? rate(iteration, epoch) : 1;
                after += rate * decay.getCoeff().valueAt(iteration, epoch);
            }
        }
        return new Decay(l2, l1, after);
    }

    /** The learning rate of a step, 1 for an updater that has none; {@code epoch} as DL4J counts, from 0. */
    double rate(int iteration, int epoch) {
        return updater.hasLearningRate() ? updater.getLearningRate(iteration, epoch) : 1;
    }

    /** Whether the gradient's part of a step is the learning rate times the gradient. */
    boolean isPlain() {
        return updater instanceof Sgd && !normalised;
    }

    /** Whether all that shrinks the weights is DL4J's own. */
    boolean isKnown() {
        return regularisation.stream().allMatch(each -> isPenalty(each) || each instanceof WeightDecay);
    }

    /** Whether the gradient of a penalty goes through the updater, now or at another time. */
    boolean isPenalised() {
        return regularisation.stream().anyMatch(LayerRates::isPenalty);
    }

    private static boolean isPenalty(Regularization regularisation) {
        return regularisation instanceof L2Regularization || regularisation instanceof L1Regularization;
    }

    /**
     * q, the share that decay alone takes of every weight at every step; empty where that is not one constant factor.
     */
    OptionalDouble constantShare() {
        boolean constant = regularisation.isEmpty()
                || (hasConstantRate(updater) && regularisation.stream().allMatch(this::isConstantFactor));
        if (!constant) {
            return OptionalDouble.empty();
        }
        Decay decay = decay(0, 0);
        return OptionalDouble.of(rate(0, 0) * decay.l2() + decay.after());
    }

    /** Weight decay is one factor under every updater, l2 under plain gradient descent alone. */
    private boolean isConstantFactor(Regularization each) {
        if (each instanceof L2Regularization l2) {
            return updater instanceof Sgd && l2.getL2() instanceof FixedSchedule;
        }
        return each instanceof WeightDecay decay && decay.getCoeff() instanceof FixedSchedule;
    }

    /** DL4J's interface does not tell; an updater that is not known here counts as scheduled. */
    private static boolean hasConstantRate(IUpdater updater) {
        ISchedule schedule;
        if (updater instanceof Sgd sgd) {
            schedule = sgd.getLearningRateSchedule();
        } else if (updater instanceof Adam adam) {
            schedule = adam.getLearningRateSchedule();
        } else if (updater instanceof Nesterovs nesterovs) {
            schedule = nesterovs.getLearningRateSchedule();
        } else if (updater instanceof RmsProp rmsProp) {
            schedule = rmsProp.getLearningRateSchedule();
        } else if (updater instanceof AdaGrad adaGrad) {
            schedule = adaGrad.getLearningRateSchedule();
        } else if (updater instanceof Nadam nadam) {
            schedule = nadam.getLearningRateSchedule();
        } else if (updater instanceof AMSGrad amsGrad) {
            schedule = amsGrad.getLearningRateSchedule();
        } else {
            return false;
        }
        return schedule == null;
    }

    /**
     * What DL4J adds to its score for these weights: c/2 sum w^2 for L2 and for its WeightDecay, c sum |w| for L1.
     *
     * @param squares sum w^2
     * @param magnitude gives sum |w|, which only L1 needs
     */
    double penalty(double squares, DoubleSupplier magnitude, int iteration, int epoch) {
        double penalty = 0;
        for (Regularization each : regularisation) {
            if (each instanceof L2Regularization l2) {
                penalty += l2.getL2().valueAt(iteration, epoch) / 2 * squares;
            } else if (each instanceof L1Regularization l1) {
                penalty += l1.getL1().valueAt(iteration, epoch) * magnitude.getAsDouble();
            } else if (each instanceof WeightDecay decay) {
                penalty += decay.getCoeff().valueAt(iteration, epoch) / 2 * squares;
            }
        }
        return penalty;
    }
}
