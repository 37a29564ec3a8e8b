package org.tailoff.train.initialise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.WeightInitialiser;

/** Weight k of a layer is sin(k + 1) / 2, no two of them alike; remembers what it is asked. */
record Sines(Predicate<LayerKind> supported, List<Layer> asked) implements WeightInitialiser {
    Sines() {
        this(kind -> true, new ArrayList<>());
    }

    /** Weight k of any layer. */
    static double weight(int k) {
        return StrictMath.sin(k + 1.0) / 2;
    }

    static double[] weights(int count) {
        return IntStream.range(0, count).mapToDouble(Sines::weight).toArray();
    }

    @Override
    public String id() {
        return "sines";
    }

    @Override
    public String description() {
        return "sines of whole numbers";
    }

    @Override
    public String source() {
        return "this test";
    }

    @Override
    public boolean supports(LayerKind kind) {
        return supported.test(kind);
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        asked.add(layer);
        return weights(layer.weightCount());
    }

    @Override
    public double[] biases(Layer layer, RandomGenerator random) {
        throw new AssertionError("nobody asks for the biases of a network that has some");
    }
}
