package org.tailoff.train;

import java.util.Locale;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledExamples;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.RunSpec;

/**
 * The sets of examples of one run.
 *
 * @param data all examples
 * @param spec the run
 */
record RunSets(ExampleSets data, RunSpec spec) {
    private static final int FEW = 100;

    /**
     * Makes images smaller where the spec says so, and checks that the run can be made with these examples.
     *
     * @throws IllegalArgumentException if the examples have no classes, if the network has another number of inputs or
     *     outputs than they, if there are fewer training examples than the run uses, if a set that it evaluates is
     *     empty, or if the examples cannot be pooled
     */
    RunSets {
        requireEnough(data, spec);
        data = spec.data().pooling() == null
                ? data
                : data.pooled(
                        spec.data().pooling().size(),
                        spec.data().pooling().rescale(),
                        spec.data().trainingImages());
        if (spec.network() instanceof DenseNetwork dense) {
            requireClasses(data.training());
            requireLayers(data.training(), dense);
        }
        for (DataSet set : spec.data().evaluate()) {
            if (of(set, data, spec).count() == 0) {
                throw new IllegalArgumentException(
                        "data.evaluate must name sets that have examples, " + set.label() + " has none");
            }
        }
    }

    private static void requireEnough(ExampleSets data, RunSpec spec) {
        if (spec.data().trainingImages() > data.training().count()) {
            throw new IllegalArgumentException("data.training-images must be at most "
                    + data.training().count() + ", the size of the training set, was "
                    + spec.data().trainingImages());
        }
    }

    private static void requireClasses(LabelledExamples training) {
        if (!training.classifies()) {
            throw new IllegalArgumentException("data.source.targets needs network.dl4j, a stack of dense layers needs"
                    + " data.source.label; the data are " + training.form());
        }
    }

    private static void requireLayers(LabelledExamples training, DenseNetwork network) {
        int inputs = training.inputs();
        int outputs = training.outputs();
        if (network.inputs() != inputs || network.outputs() != outputs) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "network.layers must begin with %d and end with %d for %s, was %s",
                    inputs,
                    outputs,
                    training.form(),
                    network.layers()));
        }
    }

    LabelledExamples of(DataSet set) {
        return of(set, data, spec);
    }

    private static LabelledExamples of(DataSet set, ExampleSets data, RunSpec spec) {
        return switch (set) {
            case TRAINING -> data.training().first(spec.data().trainingImages());
            case VALIDATION -> data.validation();
            case VALIDATION_100 ->
                data.validation().first(Math.min(FEW, data.validation().count()));
            case TEST -> data.test();
        };
    }
}
