package org.tailoff.train.fused;

import org.tailoff.train.measure.StepRates;

/**
 * Plain stochastic gradient descent with weight decay, chapter 3 of "Neural Networks and Deep Learning" (equations 88
 * and 93 ff.).
 *
 * <p>With g the gradient of the mini-batch's mean cost at the weights before the step, and all tensors stepping at
 * once:
 *
 * <ul>
 *   <li>L2: w &lt;- (1 - q) w - eta g
 *   <li>L1: w &lt;- w - q sgn(w) - eta g, sgn(0) = 0
 *   <li>biases, and without decay: b &lt;- b - eta g
 * </ul>
 *
 * @param learningRate eta, finite and positive
 * @param decay kind of decay
 * @param decayPerStep q = eta lambda / n with n the number of training examples, 0 or above; beyond 1 every weight
 *     changes its sign with every step (what the exercise's proviso excludes); 0 if {@code decay} is {@code NONE}
 */
record SgdRule(double learningRate, Decay decay, double decayPerStep) {

    /** What shrinks the weights. */
    enum Decay {
        /** Nothing. */
        NONE,
        /** Every weight by the same amount, towards zero. */
        L1,
        /** Every weight in proportion to itself. */
        L2
    }

    /**
     * Checks the rates.
     *
     * @throws IllegalArgumentException if a rate is out of its range
     */
    SgdRule {
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learningRate must be finite and positive, but is " + learningRate);
        }
        if (!(decayPerStep >= 0 && decayPerStep < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("decayPerStep must be finite and 0 or above, but is " + decayPerStep);
        }
        if (decay == Decay.NONE && decayPerStep != 0) {
            throw new IllegalArgumentException("decayPerStep must be 0 without decay, but is " + decayPerStep);
        }
    }

    /** Rate q of L2 decay, the part of a weight that it takes; 0 for the others. */
    double l2Rate() {
        return decay == Decay.L2 ? decayPerStep : 0;
    }

    /** Factor 1 - q that L2 decay leaves of a weight; 1 for the others. */
    double l2Factor() {
        return 1 - l2Rate();
    }

    /** Amount q that L1 decay takes off the size of a weight; 0 for the others. */
    double l1Step() {
        return decay == Decay.L1 ? decayPerStep : 0;
    }

    /** How weights are stepped. */
    StepRates weightRates() {
        return new StepRates(learningRate, l2Rate(), l1Step(), true);
    }

    /** How biases are stepped: they never decay. */
    StepRates biasRates() {
        return new StepRates(learningRate, 0, 0, true);
    }
}
