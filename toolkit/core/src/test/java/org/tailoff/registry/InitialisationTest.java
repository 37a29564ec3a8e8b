package org.tailoff.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.random.NamedStreams;

class InitialisationTest {
    private static final List<LayerShape> LAYERS = List.of(new LayerShape(3, 2), new LayerShape(2, 1));

    /** Returns what it was made with. */
    private record Stub(Supplier<double[]> weightsOf, Supplier<double[]> biasesOf) implements WeightInitialiser {
        @Override
        public String id() {
            return "stub";
        }

        @Override
        public String description() {
            return "whatever the test wants";
        }

        @Override
        public String source() {
            return "this test";
        }

        @Override
        public double[] weights(Layer layer, RandomGenerator random) {
            return weightsOf.get();
        }

        @Override
        public double[] biases(Layer layer, RandomGenerator random) {
            return biasesOf.get();
        }
    }

    @Nested
    class Drawing {
        /** Counts 0, 1, 2, ... whatever is drawn. */
        private double next;

        @Test
        void biasesOfAllLayersAreDrawnBeforeTheWeights() {
            RandomGenerator counting = new RandomGenerator() {
                @Override
                public long nextLong() {
                    throw new AssertionError("the reference draws doubles alone");
                }

                @Override
                public double nextGaussian() {
                    return next++;
                }
            };
            List<LayerParameters> network = Initialisation.of(new BookInitialiser(false), LAYERS, counting);

            assertThat(network.get(0).biases()).containsExactly(0, 1);
            assertThat(network.get(1).biases()).containsExactly(2);
            assertThat(network.get(0).weights()).containsExactly(3, 4, 5, 6, 7, 8);
            assertThat(network.get(1).weights()).containsExactly(9, 10);
            assertThat(network).extracting(LayerParameters::shape).isEqualTo(LAYERS);
        }

        @Test
        void biasesAreZeroUnlessTheInitialiserSaysOtherwise() {
            List<LayerParameters> network =
                    Initialisation.of(new ClassPathInitialiser(), LAYERS, new NamedStreams(1).initialisation());

            assertThat(network.get(0).biases()).containsExactly(0, 0);
        }

        @Test
        void noLayersGiveNoParameters() {
            assertThat(Initialisation.of(new ClassPathInitialiser(), List.of(), new NamedStreams(1).initialisation()))
                    .isEmpty();
        }

        @Test
        void nobodyCanChangeTheParametersAfterwards() {
            double[] kept = {1, 1, 1, 1, 1, 1};
            LayerParameters layer = draw(() -> kept, () -> new double[2]).get(0);
            kept[0] = 7;
            layer.weights()[1] = 7;
            layer.biases()[1] = 7;

            assertThat(layer.weights()).containsOnly(1);
            assertThat(layer.biases()).containsOnly(0);
        }
    }

    @Nested
    class WrongAnswers {
        private static final String STUB =
                "Weight initialiser 'stub' (org.tailoff.registry.InitialisationTest$Stub in test-classes), "
                        + "layer 1 (fan-in 3, fan-out 2): ";

        @Test
        void nullIsRefused() {
            assertRefused(() -> null, "expected 6 finite weights, found null");
        }

        @Test
        void aWrongNumberIsRefused() {
            assertRefused(() -> new double[5], "expected 6 finite weights, found 5 numbers");
        }

        @Test
        void notANumberIsRefused() {
            assertRefused(
                    () -> new double[] {0, 1, 2, Double.NaN, 4, 5}, "expected 6 finite weights, found NaN at index 3");
        }

        @Test
        void infinityIsRefused() {
            assertRefused(
                    () -> new double[] {0, 1, 2, 3, 4, Double.NEGATIVE_INFINITY},
                    "expected 6 finite weights, found -Infinity at index 5");
        }

        @Test
        void anExceptionIsRefusedOnOneLine() {
            assertRefused(
                    () -> {
                        throw new IllegalStateException("two\n  lines");
                    },
                    "expected 6 finite weights, found java.lang.IllegalStateException: two lines");
        }

        @Test
        void aClassThatIsMissingIsRefused() {
            assertRefused(
                    () -> {
                        throw new NoClassDefFoundError("org/nd4j/Nd4j");
                    },
                    "expected 6 finite weights, found java.lang.NoClassDefFoundError: org/nd4j/Nd4j");
        }

        @Test
        void wrongBiasesAreRefusedToo() {
            assertThatThrownBy(() -> draw(() -> new double[6], () -> new double[3]))
                    .isInstanceOf(InitialisationException.class)
                    .hasMessage(STUB + "expected 2 finite biases, found 3 numbers");
        }

        private void assertRefused(Supplier<double[]> weights, String message) {
            assertThatThrownBy(() -> draw(weights, () -> new double[2]))
                    .isInstanceOf(InitialisationException.class)
                    .hasMessage(STUB + message);
        }
    }

    private static List<LayerParameters> draw(Supplier<double[]> weights, Supplier<double[]> biases) {
        RandomGenerator random = new NamedStreams(1).initialisation();
        return Initialisation.of(new Stub(weights, biases), LAYERS.subList(0, 1), random);
    }
}
