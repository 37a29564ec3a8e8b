package org.tailoff.claim;

import java.util.Arrays;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.PowerLaw;

/**
 * A measurement that must come out as known, or the finding beside it means nothing: it shows that the check sees what
 * it should see, and only that.
 *
 * @param expected what is known of it
 * @param measured what was measured
 */
public record Control(Prediction expected, Estimate measured) {
    /**
     * That a fitted exponent is one of the data: the same fit to exact powers must find theirs.
     *
     * @param x where the fit is made, as {@link PowerLaw#overSeeds} takes it
     * @param exponent the exponent that is claimed
     * @return the control
     */
    public static Control recoversPower(double[] x, double exponent) {
        double[] powers =
                Arrays.stream(x).map(each -> StrictMath.pow(each, exponent)).toArray();
        return new Control(
                Prediction.near("the same fit to exact powers", exponent, 1e-12, "it must find their exponent"),
                PowerLaw.overSeeds(x, new double[][] {powers, powers}).exponent());
    }

    /** {@return whether it came out as known: SUPPORTED if so} */
    public Verdict verdict() {
        return Verdict.of(expected, measured);
    }
}
