package org.tailoff.analysis;

import java.util.Arrays;
import org.hipparchus.random.MersenneTwister;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.regression.SimpleRegression;
import org.tailoff.text.Checks;

/**
 * The straight line y = intercept + slope x that fits the mean over seeds best, by ordinary least squares.
 *
 * @param slope change of y per unit of x, with its 95 % interval over seeds
 * @param intercept y at x = 0
 */
public record SlopeFit(Estimate slope, double intercept) {
    /** How often the seeds are drawn again for the bootstrap. */
    public static final int RESAMPLES = 10_000;

    /** The seed of the resampling: the same measurements give the same interval, bit for bit, on every JDK. */
    public static final long SEED = 20_261_124L;

    /**
     * Validates the line.
     *
     * @param slope see {@link #slope()}
     * @param intercept see {@link #intercept()}
     * @throws IllegalArgumentException if {@code intercept} is not finite
     */
    public SlopeFit {
        Checks.requireFinite(intercept, "intercept");
    }

    /**
     * Fits a line to series of several seeds.
     *
     * <p>The slope is sum (x_i - mean x)(Y_i - mean Y) / sum (x_i - mean x)^2, with Y_i the mean over seeds. Being
     * linear in y it is also the mean of the seeds' own slopes, and those are what the interval is made of. Two are
     * computed:
     *
     * <ul>
     *   <li>a bootstrap over seeds: whole seeds are drawn with replacement, {@value #RESAMPLES} times, and the interval
     *       reaches from the 2.5 % to the 97.5 % point of the slopes. It takes a skewed spread as it is, but with K
     *       seeds it is too narrow by about sqrt((K - 1) / K) 1.96 / t_{0.975, K-1}, which for five is 0.63;
     *   <li>Student's interval of the K slopes ({@link Estimate#mean}), which allows for the few seeds but takes the
     *       spread to be symmetric.
     * </ul>
     *
     * The interval is the smallest that holds both, hence never narrower than it should be for either reason. Neither
     * uses the residuals along x: those of neighbouring epochs are correlated, and an interval from them would be far
     * too narrow. Source: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.
     *
     * @param x where y was measured; finite, at least two values that differ
     * @param y seeds x points, finite: {@code y[s][i]} is seed s's value at {@code x[i]}; at least one seed
     * @return the line; with a single seed the slope's interval is the whole line of numbers
     * @throws IllegalArgumentException if all of {@code x} are equal, a row of {@code y} is not as long as {@code x},
     *     there is no row, or a value is not finite
     */
    public static SlopeFit overSeeds(double[] x, double[][] y) {
        requireSpread(Checks.requireFinite(x, "x"));
        Checks.requireRows(x.length, y, "y");
        SimpleRegression[] lines = Arrays.stream(y).map(row -> line(x, row)).toArray(SimpleRegression[]::new);
        double[] slopes =
                Arrays.stream(lines).mapToDouble(SimpleRegression::getSlope).toArray();
        double[] intercepts =
                Arrays.stream(lines).mapToDouble(SimpleRegression::getIntercept).toArray();
        return new SlopeFit(interval(slopes), StatUtils.mean(intercepts));
    }

    private static void requireSpread(double[] x) {
        if (Arrays.stream(x).distinct().count() < 2) {
            throw new IllegalArgumentException("x must hold two values that differ: " + Arrays.toString(x));
        }
    }

    private static SimpleRegression line(double[] x, double[] y) {
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < x.length; i++) {
            line.addData(x[i], y[i]);
        }
        return line;
    }

    private static Estimate interval(double[] slopes) {
        Estimate student = Estimate.mean(slopes);
        double[] means = resampledMeans(slopes);
        double beyond = 100 * (1 - Estimate.CONFIDENCE) / 2;
        return new Estimate(
                student.value(),
                Math.min(student.low(), StatUtils.percentile(means, beyond)),
                Math.max(student.high(), StatUtils.percentile(means, 100 - beyond)),
                student.n());
    }

    static double[] resampledMeans(double[] slopes) {
        MersenneTwister random = new MersenneTwister(SEED);
        double[] means = new double[RESAMPLES];
        Arrays.setAll(means, resample -> resampledMean(slopes, random));
        return means;
    }

    private static double resampledMean(double[] slopes, MersenneTwister random) {
        double sum = 0;
        for (int s = 0; s < slopes.length; s++) {
            sum += slopes[random.nextInt(slopes.length)];
        }
        return sum / slopes.length;
    }
}
