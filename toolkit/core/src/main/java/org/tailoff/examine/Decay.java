package org.tailoff.examine;

import java.util.Arrays;
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
     * Known step by step, but not the same share of every weight: under L1, or L2 that goes through Adam or momentum.
     * Its steps have a length, and no law.
     */
    record Uneven() implements Decay {
        static final String REASON =
                "its decay steps are no share of the weights, as under L1, or L2 inside Adam or momentum";
    }

    /**
     * Cannot tell.
     *
     * @param reason why
     */
    record Unknown(String reason) implements Decay {}

    /** Shares are of one constant up to the rounding of values that are stored in single precision. */
    double ROUNDING = 1e-5;

    /**
     * Tells the cases apart.
     *
     * @param series what was recorded
     * @param factor whether an epoch's displacement was recorded, which is so where decay is one constant factor
     */
    static Decay of(TensorSeries series, boolean factor) {
        double[] steps = series.decay();
        if (IntStream.range(steps.length / 2, steps.length).anyMatch(row -> Double.isNaN(steps[row]))) {
            return new Unknown("under this updater the decay's part of a step is not known");
        }
        if (Arrays.stream(steps).allMatch(step -> step == 0 || Double.isNaN(step))) {
            return new Nothing();
        }
        int[] rows = IntStream.range(0, steps.length)
                .filter(row -> series.before()[row] > 0 && !Double.isNaN(steps[row]))
                .toArray();
        if (rows.length == 0) {
            return new Unknown("all weights are 0");
        }
        double[] shares = IntStream.of(rows).mapToDouble(series::share).toArray();
        double q = Medians.of(shares);
        boolean constant = Arrays.stream(shares).allMatch(share -> Math.abs(share - q) <= ROUNDING * q);
        if (!factor && !(constant && varies(series, rows)) && !isInwards(series, rows)) {
            return new Uneven();
        }
        return constant
                ? new Constant(new DecayLaw(q, series.time().stepsPerEpoch()))
                : new Scheduled(
                        shares[0],
                        shares[shares.length - 1],
                        Arrays.stream(shares).average().orElseThrow(),
                        series.time().stepsPerEpoch());
    }

    /** A step in proportion to a norm that varies is no chance. */
    private static boolean varies(TensorSeries series, int... rows) {
        double least = IntStream.of(rows)
                .mapToDouble(row -> series.before()[row])
                .min()
                .orElseThrow();
        double most = IntStream.of(rows)
                .mapToDouble(row -> series.before()[row])
                .max()
                .orElseThrow();
        return most > least * (1 + 10 * ROUNDING);
    }

    /**
     * Whether decay's step d goes along -W. With the step u = d + s, &lt;u, d&gt; = (||u||^2 + ||d||^2 - ||s||^2)/2, so
     * that the cosine of u and d is known; it is that of u and -W if d goes along -W. What rounding does to the first
     * is its unit times ||u||/||d||. Where two directions of so many weights, which have a cosine of 1/sqrt(N) by
     * chance, could not be told apart, it is not claimed.
     */
    private static boolean isInwards(TensorSeries series, int... rows) {
        double unit = series.isSingle() ? 1e-6 : 1e-12;
        double[] apart = IntStream.of(rows)
                .filter(row -> series.decay()[row] > 0 && series.update()[row] > 0)
                .mapToDouble(row -> apart(series, row))
                .toArray();
        double[] blur = IntStream.of(rows)
                .filter(row -> series.decay()[row] > 0 && series.update()[row] > 0)
                .mapToDouble(row -> unit * (1 + series.update()[row] / series.decay()[row]))
                .toArray();
        if (apart.length == 0) {
            return false;
        }
        double allowed = Medians.of(blur);
        return Medians.of(apart) <= allowed && allowed < 0.1 / Math.sqrt((double) series.elements());
    }

    private static double apart(TensorSeries series, int row) {
        double u = series.update()[row];
        double d = series.decay()[row];
        double s = series.gradientStep()[row];
        return Math.abs((u * u + d * d - s * s) / (2 * u * d) - series.inwards()[row]);
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
        if (this instanceof Uneven) {
            return Reading.unknown(Uneven.REASON);
        }
        return Reading.unknown(this instanceof Unknown unknown ? unknown.reason : "nothing decays");
    }
}
