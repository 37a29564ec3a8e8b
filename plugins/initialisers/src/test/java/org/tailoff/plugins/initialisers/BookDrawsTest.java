package org.tailoff.plugins.initialisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailoff.initialise.LayerShape;
import org.tailoff.random.BookStreams;
import org.tailoff.registry.Initialisation;
import org.tailoff.registry.LayerParameters;

/** Both initialisers against every value that an independent program drew (rng_and_init_reference.json). */
class BookDrawsTest {
    private static final JsonNode REFERENCE = reference();

    private static JsonNode reference() {
        try (InputStream in =
                BookDrawsTest.class.getResourceAsStream("/org/tailoff/random/rng_and_init_reference.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The book makes every network with the scaled weights, and only then, on request, draws the large ones. */
    @ParameterizedTest
    @ValueSource(ints = {30, 100})
    void scaledGaussianIsTheFirstBlockAndGaussianTheSecond(int hidden) {
        List<LayerShape> layers = List.of(new LayerShape(784, hidden), new LayerShape(hidden, 10));
        RandomGenerator random = new BookStreams(REFERENCE.get("seed").longValue()).initialisation();
        List<LayerParameters> first = Initialisation.of(new ScaledGaussianInitialiser(), layers, random);
        List<LayerParameters> second = Initialisation.of(new GaussianInitialiser(), layers, random);

        String sizes = "784-" + hidden + "-10";
        assertDrawn(first, REFERENCE.get(sizes + " default (1st draw)"));
        assertDrawn(
                second, REFERENCE.get(sizes + " large (2nd draw, used by overfitting/regularized/weight_init large)"));
    }

    private static void assertDrawn(List<LayerParameters> network, JsonNode expected) {
        for (int layer = 0; layer < 2; layer++) {
            double[] weights = network.get(layer).weights();
            double[] biases = network.get(layer).biases();
            String number = Integer.toString(layer + 1);

            assertThat(Arrays.copyOf(biases, 5)).isEqualTo(doubles(expected.get("b" + number + "_first5")));
            assertThat(Arrays.copyOf(weights, 5)).isEqualTo(doubles(expected.get("w" + number + "_row0_first5")));
            assertThat(weights[weights.length - 1])
                    .isEqualTo(expected.get("w" + number + "_last").doubleValue());
            assertSumOfSquares(weights, expected.get("sumsq").get(layer));
            assertSumOfSquares(biases, expected.get("b_sumsq").get(layer));
        }
    }

    /** Summed in another order than the reference: 1e-13 relative for up to 78,400 positive terms. */
    private static void assertSumOfSquares(double[] values, JsonNode expected) {
        double sum = DoubleStream.of(values).map(x -> x * x).sum();
        assertThat(sum).isCloseTo(expected.doubleValue(), within(1e-13 * expected.doubleValue()));
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
