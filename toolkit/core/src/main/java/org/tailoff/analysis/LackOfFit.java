package org.tailoff.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.regression.SimpleRegression;
import org.tailoff.text.Checks;

/**
 * Whether a straight line describes the means over seeds at all, or they bend away from it by more than the seeds
 * scatter: the F test of lack of fit with pure error.
 *
 * <p>Seeds are paired, the same one at every x, so that each is a block: what a seed adds to all of its values drops
 * out. With K seeds and k points
 *
 * <pre>
 * F = [K sum_i (mean_i - line_i)^2 / (k - 2)] / [sum_si (y_si - mean_i - mean_s + mean)^2 / ((K - 1)(k - 1))]
 * </pre>
 *
 * <p>The test takes the scatter to be the same at every x. Where it is not, as where small networks scatter more than
 * large ones, the p-value is a rough one. Source: Draper and Smith, "Applied Regression Analysis", 3rd edition (1998),
 * section 2.1, with blocks as in Box, Hunter and Hunter, "Statistics for Experimenters", 2nd edition (2005), section
 * 4.2.
 *
 * @param f the ratio F of the mean squares, 0 or above
 * @param numerator degrees of freedom of the lack of fit, k - 2
 * @param denominator degrees of freedom of the pure error, (K - 1)(k - 1)
 * @param pValue probability of at least this F if the line is right, in [0, 1]
 */
public record LackOfFit(double f, int numerator, int denominator, double pValue) {
    /**
     * Tests the line of least squares through the means over seeds.
     *
     * @param x where y was measured; finite, at least two values, all different
     * @param y seeds x points, finite: {@code y[s][i]} is seed s's value at {@code x[i]}; at least one seed
     * @return the test; empty where nothing can be tested: two points, which every line fits, a single seed, or seeds
     *     that do not scatter
     * @throws IllegalArgumentException if values of {@code x} are equal or too few, a row of {@code y} is not as long
     *     as {@code x}, there is no row, or a value is not finite
     */
    public static Optional<LackOfFit> ofLine(double[] x, double[][] y) {
        Checks.requireAtLeast(2, Checks.requireFinite(x, "x").length, "points of x");
        Checks.requireRows(x.length, y, "y");
        if (Arrays.stream(x).distinct().count() < x.length) {
            throw new IllegalArgumentException("x must hold values that all differ: " + Arrays.toString(x));
        }
        int numerator = x.length - 2;
        int denominator = (y.length - 1) * (x.length - 1);
        double error = pureError(y);
        if (numerator == 0 || denominator == 0 || error == 0) {
            return Optional.empty();
        }
        double f = y.length * squaredDistance(x, means(y)) / numerator / (error / denominator);
        return Optional.of(new LackOfFit(f, numerator, denominator, above(f, numerator, denominator)));
    }

    /** P(F >= f) is P(1/F <= 1/f), which does not cancel where it is small. */
    private static double above(double f, int numerator, int denominator) {
        return f == 0 ? 1 : new FDistribution(denominator, numerator).cumulativeProbability(1 / f);
    }

    private static double[] means(double[][] y) {
        return IntStream.range(0, y[0].length)
                .mapToDouble(i -> StatUtils.mean(
                        Arrays.stream(y).mapToDouble(row -> row[i]).toArray()))
                .toArray();
    }

    /** Of the means from the line that fits them best. */
    private static double squaredDistance(double[] x, double[] means) {
        SimpleRegression line = new SimpleRegression();
        IntStream.range(0, x.length).forEach(i -> line.addData(x[i], means[i]));
        return line.getSumSquaredErrors();
    }

    /** The means are taken off first, so that seeds which agree leave exactly nothing. */
    private static double pureError(double[][] y) {
        double[] means = means(y);
        double sum = 0;
        for (double[] row : y) {
            double[] off = row.clone();
            Arrays.setAll(off, i -> row[i] - means[i]);
            sum += StatUtils.populationVariance(off) * off.length;
        }
        return sum;
    }
}
