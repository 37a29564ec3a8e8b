package org.tailoff.train.measure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.FixedSchedule;

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

    /** The rates of one step; {@code epoch} as DL4J counts, from 0. */
    StepRates at(int iteration, int epoch) {
        double rate = updater.hasLearningRate() ? updater.getLearningRate(iteration, epoch) : 1;
        double share = 0;
        double shrink = 0;
        for (Regularization each : regularisation) {
            if (each instanceof L2Regularization l2) {
                share += rate * l2.getL2().valueAt(iteration, epoch);
            } else if (each instanceof L1Regularization l1) {
                shrink += rate * l1.getL1().valueAt(iteration, epoch);
            } else if (each instanceof WeightDecay decay) {
                share += (decay.isApplyLR() ? rate : 1) * decay.getCoeff().valueAt(iteration, epoch);
            }
        }
        return new StepRates(rate, share, shrink, updater instanceof Sgd && !normalised);
    }

    /**
     * q, the share that decay alone takes of every weight at every step; empty where that is not one constant factor.
     */
    OptionalDouble constantShare() {
        boolean constant = updater instanceof Sgd sgd
                && sgd.getLearningRateSchedule() == null
                && regularisation.stream().allMatch(LayerRates::isConstantFactor);
        return constant ? OptionalDouble.of(at(0, 0).share()) : OptionalDouble.empty();
    }

    private static boolean isConstantFactor(Regularization regularisation) {
        if (regularisation instanceof L2Regularization l2) {
            return l2.getL2() instanceof FixedSchedule;
        }
        return regularisation instanceof WeightDecay decay && decay.getCoeff() instanceof FixedSchedule;
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
