package org.tailoff.registry;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.WeightInitialiser;

/** On the class path of the toolkit's tests, with an entry under META-INF/services. */
public final class ClassPathInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "class-path-example";
    }

    @Override
    public String description() {
        return "every weight is 1";
    }

    @Override
    public String source() {
        return "Tailoff's tests";
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        double[] weights = new double[layer.weightCount()];
        Arrays.fill(weights, 1);
        return weights;
    }
}
