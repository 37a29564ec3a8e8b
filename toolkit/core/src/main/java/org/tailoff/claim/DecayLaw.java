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
    /**
     * A rate agrees with that of decay if it is within this share of it; one for all claims, and fixed before their
     * runs. After the time constant m/(eta lambda) the size is then off by 5 %. Weights that do not decay at all are
     * off by 1, twenty times as much. (A ratio "within 1 %" of f says nothing where f is 0.995.)
     */
    public static final double RATE_TOLERANCE = 0.05;

    /** How many epochs are "the first epochs" of the exercise at most; fixed before the runs. */
    public static final int FIRST_EPOCHS = 5;

    /** So that an epoch which begins just when the time constant is up is not counted for a rounding. */
    private static final double ROUNDING = 1e-9;

    private static final String WHY_TOLERANCE =
            "5 % of decay's rate, for all claims on rates; no decay is off by 100 %";

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

    /**
     * "The first epochs" of the exercise: those that begin before the time constant of decay, m/(eta lambda) epochs, is
     * up, but no more than some. Later there is no decay left to dominate anything: at lambda = 500 and eta = 0.1 five
     * epochs are 25 time constants, and the first alone is five.
     *
     * @param most how many there are where decay is slow enough, at least 1
     * @return how many they are; {@code most} without decay
     */
    public int firstEpochs(int most) {
        return (int) Math.min(Math.ceil(1 / exponent() - ROUNDING), most);
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

    /**
     * How fast something shrank, in units of decay's rate: ln(left) / (epochs ln f).
     *
     * @param left what is left of it, a share above 0
     * @param epochs the epochs it took, at least 1
     * @return 1 if it shrank as under decay alone, 0 if not at all, negative if it grew; not finite without decay, NaN
     *     for q above 1
     */
    public double rate(double left, int epochs) {
        return StrictMath.log(left) / (epochs * stepsPerEpoch * StrictMath.log1p(-q));
    }

    /**
     * That a rate is that of decay.
     *
     * @param quantity a rate in units of decay's
     * @return the prediction
     */
    public static Prediction asFast(String quantity) {
        return Prediction.near(quantity, 1, RATE_TOLERANCE, WHY_TOLERANCE);
    }

    /**
     * That rates are off decay's by no more than their tolerance.
     *
     * @param quantity a distance of rates from 1, in units of decay's
     * @return the prediction
     */
    public static Prediction offByLittle(String quantity) {
        return Prediction.within(quantity, RATE_TOLERANCE, WHY_TOLERANCE);
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
