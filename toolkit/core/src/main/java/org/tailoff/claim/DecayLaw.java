package org.tailoff.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import org.tailoff.spec.RunSpec;

/**
 * What L2 weight decay alone does to a weight (book eq. 93 without the gradient): w &lt;- (1 - q) w at every step, q =
 * eta lambda/n.
 *
 * @param q decay per step, 0 or above
 * @param stepsPerEpoch n/m, at least 1
 */
public record DecayLaw(double q, int stepsPerEpoch) {
    private static final MathContext EXACT = new MathContext(50);

    /**
     * Checks the numbers.
     *
     * @param q see {@link #q()}
     * @param stepsPerEpoch see {@link #stepsPerEpoch()}
     * @throws IllegalArgumentException if {@code !(q >= 0)} or {@code stepsPerEpoch < 1}
     */
    public DecayLaw {
        if (!(q >= 0) || stepsPerEpoch < 1) {
            throw new IllegalArgumentException(
                    "q must be at least 0 and stepsPerEpoch at least 1, were " + q + " and " + stepsPerEpoch);
        }
    }

    /**
     * The law of a run.
     *
     * @param spec the run, under L2 or without regularisation
     * @return its law
     */
    public static DecayLaw of(RunSpec spec) {
        return new DecayLaw(spec.decay(), spec.iterationsPerEpoch());
    }

    /** {@return eta lambda/m, the exponent of an epoch: q times the number of steps} */
    public double exponent() {
        return q * stepsPerEpoch;
    }

    /** {@return f = (1 - q)^(n/m), what an epoch leaves of a weight} */
    public double factor() {
        return factor(1);
    }

    /**
     * What some epochs leave of a weight, f^E.
     *
     * @param epochs E, at least 0
     * @return the power of the double 1 - q, which is what a program multiplies with, correctly rounded
     */
    public double factor(int epochs) {
        return new BigDecimal(1 - q)
                .pow(Math.multiplyExact(stepsPerEpoch, epochs), EXACT)
                .doubleValue();
    }

    /** {@return exp(-eta lambda/m), the exercise's approximation of {@link #factor()}} */
    public double approximation() {
        return StrictMath.exp(-exponent());
    }

    /** {@return epochs until half of a weight is left, ln 2 / -ln f; infinite without decay, NaN for q above 1} */
    public double halfLife() {
        return epochsTo(0.5);
    }

    /**
     * How long it takes.
     *
     * @param share what is to be left of a weight, in (0, 1]
     * @return epochs until then; infinite without decay, NaN for q above 1, where weights change sign at every step
     */
    public double epochsTo(double share) {
        return q == 0 ? Double.POSITIVE_INFINITY : StrictMath.log(share) / (stepsPerEpoch * StrictMath.log1p(-q));
    }
}
