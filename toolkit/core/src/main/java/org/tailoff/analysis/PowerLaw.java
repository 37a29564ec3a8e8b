package org.tailoff.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tailoff.text.Checks;

/**
 * Whether y goes as a power of x: the exponent of y = c x^exponent that fits best, and what tells of a curve that is no
 * power. It is a straight line in logarithms ({@link SlopeFit}), with each seed's series as one unit.
 *
 * @param exponent of the whole range, with its 95 % interval over seeds
 * @param constant c, the value at x = 1
 * @param local exponents between neighbouring points, in the order of x: those of a power law are all the same
 * @param lackOfFit whether the means over seeds bend away from the line in logarithms; empty where that cannot be
 *     tested
 */
public record PowerLaw(Estimate exponent, double constant, List<Local> local, Optional<LackOfFit> lackOfFit) {
    /** Copies the list. */
    public PowerLaw {
        local = List.copyOf(local);
    }

    /**
     * The exponent between two neighbouring points.
     *
     * @param from the smaller x
     * @param to the larger x
     * @param exponent (ln y(to) - ln y(from)) / ln(to/from), with its 95 % interval over seeds
     */
    public record Local(double from, double to, Estimate exponent) {}

    /**
     * Fits a power law to series of several seeds.
     *
     * @param x where y was measured: positive, ascending, at least two values
     * @param y seeds x points, positive: {@code y[s][i]} is seed s's value at {@code x[i]}; at least one seed
     * @return the law; with a single seed the exponents' intervals are the whole line of numbers
     * @throws IllegalArgumentException if {@code x} does not ascend or has fewer than two values, a row of {@code y} is
     *     not as long as {@code x}, there is no row, or a value is not a finite positive number
     */
    public static PowerLaw overSeeds(double[] x, double[][] y) {
        requireAscending(x);
        Checks.requireRows(x.length, y, "y");
        double[] logX = logs(x, "x");
        double[][] logY = y.clone();
        Arrays.setAll(logY, seed -> logs(y[seed], "y[" + seed + "]"));
        SlopeFit line = SlopeFit.overSeeds(logX, logY);
        List<Local> local = new ArrayList<>();
        for (int i = 0; i + 1 < x.length; i++) {
            local.add(new Local(x[i], x[i + 1], between(i, logX, logY)));
        }
        return new PowerLaw(line.slope(), StrictMath.exp(line.intercept()), local, LackOfFit.ofLine(logX, logY));
    }

    private static void requireAscending(double[] x) {
        Checks.requireAtLeast(2, x.length, "points of x");
        for (int i = 1; i < x.length; i++) {
            if (!(x[i - 1] < x[i])) {
                throw new IllegalArgumentException("x must ascend: " + Arrays.toString(x));
            }
        }
    }

    private static double[] logs(double[] values, String name) {
        double[] logs = values.clone();
        Arrays.setAll(logs, i -> StrictMath.log(Checks.requirePositive(values[i], name + "[" + i + "]")));
        return logs;
    }

    private static Estimate between(int i, double[] x, double[][] y) {
        double[][] ends =
                Arrays.stream(y).map(row -> new double[] {row[i], row[i + 1]}).toArray(double[][]::new);
        return SlopeFit.overSeeds(new double[] {x[i], x[i + 1]}, ends).slope();
    }
}
