package org.tailoff.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * A straight line up to a break and a constant from there, y(e) = level + slope min(e - at, 0), fitted to one series.
 *
 * @param at the break, in epochs; the last epoch if the series is a straight line as a whole
 * @param slope change per epoch before the break
 * @param level value from the break on
 * @param squares sum of the squared residuals
 */
record Hinge(double at, double slope, double level, double squares) {
    /** Fewest epochs at or after a break: two can always be made to look level. */
    static final int FLAT_EPOCHS = 3;

    /** A part counts as flat if what is left of the slope there is less than this fraction of the slope before. */
    static final double FLAT_FRACTION = 0.5;

    /**
     * How far a break must lower the sum of squares, in units of the residual variance that remains; being free to
     * choose the break, noise alone would often reach the 4 that a fixed one is tested with.
     */
    static final double GAIN = 8;

    private static final int PARAMETERS = 3;

    /** The best hinge if its flat part is supported, otherwise the straight line, with its break at the last epoch. */
    static Hinge fit(double[] series) {
        Hinge line = withBreak(series, series.length - 1.0);
        Hinge best = best(series);
        return best.isFlatAfter(series) && best.gainOver(line, series.length) > GAIN ? best : line;
    }

    /**
     * The hinge with the least squares. For a given pair of epochs around the break the two parts are fitted apart; if
     * they meet between the two, that is the best break there (Hudson 1966), otherwise the best lies on an epoch.
     */
    static Hinge best(double[] series) {
        return DoubleStream.concat(epochs(series), meetings(series))
                .mapToObj(at -> withBreak(series, at))
                .min(Comparator.comparingDouble(Hinge::squares))
                .orElseThrow();
    }

    private static DoubleStream epochs(double[] series) {
        return IntStream.rangeClosed(1, series.length - FLAT_EPOCHS).asDoubleStream();
    }

    private static DoubleStream meetings(double[] series) {
        SimpleRegression line = new SimpleRegression();
        line.addData(0, series[0]);
        return IntStream.range(1, series.length - FLAT_EPOCHS)
                .mapToObj(k -> {
                    line.addData(k, series[k]);
                    return meeting(line, k, StatUtils.mean(series, k + 1, series.length - k - 1));
                })
                .flatMapToDouble(OptionalDouble::stream);
    }

    private static OptionalDouble meeting(SimpleRegression line, int k, double level) {
        double at = (level - line.getIntercept()) / line.getSlope();
        return at > k && at < k + 1 ? OptionalDouble.of(at) : OptionalDouble.empty();
    }

    static Hinge withBreak(double[] series, double at) {
        SimpleRegression fit = new SimpleRegression();
        for (int e = 0; e < series.length; e++) {
            fit.addData(Math.min(e - at, 0), series[e]);
        }
        double squares = IntStream.range(0, series.length)
                .mapToDouble(e -> series[e] - fit.predict(Math.min(e - at, 0)))
                .map(residual -> residual * residual)
                .sum();
        return new Hinge(at, fit.getSlope(), fit.getIntercept(), squares);
    }

    private boolean isFlatAfter(double[] series) {
        int first = (int) Math.ceil(at);
        double[] flat = Arrays.copyOfRange(series, first, series.length);
        SimpleRegression after = new SimpleRegression();
        for (int i = 0; i < flat.length; i++) {
            after.addData(i, flat[i]);
        }
        return slope < 0 && after.getSlope() > FLAT_FRACTION * slope;
    }

    private double gainOver(Hinge line, int epochs) {
        return (line.squares - squares) / (squares / (epochs - PARAMETERS));
    }
}
