package org.tailoff.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.random.NamedStreams;
import org.tailoff.registry.Architecture;

/**
 * An initialiser under test, with the layers and streams it is tested on. Nothing here is random: every run is the
 * same.
 */
record Subject(WeightInitialiser initialiser) {
    /** Of all streams of the kit. */
    private static final NamedStreams STREAMS = new NamedStreams(784_100);

    /** From a single weight to the book's larger hidden layer; one wider than its input. */
    static final List<LayerShape> SHAPES = List.of(
            new LayerShape(1, 1),
            new LayerShape(3, 7),
            new LayerShape(30, 10),
            new LayerShape(100, 30),
            new LayerShape(784, 100));

    static final LayerShape LARGEST = SHAPES.get(SHAPES.size() - 1);

    private static final int EXAMPLES = 50;

    static RandomGenerator stream(String name) {
        return STREAMS.stream(name);
    }

    /** Dense: the first of two sigmoid layers, with a sample of uniform inputs and biases of 0; else on its own. */
    Layer layer(LayerShape shape) {
        if (!(shape.kind() instanceof LayerKind.Dense)) {
            return new Layer(shape, initialiser.parameters());
        }
        Architecture.ActivationFunction sigmoid = new Architecture.ActivationFunction("sigmoid", Subject::sigmoid);
        Architecture network = new Architecture(
                List.of(shape, new LayerShape(shape.fanOut(), 2)),
                List.of(sigmoid, sigmoid),
                Optional.of(() -> examples(shape.fanIn())));
        return network.firstLayer(initialiser.parameters(), new double[shape.fanOut()]);
    }

    private static double[] sigmoid(double[] z) {
        return DoubleStream.of(z).map(x -> 1 / (1 + StrictMath.exp(-x))).toArray();
    }

    private static double[][] examples(int pixels) {
        RandomGenerator random = stream("images");
        return IntStream.range(0, EXAMPLES)
                .mapToObj(example -> random.doubles(pixels).toArray())
                .toArray(double[][]::new);
    }

    Distribution distribution(LayerShape shape) {
        return initialiser.distribution(layer(shape));
    }

    double[] weights(LayerShape shape, RandomGenerator random) {
        return initialiser.weights(layer(shape), random);
    }

    /** The weights of {@code times} layers, one after the other from one stream. */
    double[] weights(LayerShape shape, String stream, int times) {
        RandomGenerator random = stream(stream);
        Layer layer = layer(shape);
        return IntStream.range(0, times)
                .mapToObj(time -> initialiser.weights(layer, random))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** As in the names of checks. */
    static String text(LayerShape shape) {
        String kind = shape.kind() instanceof LayerKind.Dense
                ? ""
                : " " + shape.kind().text();
        return shape.fanIn() + "x" + shape.neurons() + kind;
    }
}
