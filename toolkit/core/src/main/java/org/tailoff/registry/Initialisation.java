package org.tailoff.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /**
     * Draws the weights of one layer.
     *
     * @param initialiser the rule
     * @param layer the layer
     * @param name what the layer is called in messages, such as {@code layer 1}
     * @param random where to draw from; moved on by what the initialiser draws
     * @return the initialiser's answer, copied: fanIn x neurons finite numbers, neuron by neuron
     * @throws InitialisationException if the initialiser throws, or returns null, a wrong number of values, NaN or
     *     infinity
     */
    public static double[] weights(WeightInitialiser initialiser, Layer layer, String name, RandomGenerator random) {
        Request request = new Request(initialiser, layer, name, "weights", layer.weightCount());
        return request.answer(() -> initialiser.weights(layer, random));
    }

    private List<LayerParameters> draw(RandomGenerator random) {
        for (int index = 0; index < network.shapes().size(); index++) {
            Layer layer = layer(index, Optional.empty());
            Request request = new Request(initialiser, layer, name(index), "biases", layer.biasCount());
            biases.add(request.answer(() -> initialiser.biases(layer, random)));
        }
        for (int index = 0; index < network.shapes().size(); index++) {
            sample = sample(index);
            weights.add(weights(initialiser, layer(index, sample), name(index), random));
        }
        return IntStream.range(0, weights.size())
                .mapToObj(i -> new LayerParameters(network.shapes().get(i), weights.get(i), biases.get(i)))
                .toList();
    }

    private static String name(int index) {
        return "layer " + (index + 1);
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

    /** A call into code that is not ours. */
    @FunctionalInterface
    private interface Draw {
        double[] get();
    }

    /** What was asked for: {@code expected} values of a layer. */
    private record Request(WeightInitialiser initialiser, Layer layer, String name, String what, int expected) {
        double[] answer(Draw draw) {
            double[] values;
            try {
                values = draw.get();
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                throw new InitialisationException(message(e.toString()), e);
            }
            if (values == null) {
                throw new InitialisationException(message("null"));
            }
            double[] own = values.clone();
            requireFinite(own);
            return own;
        }

        private void requireFinite(double[] values) {
            if (values.length != expected) {
                throw new InitialisationException(message(values.length + " numbers"));
            }
            IntStream.range(0, values.length)
                    .filter(i -> !Double.isFinite(values[i]))
                    .findFirst()
                    .ifPresent(i -> {
                        throw new InitialisationException(message(values[i] + " at index " + i));
                    });
        }

        private String message(String found) {
            return String.format(
                    Locale.ROOT,
                    "Weight initialiser '%s' (%s), %s (fan-in %d, fan-out %d): expected %d finite %s, found %s",
                    initialiser.id(),
                    PluginOrigin.of(initialiser),
                    name,
                    layer.fanIn(),
                    layer.fanOut(),
                    expected,
                    what,
                    Texts.oneLine(found));
        }
    }
}
