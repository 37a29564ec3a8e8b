package org.tailoff.plugins.initialisers;

import java.util.stream.DoubleStream;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.Sample;

/** What the initialisers that look at data have in common. */
final class Data {
    private Data() {}

    static Sample sample(Layer layer) {
        return layer.sample()
                .orElseThrow(() -> new IllegalStateException("the weights depend on data, and there are none here"));
    }

    /** Standard deviation, divided by the count. */
    static double stddev(DoubleStream values) {
        double[] x = values.toArray();
        double mean = mean(x);
        return positive(Math.sqrt(
                mean(DoubleStream.of(x).map(v -> (v - mean) * (v - mean)).toArray())));
    }

    /** Root of the mean square. */
    static double rms(DoubleStream values) {
        return positive(Math.sqrt(mean(values.map(v -> v * v).toArray())));
    }

    /** Summed from the first to the last: how a stream sums is the JDK's own affair, and may change. */
    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double positive(double size) {
        if (!(size > 0)) {
            throw new IllegalStateException("a weighted input must vary on the sample, its size is " + size);
        }
        return size;
    }
}
