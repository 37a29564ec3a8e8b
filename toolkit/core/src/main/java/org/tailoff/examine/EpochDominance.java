package org.tailoff.examine;

import java.util.OptionalDouble;

/**
 * Decay against the gradients in one epoch e; NaN where it is not known.
 *
 * @param epoch e, from 1
 * @param force rho of claim C1a at the start of the epoch, c ||W|| over the norm of the whole training set's gradient
 * @param steps the same of the steps that were taken: root mean square of the decay steps over that of the gradient
 *     steps
 * @param displacement D/R of claim C1b, the way of decay alone over that of the rest
 * @param rate how fast the norm fell in units of decay's rate, 1 under decay alone, 0 if it stayed (claim C1c)
 */
public record EpochDominance(int epoch, double force, double steps, double displacement, double rate) {
    /** {@return |rate - 1|; not known where the rate is not} */
    public OptionalDouble rateError() {
        return Double.isNaN(rate) ? OptionalDouble.empty() : OptionalDouble.of(Math.abs(rate - 1));
    }
}
