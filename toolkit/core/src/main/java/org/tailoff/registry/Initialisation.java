package org.tailoff.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.Sample;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.text.Texts;

/**
 * Draws a whole network from an initialiser, in the book's order, and checks what came back.
 *
 * <p>The order matters because all draws come from one generator: the biases of all layers first, from the first hidden
 * layer to the output layer, and then the weights of all layers (book, network2.py,
 * {@code default_weight_initializer}).
 */
public final class Initialisation {
    private final WeightInitialiser initialiser;
    private final Architecture network;
    private final List<double[]> biases = new ArrayList<>();
    private final List<double[]> weights = new ArrayList<>();
    private Optional<LayerSample> sample = Optional.empty();

    private Initialisation(WeightInitialiser initialiser, Architecture network) {
        this.initialiser = initialiser;
        this.network = network;
    }

    /**
     * Draws a network of which nothing but the sizes is known.
     *
     * @param initialiser the rule
     * @param layers the layers' sizes, from the first hidden layer to the output layer
     * @param random where to draw from; moved on by what the initialiser draws
     * @return one element per layer
     * @throws InitialisationException if the initialiser throws, or returns null, a wrong number of values, NaN or
     *     infinity
     */
    public static List<LayerParameters> of(
            WeightInitialiser initialiser, List<LayerShape> layers, RandomGenerator random) {
        return of(initialiser, Architecture.of(layers), random);
    }

    /**
     * Draws a network.
     *
     * @param initialiser the rule
     * @param network what is known of the network
     * @param random where to draw from; moved on by what the initialiser draws
     * @return one element per layer
     * @throws InitialisationException if the initialiser throws, or returns null, a wrong number of values, NaN or
     *     infinity
     */
    public static List<LayerParameters> of(
            WeightInitialiser initialiser, Architecture network, RandomGenerator random) {
        return new Initialisation(initialiser, network).draw(random);
    }

    private List<LayerParameters> draw(RandomGenerator random) {
        for (int index = 0; index < network.shapes().size(); index++) {
            Layer layer = layer(index, Optional.empty());
            Request request = new Request(index, "biases", layer.fanOut());
            biases.add(checked(request, () -> initialiser.biases(layer, random)));
        }
        for (int index = 0; index < network.shapes().size(); index++) {
            sample = sample(index);
            Layer layer = layer(index, sample);
            Request request = new Request(index, "weights", layer.weightCount());
            weights.add(checked(request, () -> initialiser.weights(layer, random)));
        }
        return IntStream.range(0, weights.size())
                .mapToObj(i -> new LayerParameters(network.shapes().get(i), weights.get(i), biases.get(i)))
                .toList();
    }

    private Layer layer(int index, Optional<LayerSample> known) {
        return new Layer(
                network.shapes().get(index),
                initialiser.parameters(),
                network.place(index),
                known.map(Sample.class::cast));
    }

    private Optional<LayerSample> sample(int index) {
        if (index > 0) {
            return sample.map(last -> last.next(
                    weights.get(index - 1),
                    biases.get(index),
                    network.activations().get(index)));
        }
        return network.firstSample(biases.get(0));
    }

    /** What was asked for: {@code expected} values of the layer at {@code index}. */
    private record Request(int index, String what, int expected) {}

    /** A call into code that is not ours. */
    @FunctionalInterface
    private interface Draw {
        double[] get();
    }

    private double[] checked(Request request, Draw draw) {
        double[] values;
        try {
            values = draw.get();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw new InitialisationException(message(request, e.toString()), e);
        }
        if (values == null) {
            throw new InitialisationException(message(request, "null"));
        }
        double[] own = values.clone();
        requireFinite(request, own);
        return own;
    }

    private void requireFinite(Request request, double[] values) {
        if (values.length != request.expected()) {
            throw new InitialisationException(message(request, values.length + " numbers"));
        }
        IntStream.range(0, values.length)
                .filter(i -> !Double.isFinite(values[i]))
                .findFirst()
                .ifPresent(i -> {
                    throw new InitialisationException(message(request, values[i] + " at index " + i));
                });
    }

    private String message(Request request, String found) {
        LayerShape shape = network.shapes().get(request.index());
        return "Weight initialiser '%s' (%s), layer %d (fan-in %d, fan-out %d): expected %d finite %s, found %s"
                .formatted(
                        initialiser.id(),
                        PluginOrigin.of(initialiser),
                        request.index() + 1,
                        shape.fanIn(),
                        shape.fanOut(),
                        request.expected(),
                        request.what(),
                        Texts.oneLine(found));
    }
}
