package org.tailoff.analysis;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.stat.StatUtils;
import org.tailoff.text.Checks;

/**
 * Where series that decay stop decaying.
 *
 * @param at the epoch of the break, a mean over seeds with its interval, at most the last epoch
 * @param slopeBefore change per epoch before the break, a mean over seeds
 * @param levelAfter value from the break on, a mean over seeds
 */
public record ChangePoint(Estimate at, double slopeBefore, double levelAfter) {
    /** Fewest epochs of a series, the state before training included: two to fall, three to stay. */
    public static final int MIN_EPOCHS = 4;

    /**
     * Validates the numbers.
     *
     * @param at see {@link #at()}
     * @param slopeBefore see {@link #slopeBefore()}
     * @param levelAfter see {@link #levelAfter()}
     * @throws IllegalArgumentException if the slope or the level is not finite
     */
    public ChangePoint {
        Checks.requireFinite(slopeBefore, "slope before");
        Checks.requireFinite(levelAfter, "level after");
    }

    /**
     * Fits y(e) = level + slope min(e - at, 0) to each seed's series by least squares, the break anywhere from epoch 1
     * on, and averages over seeds; the interval of the break is Student's over seeds ({@link Estimate#mean}).
     *
     * <p>A seed has a break if the series falls before it, is less than half as steep over the three or more epochs
     * from it on, and fits better by {@code F = (S_line - S_hinge) / (S_hinge / (epochs - 3)) > 8}, S the sums of
     * squared residuals and "line" the straight line through all epochs. Under independent noise a straight line passes
     * for a broken one with a probability below 5 %. A seed without a break counts with the last epoch: there <em>at =
     * last epoch means "not within the series"</em>, the slope is that of the straight line and the level its value at
     * the last epoch. If any seed has no break, the mean is a lower bound and {@code at.high()} is infinite.
     *
     * <p>Source of the fit: Hudson, "Fitting segmented curves whose join points have to be estimated", JASA 61 (1966).
     *
     * @param series seeds x epochs, finite: {@code series[s][e]} is seed s's log RMS at the end of epoch e, 0 being the
     *     state before training; at least one seed and {@value #MIN_EPOCHS} epochs
     * @return the break
     * @throws IllegalArgumentException if there is no seed, the series are too short or differ in length, or a value is
     *     not finite
     */
    public static ChangePoint tailOff(double[][] series) {
        requireSeries(series);
        Hinge[] fits = Arrays.stream(series).map(Hinge::fit).toArray(Hinge[]::new);
        return new ChangePoint(
                at(each(fits, Hinge::at), series[0].length - 1.0),
                StatUtils.mean(each(fits, Hinge::slope)),
                StatUtils.mean(each(fits, Hinge::level)));
    }

    private static void requireSeries(double[][] series) {
        Checks.requireAtLeast(1, series.length, "seeds of series");
        Checks.requireAtLeast(MIN_EPOCHS, series[0].length, "epochs of series");
        Checks.requireRows(series[0].length, series, "series");
    }

    private static double[] each(Hinge[] fits, ToDoubleFunction<Hinge> part) {
        return Stream.of(fits).mapToDouble(part).toArray();
    }

    private static Estimate at(double[] breaks, double last) {
        Estimate mean = Estimate.mean(breaks);
        return Arrays.stream(breaks).anyMatch(at -> at == last)
                ? new Estimate(mean.value(), mean.low(), Double.POSITIVE_INFINITY, mean.n())
                : mean;
    }
}
