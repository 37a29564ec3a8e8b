package org.tailoff.registry;

import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.WeightInitialiser;

/**
 * The book's two initialisers, written again for the tests: biases N(0, 1); weights N(0, 1), or N(0, 1/fanIn) if
 * scaled.
 *
 * @param scaled whether weights are divided by the square root of the fan-in
 */
record BookInitialiser(boolean scaled) implements WeightInitialiser {
    @Override
    public String id() {
        return scaled ? "book-default" : "book-large";
    }

    @Override
    public String description() {
        return "the book's";
    }

    @Override
    public String source() {
        return "Neural Networks and Deep Learning, chapter 3";
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        double divisor = scaled ? Math.sqrt(layer.fanIn()) : 1;
        return normals(layer.weightCount(), random).map(z -> z / divisor).toArray();
    }

    @Override
    public double[] biases(Layer layer, RandomGenerator random) {
        return normals(layer.fanOut(), random).toArray();
    }

    private static DoubleStream normals(int count, RandomGenerator random) {
        return DoubleStream.generate(random::nextGaussian).limit(count);
    }
}
