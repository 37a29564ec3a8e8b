package org.tailoff.train;

import org.tailoff.train.activation.Sigmoids;

/** The quadratic cost sum_j (a_j - y_j)^2 / 2 of sigmoid outputs (book eq. 6), with gradient (a - y) sigma'(z). */
public final class ExactQuadratic extends ExactLoss {
    private static final long serialVersionUID = 1L;

    @Override
    double cost(double[] z, double[] y, boolean softmax) {
        refuse(softmax);
        double cost = 0;
        for (int j = 0; j < z.length; j++) {
            double error = Sigmoids.sigmoid(z[j]) - y[j];
            cost += error * error / 2;
        }
        return cost;
    }

    @Override
    double[] delta(double[] z, double[] y, boolean softmax) {
        refuse(softmax);
        double[] delta = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            double a = Sigmoids.sigmoid(z[j]);
            delta[j] = (a - y[j]) * a * (1 - a);
        }
        return delta;
    }

    private static void refuse(boolean softmax) {
        if (softmax) {
            throw new IllegalArgumentException(
                    "output activation must be sigmoid with the quadratic cost, was softmax");
        }
    }
}
