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
        double mean = DoubleStream.of(x).average().orElseThrow();
        return positive(
                Math.sqrt(DoubleStream.of(x).map(v -> (v - mean) * (v - mean)).sum() / x.length));
    }

    /** Root of the mean square. */
    static double rms(DoubleStream values) {
        return positive(Math.sqrt(values.map(v -> v * v).average().orElseThrow()));
    }

    private static double positive(double size) {
        if (!(size > 0)) {
            throw new IllegalStateException("a weighted input must vary on the sample, its size is " + size);
        }
        return size;
    }
}
