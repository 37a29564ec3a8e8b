package org.tailoff.reproductions.argument.beyond;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.examine.Turn;

/**
 * A layer's weights W at consecutive steps: at index i what is recorded of step i.
 *
 * @param weights how many there are
 * @param norm ||W|| before the step
 * @param update norm of the whole step
 * @param inwards cosine of the step and -W
 * @param gradient norm of the mini-batch's gradient g
 * @param decay norm of the decay step
 */
record LayerSteps(int weights, double[] norm, double[] update, double[] inwards, double[] gradient, double[] decay) {
    /** {@return the last half of the steps} */
    LayerSteps lastHalf() {
        return between(norm.length / 2, norm.length);
    }

    private LayerSteps between(int from, int to) {
        return new LayerSteps(
                weights,
                Arrays.copyOfRange(norm, from, to),
                Arrays.copyOfRange(update, from, to),
                Arrays.copyOfRange(inwards, from, to),
                Arrays.copyOfRange(gradient, from, to),
                Arrays.copyOfRange(decay, from, to));
    }

    /** {@return root mean square of the weights, over weights and steps} */
    double rms() {
        return rootMeanSquare(i -> norm[i]) / Math.sqrt(weights);
    }

    /** {@return how far the size has still moved: {@link #rms} of the last half over that of the first, less 1} */
    double drift() {
        return lastHalf().rms() / between(0, norm.length / 2).rms() - 1;
    }

    /** {@return root mean square of the angle between W before and after a step, in radians} */
    double rotation() {
        return rootMeanSquare(i -> Turn.angle(norm[i], update[i], inwards[i]));
    }

    /**
     * The cosine of the mini-batch's gradient and the weights, in root mean square; under gradient descent, whose
     * update is -eta g - q W.
     *
     * @param eta learning rate
     * @param q the share of a weight that decay takes
     * @return from 0 to 1
     */
    double gradientCosine(double eta, double q) {
        // <update, -W> = q ||W||^2 + eta <g, W>
        return rootMeanSquare(i -> (inwards[i] * update[i] - q * norm[i]) / (eta * gradient[i]));
    }

    /**
     * The recorded decay step over q ||W||.
     *
     * @param q the share of a weight that decay takes
     * @return 1 if the layer decays, by q, and the norms are those before the step
     */
    double relativeDecay(double q) {
        return rootMeanSquare(i -> decay[i] / (q * norm[i]));
    }

    private double rootMeanSquare(IntToDoubleFunction value) {
        return Math.sqrt(IntStream.range(0, norm.length)
                .mapToDouble(value)
                .map(each -> each * each)
                .average()
                .orElseThrow());
    }
}
