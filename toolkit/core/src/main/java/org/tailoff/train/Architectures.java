package org.tailoff.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;
import org.tailoff.data.LabelledExamples;
import org.tailoff.initialise.LayerShape;
import org.tailoff.registry.Architecture;
import org.tailoff.spec.Activation;
import org.tailoff.spec.DenseNetwork;

/** What initialisers see of a network and its data. */
final class Architectures {
    /**
     * Enough that the variance of a neuron's weighted input is known to sqrt(2 / 500), 6 %, and cheap to pass through.
     */
    private static final int SAMPLE = 500;

    private Architectures() {}

    /**
     * The network of a spec, with the first training examples, 500 at most, as the sample.
     *
     * @param spec the network
     * @param shapes its layers
     * @param training its training examples
     */
    static Architecture of(DenseNetwork spec, List<LayerShape> shapes, LabelledExamples training) {
        List<Architecture.ActivationFunction> activations = IntStream.rangeClosed(1, shapes.size())
                .mapToObj(layer -> activation(layer == shapes.size() ? spec.output() : spec.hidden()))
                .toList();
        return new Architecture(shapes, activations, Optional.of(() -> examples(training)));
    }

    private static Architecture.ActivationFunction activation(Activation activation) {
        var function = org.nd4j.linalg.activations.Activation.valueOf(activation.name())
                .getActivationFunction();
        return new Architecture.ActivationFunction(
                activation.name().toLowerCase(Locale.ROOT),
                z -> function.getActivation(Nd4j.createFromArray(new double[][] {z}), false)
                        .toDoubleVector());
    }

    private static double[][] examples(LabelledExamples training) {
        double[][] examples = new double[Math.min(SAMPLE, training.count())][training.inputs()];
        for (int example = 0; example < examples.length; example++) {
            training.copyInputs(example, examples[example], 0);
        }
        return examples;
    }
}
