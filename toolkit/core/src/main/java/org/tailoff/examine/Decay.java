package org.tailoff.examine;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tailoff.analysis.Medians;
import org.tailoff.claim.DecayLaw;

/** What weight decay takes of a tensor at every step, as the recorded decay steps show it. */
public sealed interface Decay {
    /** Nothing decays: every recorded decay step is 0. */
    record Nothing() implements Decay {}

    /**
     * The same share of every weight at every step.
     *
     * @param law the share q = eta c, and how many steps an epoch has
     */
    record Constant(DecayLaw law) implements Decay {}

    /**
     * A share of every weight that changes from step to step, as under a schedule of the learning rate.
     *
     * @param first q of the first recorded step
     * @param last q of the last one
     * @param mean mean of q over the recorded steps
     * @param stepsPerEpoch how many steps an epoch has
     */
    record Scheduled(double first, double last, double mean, int stepsPerEpoch) implements Decay {}

    /**
     * Cannot tell.
     *
     * @param reason why
     */
    record Unknown(String reason) implements Decay {}

    /** Shares are of one constant up to the rounding of values that are stored in single precision. */
    double ROUNDING = 1e-5;

    /** L1 in a spec, and in a configuration of DL4J's. */
    Pattern L1 = Pattern.compile("L1Regularization|type\"?: \"?L1\\b");

    /**
     * Tells the cases apart.
     *
     * @param series what was recorded
     * @param factor whether an epoch's displacement was recorded, which is so where decay is one constant factor
     * @param configuration what was run, as a text
     */
    static Decay of(TensorSeries series, boolean factor, String configuration) {
        if (Arrays.stream(series.decay()).anyMatch(Double::isNaN)) {
            return new Unknown("under this updater the decay's part of a step is not known");
        }
        if (Arrays.stream(series.decay()).allMatch(step -> step == 0)) {
            return new Nothing();
        }
        double[] shares = IntStream.range(0, series.rows())
                .filter(row -> series.before()[row] > 0)
                .mapToDouble(series::share)
                .toArray();
        if (shares.length == 0) {
            return new Unknown("all weights are 0");
        }
        double q = Medians.of(shares);
        boolean constant = Arrays.stream(shares).allMatch(share -> Math.abs(share - q) <= ROUNDING * q);
        if (!factor
                && (isOfOneLength(series.decay()) || L1.matcher(configuration).find())) {
            return new Unknown("its decay steps are no share of the weights, as under L1");
        }
        return constant
                ? new Constant(new DecayLaw(q, series.time().stepsPerEpoch()))
                : new Scheduled(
                        shares[0],
                        shares[shares.length - 1],
                        Arrays.stream(shares).average().orElseThrow(),
                        series.time().stepsPerEpoch());
    }

    /** Under L1 every weight goes the same way towards 0, however long the tensor is. */
    private static boolean isOfOneLength(double[] steps) {
        return IntStream.range(1, steps.length)
                        .filter(i -> steps[i] == steps[i - 1])
                        .count()
                > steps.length / 2;
    }

    /** {@return q at the end, the share of a weight that a step takes} */
    default double share() {
        return this instanceof Constant constant ? constant.law.q() : this instanceof Scheduled s ? s.last : 0;
    }

    /** {@return decay as a law; of a schedule that of its mean share} */
    default Reading<DecayLaw> asLaw() {
        if (this instanceof Constant constant) {
            return Reading.of(constant.law);
        }
        if (this instanceof Scheduled s) {
            return Reading.of(new DecayLaw(s.mean, s.stepsPerEpoch));
        }
        return Reading.unknown(this instanceof Unknown unknown ? unknown.reason : "nothing decays");
    }
}
