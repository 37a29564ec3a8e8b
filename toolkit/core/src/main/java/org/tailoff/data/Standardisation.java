package org.tailoff.data;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;

/**
 * Where an input lies over a training set.
 *
 * @param mean its mean
 * @param deviation its standard deviation, divisor N; 1 where it is the same in every example
 */
record Standardisation(double mean, double deviation) {
    /** The examples with (x - mean) / deviation in place of each input x. */
    static LabelledRows of(LabelledExamples examples, LabelledExamples training) {
        int inputs = examples.inputs();
        double[] values = new double[examples.count() * inputs];
        for (int input = 0; input < inputs; input++) {
            Standardisation scale = of(column(training, input)).require(input);
            for (int example = 0; example < examples.count(); example++) {
                values[example * inputs + input] = (examples.input(example, input) - scale.mean) / scale.deviation;
            }
        }
        int[] labels = IntStream.range(0, examples.count()).map(examples::label).toArray();
        return LabelledRows.of(examples.classes(), inputs, values, labels);
    }

    /** Squares of very large and very small numbers are no finite numbers above 0. */
    private Standardisation require(int input) {
        if (!(deviation > 0 && Double.isFinite(deviation))) {
            throw DataException.of(
                    "standardised input " + (input + 1), "a finite standard deviation > 0", Double.toString(deviation));
        }
        return this;
    }

    private static double[] column(LabelledExamples examples, int input) {
        return IntStream.range(0, examples.count())
                .mapToDouble(example -> examples.input(example, input))
                .toArray();
    }

    /** A mean of equal numbers may be rounded away from them, so it is not taken. */
    private static Standardisation of(double[] column) {
        if (DoubleStream.of(column).allMatch(value -> value == column[0])) {
            return new Standardisation(column[0], 1);
        }
        double mean = StatUtils.mean(column); // not a stream's: how the JDK sums is its own affair
        return new Standardisation(mean, Math.sqrt(StatUtils.populationVariance(column, mean)));
    }
}
