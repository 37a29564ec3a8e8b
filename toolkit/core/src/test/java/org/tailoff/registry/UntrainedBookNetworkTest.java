package org.tailoff.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledExamples;
import org.tailoff.data.Mnist;
import org.tailoff.initialise.LayerShape;
import org.tailoff.random.BookReference;
import org.tailoff.random.BookStreams;

/**
 * Data, streams, and order of drawing together: the book's network before training, evaluated with plain loops, costs
 * and hits what an independent program found. Costs are sums of up to 500,000 terms in another order: 1e-11 relative.
 */
class UntrainedBookNetworkTest {
    private static final JsonNode REFERENCE = BookReference.get("784-30-10 large before training");
    private static final ExampleSets DATA = Mnist.embedded();

    /** 784-30-10, the second block of draws of the stream, as {@code large_weight_initializer()} has it. */
    private final List<LayerParameters> network = secondBlock();

    private static List<LayerParameters> secondBlock() {
        List<LayerShape> layers = List.of(new LayerShape(784, 30), new LayerShape(30, 10));
        RandomGenerator random = new BookStreams(BookReference.SEED).initialisation();
        Initialisation.of(new BookInitialiser(true), layers, random);
        return Initialisation.of(new BookInitialiser(false), layers, random);
    }

    @Test
    void testImages() {
        assertEvaluates(DATA.test(), "test");
    }

    @Test
    void validationImages() {
        assertThat(evaluate(DATA.validation()).hits())
                .isEqualTo(REFERENCE.get("val_acc").intValue());
    }

    @Test
    void theFirstThousandTrainingImages() {
        Evaluation evaluation = assertEvaluates(DATA.training().first(1000), "train1000");

        assertCost(evaluation.cost() + 0.5 * 0.1 / 1000 * squaredWeights(), "train1000_cost_lam0.1");
    }

    @Test
    void allTrainingImages() {
        Evaluation evaluation = evaluate(DATA.training());

        assertCost(evaluation.cost(), "train50000_cost_lam0");
        assertCost(evaluation.cost() + 0.5 * 5.0 / 50000 * squaredWeights(), "train50000_cost_lam5");
    }

    /** {@code hits}: images whose largest output is their label; {@code cost}: mean over images, sum over outputs. */
    private record Evaluation(int hits, double cost) {}

    private Evaluation assertEvaluates(LabelledExamples images, String name) {
        Evaluation evaluation = evaluate(images);
        assertThat(evaluation.hits()).isEqualTo(REFERENCE.get(name + "_acc").intValue());
        assertCost(evaluation.cost(), name + "_cost_lam0");
        return evaluation;
    }

    private static void assertCost(double cost, String name) {
        double expected = REFERENCE.get(name).doubleValue();
        assertThat(cost).isCloseTo(expected, within(1e-11 * expected));
    }

    private double squaredWeights() {
        return network.stream()
                .flatMapToDouble(layer -> DoubleStream.of(layer.weights()))
                .map(w -> w * w)
                .sum();
    }

    private Evaluation evaluate(LabelledExamples images) {
        Dense hidden = Dense.of(network.get(0));
        Dense output = Dense.of(network.get(1));
        double[] pixels = new double[images.inputs()];
        int hits = 0;
        double cost = 0;
        for (int image = 0; image < images.count(); image++) {
            images.copyInputs(image, pixels, 0);
            double[] z = output.weightedInputs(sigmoid(hidden.weightedInputs(pixels)));
            hits += argMax(z) == images.label(image) ? 1 : 0;
            cost += crossEntropy(z, images.label(image));
        }
        return new Evaluation(hits, cost / images.count());
    }

    /** One layer; arrays as in {@link LayerParameters}. */
    private static final class Dense {
        private final double[] weights;
        private final double[] biases;

        private Dense(double[] weights, double[] biases) {
            this.weights = weights;
            this.biases = biases;
        }

        static Dense of(LayerParameters layer) {
            return new Dense(layer.weights(), layer.biases());
        }

        double[] weightedInputs(double[] inputs) {
            double[] z = biases.clone();
            for (int j = 0; j < z.length; j++) {
                for (int i = 0; i < inputs.length; i++) {
                    z[j] += weights[j * inputs.length + i] * inputs[i];
                }
            }
            return z;
        }
    }

    private static double[] sigmoid(double[] z) {
        return DoubleStream.of(z).map(x -> 1 / (1 + Math.exp(-x))).toArray();
    }

    private static int argMax(double[] z) {
        int best = 0;
        for (int j = 1; j < z.length; j++) {
            best = z[j] > z[best] ? j : best;
        }
        return best;
    }

    /** -ln a for the right output and -ln(1 - a) for the others, a = sigmoid(z), without rounding a to 0 or 1. */
    private static double crossEntropy(double[] z, int label) {
        double cost = 0;
        for (int j = 0; j < z.length; j++) {
            double x = j == label ? -z[j] : z[j];
            cost += Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        }
        return cost;
    }
}
