package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledImages;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.Sample;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;

/** What a run tells an initialiser of its layers: a network 9-2-10 of tanh and softmax, 600 training examples. */
class InitialLayersTest {
    private static final LabelledImages TRAINING = RandomRun.examples(600, 3, new SplittableRandom(1));
    private static final LabelledImages OTHERS = RandomRun.examples(5, 3, new SplittableRandom(2));

    /** Weight k of a layer is k / 100, every bias 0.25; remembers what it is asked. */
    private static final class Listener implements WeightInitialiser {
        private final List<Layer> forBiases = new ArrayList<>();
        private final List<Layer> forWeights = new ArrayList<>();

        @Override
        public String id() {
            return "listener";
        }

        @Override
        public String description() {
            return "listens";
        }

        @Override
        public String source() {
            return "this test";
        }

        @Override
        public double[] weights(Layer layer, RandomGenerator random) {
            forWeights.add(layer);
            return hundredths(layer.weightCount());
        }

        @Override
        public double[] biases(Layer layer, RandomGenerator random) {
            forBiases.add(layer);
            return quarters(layer.fanOut());
        }
    }

    private static double[] hundredths(int count) {
        return IntStream.range(0, count).mapToDouble(k -> k / 100.0).toArray();
    }

    private static double[] quarters(int count) {
        return IntStream.range(0, count).mapToDouble(k -> 0.25).toArray();
    }

    private final Listener listener = new Listener();

    @BeforeEach
    void prepareARun() {
        RunSpec spec = new RunSpec(
                new DenseNetwork(
                        List.of(9, 2, 10), Activation.TANH, Activation.SOFTMAX, Cost.CROSS_ENTROPY, "listener"),
                new TrainingSpec(0.5, 10, 1, new Regularisation.None()),
                new DataSpec(600, List.of()),
                new SeedSpec.Streams(1),
                ExecutionSpec.DEFAULT);
        assertThat(new Trainer(spec, new ExampleSets(TRAINING, OTHERS, OTHERS), listener).tensors())
                .hasSize(4);
    }

    private Sample sample(int layer) {
        return listener.forWeights.get(layer).sample().orElseThrow();
    }

    @Test
    void everyLayerKnowsItsSizePlaceAndActivation() {
        assertThat(listener.forWeights)
                .extracting(Layer::shape)
                .containsExactly(new LayerShape(9, 2), new LayerShape(2, 10));
        assertThat(listener.forWeights)
                .extracting(Layer::place)
                .containsExactly(
                        Optional.of(new Layer.Place(0, 2, "tanh")), Optional.of(new Layer.Place(1, 2, "softmax")));
    }

    @Test
    void thereIsNoSampleBeforeThereAreBiases() {
        assertThat(listener.forBiases)
                .hasSize(2)
                .allMatch(layer -> layer.sample().isEmpty());
    }

    @Test
    void theFirstLayerSeesTheFirstTrainingImages() {
        assertThat(sample(0).count()).isEqualTo(500);
        for (int pixel = 0; pixel < 9; pixel++) {
            assertThat(sample(0).inputs()[499][pixel]).isEqualTo(TRAINING.input(499, pixel));
        }
    }

    /** Oracle: z = w . x + b and tanh, written out. */
    @Test
    void theNextLayerSeesTheActivationsOfTheFinalWeights() {
        double[][] inputs = sample(0).inputs();
        for (int example = 0; example < 500; example += 100) {
            for (int neuron = 0; neuron < 2; neuron++) {
                double z = 0.25;
                for (int pixel = 0; pixel < 9; pixel++) {
                    z += (neuron * 9 + pixel) / 100.0 * inputs[example][pixel];
                }
                assertThat(sample(0).weightedInputs(hundredths(18))[example][neuron])
                        .isCloseTo(z, within(1e-14));
                assertThat(sample(1).inputs()[example][neuron]).isCloseTo(Math.tanh(z), within(1e-14));
            }
        }
    }

    /** All weighted inputs of equal weights are equal, so softmax gives a tenth to each of ten outputs. */
    @Test
    void theOutputLayerHasItsOwnActivation() {
        double[] outputs = sample(1).activations(new double[20])[7];

        assertThat(outputs).hasSize(10);
        assertThat(DoubleStream.of(outputs)).allSatisfy(a -> assertThat(a).isCloseTo(0.1, within(1e-15)));
    }

    @Test
    void whatAnInitialiserDoesToASampleStaysItsOwn() {
        double pixel = sample(0).inputs()[0][0];
        sample(0).inputs()[0][0] = 7;

        assertThat(sample(0).inputs()[0][0]).isEqualTo(pixel);
    }
}
