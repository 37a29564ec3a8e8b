package org.tailoff.initialise;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws a whole network from an initialiser, in the book's order, and checks what came back.
 *
 * <p>The order matters because all draws come from one generator: the biases of all layers first, from the first hidden
 * layer to the output layer, and then the weights of all layers (book, network2.py, {@code default_weight_initializer}).
 */
public final class Initialisation {
    private final WeightInitialiser initialiser;
    private final List<LayerShape> layers;

    private Initialisation(WeightInitialiser initialiser, List<LayerShape> layers) {
        this.initialiser = initialiser;
        this.layers = List.copyOf(layers);
    }

    /**
     * Draws the network.
     *
     * @param initialiser the rule
     * @param layers the layers' sizes, from the first hidden layer to the output layer
     * @param random where to draw from; moved on by what the initialiser draws
     * @return one element per layer
     * @throws InitialisationException if the initialiser throws, or returns null, a wrong number of values, NaN or infinity
     */
    public static List<LayerParameters> of(
            WeightInitialiser initialiser, List<LayerShape> layers, RandomGenerator random) {
        return new Initialisation(initialiser, layers).draw(random);
    }

    private List<LayerParameters> draw(RandomGenerator random) {
        List<double[]> biases = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            LayerShape shape = layers.get(layer);
            Request request = new Request(layer, "biases", shape.fanOut());
            biases.add(checked(request, () -> initialiser.biases(shape, random)));
        }
        List<LayerParameters> network = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            LayerShape shape = layers.get(layer);
            Request request = new Request(layer, "weights", shape.weightCount());
            double[] weights = checked(request, () -> initialiser.weights(shape, random));
            network.add(new LayerParameters(shape, weights, biases.get(layer)));
        }
        return List.copyOf(network);
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
        } catch (RuntimeException | LinkageError e) {
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
        LayerShape shape = layers.get(request.index());
        return "Weight initialiser '%s' (%s), layer %d (fan-in %d, fan-out %d): expected %d finite %s, found %s"
                .formatted(
                        initialiser.id(),
                        Origin.of(initialiser.getClass()),
                        request.index() + 1,
                        shape.fanIn(),
                        shape.fanOut(),
                        request.expected(),
                        request.what(),
                        Origin.oneLine(found));
    }
}
