package org.tailoff.plugins.initialisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.random.NamedStreams;
import org.tailoff.registry.Initialisation;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.registry.LayerParameters;
import org.tailoff.registry.RegisteredInitialiser;

class ShippedInitialisersTest {
    @Nested
    class Installation {
        @Test
        void theRegistryFindsTheCatalogueAndNothingWrong() {
            try (InitialiserRegistry registry = InitialiserRegistry.ofClassPath()) {
                assertThat(registry.initialisers())
                        .extracting(RegisteredInitialiser::id)
                        .contains(
                                "constant",
                                "data-scaled",
                                "gaussian",
                                "glorot-normal",
                                "glorot-uniform",
                                "he-normal",
                                "he-uniform",
                                "identity",
                                "lecun-normal",
                                "lecun-uniform",
                                "lsuv",
                                "orthogonal",
                                "scaled-gaussian",
                                "sparse",
                                "uniform",
                                "variance-scaling",
                                "zeros");
                assertThat(registry.problems()).isEmpty();
            }
        }

        @Test
        void theDescriptionsNameTheFormulae() {
            assertThat(new GaussianInitialiser().description()).contains("weights N(0, stddev^2)", "biases N(0, 1)");
            assertThat(new ScaledGaussianInitialiser().description()).contains("N(0, 1/fan-in)", "biases N(0, 1)");
        }
    }

    /**
     * Mean and variance of 40,000 weights (fan-in 100) against the formula: the mean of n normals has the standard error
     * s / sqrt(n), their variance s^2 sqrt(2 / n); five of each. Seed 7. False alarm: below 2.3e-6 for a test.
     */
    @Nested
    class Distribution {
        private static final LayerShape LAYER = new LayerShape(100, 400);

        @Test
        void gaussianWeightsHaveVarianceOne() {
            assertNormal(draw(new GaussianInitialiser(), LAYER).weights(), 1);
        }

        @Test
        void scaledGaussianWeightsHaveVarianceOneOverFanIn() {
            assertNormal(draw(new ScaledGaussianInitialiser(), LAYER).weights(), 1.0 / 100);
        }

        @Test
        void biasesHaveVarianceOneInBoth() {
            LayerShape wide = new LayerShape(100, 40_000);

            assertNormal(draw(new GaussianInitialiser(), wide).biases(), 1);
            assertNormal(draw(new ScaledGaussianInitialiser(), wide).biases(), 1);
        }

        private LayerParameters draw(WeightInitialiser initialiser, LayerShape layer) {
            return Initialisation.of(initialiser, List.of(layer), new NamedStreams(7).initialisation())
                    .get(0);
        }

        private void assertNormal(double[] values, double variance) {
            int n = values.length;
            double mean = DoubleStream.of(values).sum() / n;
            double squares = DoubleStream.of(values).map(x -> x * x).sum() / n;

            assertThat(n).isEqualTo(40_000);
            assertThat(mean).isCloseTo(0, within(5 * Math.sqrt(variance / n)));
            assertThat(squares).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / n)));
        }
    }

    @Nested
    class Formula {
        @ParameterizedTest
        @CsvSource({"1, 1", "784, 30", "30, 10"})
        void theScaledWeightsAreTheGaussianOnesOverTheRootOfTheFanIn(int fanIn, int fanOut) {
            double[] plain = draw(new GaussianInitialiser(), fanIn, fanOut).weights();
            double[] scaled =
                    draw(new ScaledGaussianInitialiser(), fanIn, fanOut).weights();

            assertThat(scaled).hasSize(fanIn * fanOut);
            for (int i = 0; i < scaled.length; i++) {
                assertThat(scaled[i]).isEqualTo(plain[i] / Math.sqrt(fanIn));
            }
        }

        private LayerParameters draw(WeightInitialiser initialiser, int fanIn, int fanOut) {
            List<LayerShape> layers = List.of(new LayerShape(fanIn, fanOut));
            return Initialisation.of(initialiser, layers, new NamedStreams(9).initialisation())
                    .get(0);
        }
    }
}
