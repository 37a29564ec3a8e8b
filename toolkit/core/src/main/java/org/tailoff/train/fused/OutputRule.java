package org.tailoff.train.fused;

import org.tailoff.train.activation.Exponential;

/**
 * Output activation together with the cost it is trained on, for targets y that are 1 at the label and 0 elsewhere.
 *
 * <p>Arrays are examples x outputs in column order: output j of example i is element {@code j * examples + i}.
 * Logarithms are taken of the weighted inputs z, so no cost is lost where an activation rounds to 0 or 1 ("Neural
 * Networks and Deep Learning", chapter 3).
 */
enum OutputRule {
    /**
     * a = 1 / (1 + exp(-z)); C = -sum_j [y ln a + (1-y) ln(1-a)] = sum_j [max(z, 0) + ln(1 + exp(-|z|))] - z_label;
     * dC/dz = a - y.
     */
    SIGMOID_CROSS_ENTROPY {
        @Override
        double activate(double[] z, Batch batch, int example) {
            int end = batch.outputs * batch.examples;
            double cost = -z[batch.labels[example] * batch.examples + example];
            double product =
                    0; // the product of all 1 + exp(-|z|), less 1: one logarithm an example instead of one an output
            for (int k = example; k < end; k += batch.examples) {
                double decayed = Exponential.of(-Math.abs(z[k]));
                cost += Math.max(z[k], 0);
                product += decayed + product * decayed;
                if (product > FULL) {
                    cost += StrictMath.log1p(product);
                    product = 0;
                }
                z[k] = (z[k] < 0 ? decayed : 1) / (1 + decayed);
            }
            return cost + StrictMath.log1p(product);
        }
    },
    /** a = exp(z) / sum_j exp(z_j); C = -ln a_label; dC/dz = a - y. */
    SOFTMAX_LOG_LIKELIHOOD {
        @Override
        double activate(double[] z, Batch batch, int example) {
            int end = batch.outputs * batch.examples;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int k = example; k < end; k += batch.examples) {
                greatest = Math.max(greatest, z[k]);
            }
            double labelled = z[batch.labels[example] * batch.examples + example] - greatest;
            double sum = 0;
            for (int k = example; k < end; k += batch.examples) {
                z[k] = Exponential.of(z[k] - greatest);
                sum += z[k];
            }
            for (int k = example; k < end; k += batch.examples) {
                z[k] /= sum;
            }
            return StrictMath.log(sum) - labelled;
        }
    },
    /** a = 1 / (1 + exp(-z)); C = 1/2 sum_j (a - y)^2; dC/dz = (a - y) a (1 - a). */
    SIGMOID_QUADRATIC {
        @Override
        double activate(double[] z, Batch batch, int example) {
            int end = batch.outputs * batch.examples;
            int labelled = batch.labels[example] * batch.examples + example;
            double cost = 0;
            for (int k = example; k < end; k += batch.examples) {
                z[k] = 1 / (1 + Exponential.of(-z[k]));
                double difference = k == labelled ? z[k] - 1 : z[k];
                cost += 0.5 * difference * difference;
            }
            return cost;
        }

        @Override
        void delta(double[] a, double[] delta, Batch batch) {
            super.delta(a, delta, batch);
            HiddenActivation.SIGMOID.timesDerivative(a, delta, batch.outputs * batch.examples);
        }
    };

    /** Where the running product is folded into the cost, far below overflow. */
    private static final double FULL = 1e100;

    /**
     * Replaces the weighted inputs of one example by activations.
     *
     * @param z examples x outputs; the example's weighted inputs on entry, its activations on return
     * @param batch labels and shape
     * @param example row of the example in the mini-batch
     * @return cost of the example, summed over the outputs
     */
    abstract double activate(double[] z, Batch batch, int example);

    /**
     * Derivative of the cost by the weighted inputs.
     *
     * @param a activations, examples x outputs
     * @param delta receives dC/dz, examples x outputs
     * @param batch labels and shape
     */
    void delta(double[] a, double[] delta, Batch batch) {
        System.arraycopy(a, 0, delta, 0, batch.outputs * batch.examples);
        for (int i = 0; i < batch.examples; i++) {
            delta[batch.labels[i] * batch.examples + i] -= 1;
        }
    }

    /**
     * Class the network chooses for one example: the first of the largest activations; 0 where none is a number.
     *
     * @param a activations, examples x outputs
     * @param batch shape
     * @param example row of the example in the mini-batch
     * @return in [0, outputs)
     */
    static int choice(double[] a, Batch batch, int example) {
        int best = 0;
        for (int j = 1; j < batch.outputs; j++) {
            if (a[j * batch.examples + example] > a[best * batch.examples + example]) {
                best = j;
            }
        }
        return best;
    }
}
