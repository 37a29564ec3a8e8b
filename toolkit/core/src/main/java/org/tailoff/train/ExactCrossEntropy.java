package org.tailoff.train;

import org.tailoff.train.activation.Exponential;
import org.tailoff.train.activation.Sigmoids;

/**
 * The cross-entropy cost, exact for every finite z.
 *
 * <p>Sigmoid outputs (book eq. 63): sum_j [ln(1 + exp(z_j)) - y_j z_j], which is -sum_j [y_j ln a_j + (1 - y_j) ln(1 -
 * a_j)]. Softmax outputs (book eq. 80): sum_j y_j [ln sum_k exp(z_k) - z_j]. The gradient is a - y in both (book eq.
 * 67).
 */
public final class ExactCrossEntropy extends ExactLoss {
    private static final long serialVersionUID = 1L;

    @Override
    double cost(double[] z, double[] y, boolean softmax) {
        double cost = 0;
        double normaliser = softmax ? Sigmoids.logSumExp(z) : 0;
        for (int j = 0; j < z.length; j++) {
            cost += softmax ? y[j] * (normaliser - z[j]) : Sigmoids.crossEntropy(z[j], y[j]);
        }
        return cost;
    }

    @Override
    double[] delta(double[] z, double[] y, boolean softmax) {
        double normaliser = softmax ? Sigmoids.logSumExp(z) : 0;
        double[] delta = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            delta[j] = (softmax ? Exponential.of(z[j] - normaliser) : Sigmoids.sigmoid(z[j])) - y[j];
        }
        return delta;
    }
}
