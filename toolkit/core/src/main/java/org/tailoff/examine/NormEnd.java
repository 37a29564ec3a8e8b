package org.tailoff.examine;

import java.util.Arrays;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * The end of a norm's course. It has settled if it changes by less than 0.5 % in the time in which decay alone takes a
 * weight to a hundredth, ln(100)/q iterations. The change is that of a straight line through the last so many
 * iterations, but at least through an epoch and through half of the run: over less the mini-batches' noise would be all
 * one sees.
 *
 * @param change relative change of the norm in that time; NaN if the run is shorter
 * @param mean mean of the norm over the window
 * @param from index in the series of the window's first recorded iteration
 */
public record NormEnd(double change, double mean, int from) {
    /** The largest relative change of a norm that has settled. */
    public static final double ALLOWED = 0.005;

    /** Decay takes a weight to one part in so many in the time over which the change is looked at. */
    private static final double LEFT = 100;

    /** {@return ln(100)/q, in iterations; infinite without decay} */
    static double time(double q) {
        return StrictMath.log(LEFT) / q;
    }

    /**
     * The end of a series.
     *
     * @param norms a norm at every recorded iteration
     * @param q the share of a weight that decay takes at a step, above 0
     * @param every every how manieth iteration is recorded
     * @param stepsPerEpoch iterations of an epoch, recorded or not
     * @return its end
     */
    public static NormEnd of(double[] norms, double q, int every, int stepsPerEpoch) {
        double time = time(q) / every;
        double epoch = (double) stepsPerEpoch / every;
        int window = (int) Math.ceil(Math.max(Math.max(time, epoch), norms.length / 2.0));
        int from = Math.max(0, norms.length - window);
        SimpleRegression line = new SimpleRegression();
        for (int i = from; i < norms.length; i++) {
            line.addData(i, norms[i]);
        }
        double mean = Arrays.stream(norms, from, norms.length).average().orElseThrow();
        double change = window > norms.length ? Double.NaN : line.getSlope() * time / mean;
        return new NormEnd(change, mean, from);
    }

    /** {@return whether the norm has settled; false too if the run is too short to tell} */
    public boolean settled() {
        return Math.abs(change) < ALLOWED;
    }
}
