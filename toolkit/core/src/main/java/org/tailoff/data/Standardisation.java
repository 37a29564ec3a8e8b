package org.tailoff.data;

import java.util.stream.DoubleStream;
import org.hipparchus.stat.StatUtils;

/**
 * Where the inputs lie over a training set.
 *
 * @param means of each input
 * @param deviations standard deviations of each, divisor N; 1 where it is the same in every example
 */
record Standardisation(double[] means, double[] deviations) {
    /** How many numbers are looked at in one pass over the rows, about: 16 MB of them. */
    private static final int AT_ONCE = 1 << 21;

    /**
     * What brings every input to mean 0 and standard deviation 1 over some rows.
     *
     * @throws DataException if a deviation is not finite, or its square no number above 0
     */
    static Standardisation over(LabelledRows rows) {
        int inputs = rows.inputs();
        Standardisation found = new Standardisation(new double[inputs], new double[inputs]);
        int some = Math.max(1, AT_ONCE / Math.max(1, rows.count()));
        for (int from = 0; from < inputs; from += some) {
            double[][] columns = new double[Math.min(some, inputs - from)][rows.count()];
            for (int row = 0; row < rows.count(); row++) {
                for (int k = 0; k < columns.length; k++) {
                    columns[k][row] = rows.input(row, from + k);
                }
            }
            for (int k = 0; k < columns.length; k++) {
                found.measure(columns[k], from + k);
            }
        }
        return found;
    }

    /** A mean of equal numbers may be rounded away from them, so it is not taken. */
    private void measure(double[] column, int input) {
        if (DoubleStream.of(column).allMatch(value -> value == column[0])) {
            means[input] = column[0];
            deviations[input] = 1;
            return;
        }
        means[input] = StatUtils.mean(column); // not a stream's: how the JDK sums is its own affair
        deviations[input] = Math.sqrt(StatUtils.populationVariance(column, means[input]));
        if (!(deviations[input] > 0 && Double.isFinite(deviations[input]))) {
            throw DataException.of(
                    "standardised input " + (input + 1),
                    "a finite standard deviation > 0",
                    Double.toString(deviations[input]));
        }
    }

    /** (x - mean) / deviation. */
    double of(double value, int input) {
        return (value - means[input]) / deviations[input];
    }
}
