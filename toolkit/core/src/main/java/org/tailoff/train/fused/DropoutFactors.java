package org.tailoff.train.fused;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What every hidden activation is multiplied by before it is sent on: under dropout 0 or 1 in training, and the share
 * kept, the book's halved outgoing weights, in evaluation. Without dropout nothing is multiplied.
 */
final class DropoutFactors {
    private final boolean idle;
    private final double[][] factors;
    private final double[] thinned;

    /**
     * The factors of evaluation.
     *
     * @param stack shape and share kept
     * @param capacity most examples at a time
     */
    DropoutFactors(DenseStack stack, int capacity) {
        idle = stack.kept() == 1;
        factors = IntStream.range(0, stack.layers() - 1)
                .mapToObj(layer -> new double[stack.fanOut(layer)])
                .toArray(double[][]::new);
        for (int layer = 0; layer < factors.length; layer++) {
            Arrays.fill(factors[layer], (double) stack.keptNeurons(layer) / stack.fanOut(layer));
        }
        int widest =
                Arrays.stream(factors).mapToInt(layer -> layer.length).max().orElse(0);
        thinned = new double[idle ? 0 : capacity * widest];
    }

    /** One factor per neuron of each hidden layer; a mini-batch's mask is written here. */
    double[][] factors() {
        return factors;
    }

    /**
     * The activations as they are sent on.
     *
     * @param layer index of the hidden layer, from 0
     * @param activations examples x neurons in column order, left as they are
     * @param examples how many examples
     * @return valid until the next call
     */
    double[] sent(int layer, double[] activations, int examples) {
        if (idle) {
            return activations;
        }
        System.arraycopy(activations, 0, thinned, 0, examples * factors[layer].length);
        multiply(layer, thinned, examples);
        return thinned;
    }

    /** Multiplies dC/d(what was sent) so that it becomes dC/da. */
    void pullBack(int layer, double[] deltas, int examples) {
        if (!idle) {
            multiply(layer, deltas, examples);
        }
    }

    private void multiply(int layer, double[] values, int examples) {
        for (int j = 0; j < factors[layer].length; j++) {
            for (int k = j * examples; k < (j + 1) * examples; k++) {
                values[k] *= factors[layer][j];
            }
        }
    }
}
