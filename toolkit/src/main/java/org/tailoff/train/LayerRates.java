package org.tailoff.train;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * Reads from a network's configuration how a tensor is stepped.
 *
 * @param updater DL4J's updater of the tensor
 * @param regularisation DL4J's regularisations of the tensor
 */
record LayerRates(IUpdater updater, List<Regularization> regularisation) {
    static LayerRates of(MultiLayerNetwork network, ParameterTensor tensor) {
        if (!(network.getLayer(tensor.layer()).conf().getLayer() instanceof BaseLayer layer)) {
            throw new IllegalArgumentException("tensor " + tensor.name() + " belongs to a layer without an updater, "
                    + network.getLayer(tensor.layer())
                            .conf()
                            .getLayer()
                            .getClass()
                            .getSimpleName());
        }
        List<Regularization> regularisation = layer.getRegularizationByParam(tensor.key());
        return new LayerRates(
                layer.getUpdaterByParam(tensor.key()), regularisation == null ? List.of() : regularisation);
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
        return new StepRates(rate, share, shrink, updater instanceof Sgd);
    }

    /** What DL4J adds to its score for these weights: l2/2 sum w^2, l1 sum |w|, and nothing for its WeightDecay. */
    double penalty(double[] weights, int iteration, int epoch) {
        double penalty = 0;
        for (Regularization each : regularisation) {
            if (each instanceof L2Regularization l2) {
                penalty += l2.getL2().valueAt(iteration, epoch) / 2 * Vectors.dot(weights, weights);
            } else if (each instanceof L1Regularization l1) {
                penalty += l1.getL1().valueAt(iteration, epoch) * Vectors.magnitude(weights);
            }
        }
        return penalty;
    }
}
