package org.tailoff.plugins.initialisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.initialise.LayerShape;
import org.tailoff.random.NamedStreams;
import org.tailoff.registry.Architecture;
import org.tailoff.registry.Initialisation;
import org.tailoff.registry.InitialisationException;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.registry.LayerParameters;

/** Every initialiser against its formula, worked out again here. Seed 21. */
class CatalogueTest {
    private static final InitialiserRegistry REGISTRY = InitialiserRegistry.ofClassPath();

    @AfterAll
    static void close() {
        REGISTRY.close();
    }

    private static LayerParameters draw(String text, int fanIn, int fanOut) {
        return draw(text, new LayerShape(fanIn, fanOut));
    }

    private static LayerParameters draw(String text, LayerShape shape) {
        return Initialisation.of(
                        REGISTRY.find(text).initialiser(), List.of(shape), new NamedStreams(21).initialisation())
                .get(0);
    }

    /**
     * Mean square of 60,000 draws against the variance of the paper, written out as a number for 200 inputs and 300 neurons:
     * five standard errors sqrt((kurtosis - 1) / n), the kurtosis 3 for normals, less for all others. False alarm: 6e-7.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gaussian                                             | 1
            gaussian:0.5                                         | 0.25
            scaled-gaussian                                      | 0.005
            scaled-gaussian:gain=2                               | 0.02
            uniform                                              | 0.0016666666666666668
            lecun-normal                                         | 0.005
            lecun-uniform                                        | 0.005
            glorot-normal                                        | 0.004
            glorot-uniform                                       | 0.004
            glorot-normal:gain=3                                 | 0.036
            glorot-uniform:gain=3                                | 0.036
            he-normal                                            | 0.01
            he-uniform                                           | 0.01
            he-normal:slope=0.5                                  | 0.008
            he-uniform:slope=0.5,gain=2                          | 0.032
            variance-scaling                                     | 0.005
            variance-scaling:scale=2,shape=normal                | 0.01
            variance-scaling:mode=fan-out,shape=uniform          | 0.0033333333333333335
            variance-scaling:mode=fan-avg,shape=truncated        | 0.004
            """)
    void theVarianceIsThatOfThePaper(String text, double variance) {
        double[] weights = draw(text, 200, 300).weights();
        double standardError = variance * Math.sqrt(2.0 / weights.length);

        assertThat(weights).hasSize(60_000);
        assertThat(squares(weights) / weights.length).isCloseTo(variance, within(5 * standardError));
    }

    private static double squares(double[] values) {
        return DoubleStream.of(values).map(x -> x * x).sum();
    }

    /** The largest of 60,000 draws is within 1 % of the limit, but for a probability of 0.99^60000 = e^-603. */
    @ParameterizedTest
    @CsvSource({
        "uniform, 0.07071067811865475", "lecun-uniform, 0.12247448713915889",
        "glorot-uniform, 0.10954451150103323", "he-uniform, 0.17320508075688773",
        "variance-scaling:shape=uniform, 0.12247448713915889", "variance-scaling, 0.16077447771479308"
    })
    void drawsReachTheLimitAndKeepWithinIt(String text, double limit) {
        double largest = DoubleStream.of(draw(text, 200, 300).weights())
                .map(Math::abs)
                .max()
                .orElseThrow();

        assertThat(largest).isBetween(0.99 * limit, limit * (1 + 1e-12));
    }

    @Nested
    class Convolutions {
        /** Kernels 5 x 5 from 20 to 50 channels: fan-in 500, fan-out 1250, and only 50 neurons. */
        private static final LayerShape LENET = LayerShape.convolution(20, 50, List.of(5, 5));

        /** As above, with the variances of the papers written out for these fans, of 25,000 weights. */
        @ParameterizedTest
        @CsvSource({
            "gaussian:0.5, 0.25",
            "scaled-gaussian, 0.002",
            "uniform, 0.0006666666666666666",
            "lecun-normal, 0.002",
            "lecun-uniform, 0.002",
            "glorot-normal, 0.001142857142857143",
            "glorot-uniform, 0.001142857142857143",
            "he-normal, 0.004",
            "he-uniform, 0.004",
            "variance-scaling:mode=fan-out, 0.0008",
            "variance-scaling:mode=fan-avg, 0.001142857142857143",
            "orthogonal, 0.002"
        })
        void theVarianceIsThatOfThePaper(String text, double variance) {
            double[] weights = draw(text, LENET).weights();

            assertThat(weights).hasSize(25_000);
            assertThat(squares(weights) / weights.length)
                    .isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / weights.length)));
        }

        @Test
        void flattenedKernelsAreOrthonormal() {
            double[] weights = draw("orthogonal", LENET).weights();

            for (int a = 0; a < 50; a++) {
                for (int b = a; b < 50; b++) {
                    assertThat(Orthogonality.inner(weights, a * 500, b * 500, 1, 500))
                            .isCloseTo(a == b ? 1 : 0, within(1e-12));
                }
            }
        }

        @Test
        void everyKernelHasSoManyWeightsThatAreNotZero() {
            double[] weights = draw("sparse:k=7", LENET).weights();

            for (int kernel = 0; kernel < 50; kernel++) {
                assertThat(Arrays.stream(weights, kernel * 500, (kernel + 1) * 500)
                                .filter(w -> w != 0)
                                .count())
                        .isEqualTo(7);
            }
        }

        @Test
        void biasesAreOnePerOutputChannel() {
            LayerShape transposed = LayerShape.transposedConvolution(20, 50, List.of(5, 5));

            assertThat(draw("gaussian", transposed).biases()).hasSize(50);
            assertThat(draw("scaled-gaussian", transposed).biases()).hasSize(50);
            assertThat(draw("zeros", transposed).biases()).containsExactly(new double[50]);
        }

        @Test
        void threeOfTheCatalogueDoNone() {
            assertThat(REGISTRY.initialisers().stream()
                            .filter(each -> each.type().startsWith(Orthonormal.class.getPackageName()))
                            .filter(each -> !each.initialiser().supports(LENET.kind()))
                            .map(each -> each.id()))
                    .containsExactlyInAnyOrder("data-scaled", "identity", "lsuv");
        }
    }

    @Nested
    class Constants {
        @Test
        void zerosAndConstantsAreWhatTheySay() {
            assertThat(draw("zeros", 3, 2).weights()).containsExactly(new double[6]);
            assertThat(draw("constant:-0.25", 3, 2).weights()).hasSize(6).containsOnly(-0.25);
            assertThat(draw("constant", 3, 2).biases()).containsOnly(0);
        }

        @Test
        void theIdentityPassesEveryInputOn() {
            assertThat(draw("identity", 3, 2).weights()).containsExactly(1, 0, 0, 0, 1, 0);
            assertThat(draw("identity:gain=2", 2, 3).weights()).containsExactly(2, 0, 0, 2, 0, 0);
        }
    }

    @Nested
    class Orthogonality {
        /** Householder reflections are backward stable: errors of a few times n 1e-16. */
        @ParameterizedTest
        @CsvSource({"1, 1", "30, 30", "784, 100", "100, 784", "2, 1", "1, 5"})
        void theShorterSideIsOrthonormal(int fanIn, int fanOut) {
            double[] weights = draw("orthogonal:gain=3", fanIn, fanOut).weights();
            int count = Math.min(fanIn, fanOut);
            for (int a = 0; a < count; a++) {
                for (int b = a; b < count; b++) {
                    double inner = fanIn >= fanOut
                            ? inner(weights, a * fanIn, b * fanIn, 1, fanIn)
                            : inner(weights, a, b, fanIn, fanOut);
                    assertThat(inner / 9).isCloseTo(a == b ? 1 : 0, within(1e-12));
                }
            }
        }

        private static double inner(double[] w, int from, int to, int step, int count) {
            return IntStream.range(0, count)
                    .mapToDouble(i -> w[from + i * step] * w[to + i * step])
                    .sum();
        }

        /**
         * A uniform 2 x 2 orthogonal matrix is a rotation or a reflection by a uniform angle, so its trace has the mean 0 and
         * half of the matrices have determinant -1: 400 of them within 5 x 10.
         */
        @Test
        void halfOfThemAreReflections() {
            RandomGenerator random = new NamedStreams(21).initialisation();
            var orthogonal = REGISTRY.find("orthogonal").initialiser();
            long reflections = IntStream.range(0, 400)
                    .mapToObj(draw -> Initialisation.of(orthogonal, List.of(new LayerShape(2, 2)), random)
                            .get(0)
                            .weights())
                    .filter(w -> w[0] * w[3] - w[1] * w[2] < 0)
                    .count();

            assertThat(reflections).isBetween(150L, 250L);
        }

        /** Normals that are all 0 make the worst of matrices; the columns are orthonormal all the same. */
        @Test
        void aDegenerateMatrixEndsToo() {
            double[][] q = Orthonormal.columns(4, 3, new RandomGenerator() {
                @Override
                public long nextLong() {
                    throw new AssertionError("normals alone");
                }

                @Override
                public double nextGaussian() {
                    return 0;
                }
            });
            for (int j = 0; j < 3; j++) {
                assertThat(squares(q[j])).isEqualTo(1);
                assertThat(q[j][j]).isEqualTo(1);
            }
        }
    }

    @Nested
    class Sparseness {
        @ParameterizedTest
        @CsvSource({"sparse, 784, 15", "sparse:k=3, 784, 3", "sparse, 10, 10", "sparse:k=1, 1, 1"})
        void everyNeuronHasSoManyInputs(String text, int fanIn, int connections) {
            double[] weights = draw(text, fanIn, 50).weights();

            for (int neuron = 0; neuron < 50; neuron++) {
                assertThat(Arrays.stream(weights, neuron * fanIn, (neuron + 1) * fanIn)
                                .filter(w -> w != 0)
                                .count())
                        .isEqualTo(connections);
            }
        }

        /** 15 x 2000 normals of variance 4, and inputs hit 15 x 2000 / 100 = 300 times each: 300 +- 5 sqrt(300 x 0.85). */
        @Test
        void theOthersAreNormalAndNoInputIsPreferred() {
            double[] weights = draw("sparse:stddev=2", 100, 2000).weights();

            assertThat(squares(weights) / 30_000).isCloseTo(4, within(5 * 4 * Math.sqrt(2.0 / 30_000)));
            for (int input = 0; input < 100; input++) {
                int first = input;
                long hits = IntStream.range(0, 2000)
                        .filter(neuron -> weights[neuron * 100 + first] != 0)
                        .count();
                assertThat((double) hits).isCloseTo(300, within(5 * Math.sqrt(300 * 0.85)));
            }
        }
    }

    @Nested
    class DataDependent {
        private final RandomGenerator pixels = new NamedStreams(22).stream("pixels");
        private final double[][] images = IntStream.range(0, 60)
                .mapToObj(image -> pixels.doubles(7).toArray())
                .toArray(double[][]::new);

        private List<LayerParameters> network(String text) {
            var tanh = new Architecture.ActivationFunction(
                    "tanh", z -> DoubleStream.of(z).map(Math::tanh).toArray());
            return Initialisation.of(
                    REGISTRY.find(text).initialiser(),
                    new Architecture(
                            List.of(new LayerShape(7, 5), new LayerShape(5, 3)),
                            List.of(tanh, tanh),
                            Optional.of(() -> images)),
                    new NamedStreams(21).initialisation());
        }

        /** Weighted inputs, by the textbook's double sum. */
        private double[][] z(LayerParameters layer, double[][] inputs) {
            int fanIn = layer.shape().fanIn();
            double[][] z = new double[inputs.length][layer.shape().fanOut()];
            for (int image = 0; image < inputs.length; image++) {
                for (int j = 0; j < z[image].length; j++) {
                    for (int i = 0; i < fanIn; i++) {
                        z[image][j] += layer.weights()[j * fanIn + i] * inputs[image][i];
                    }
                }
            }
            return z;
        }

        private double[][] tanh(double[][] z) {
            return Arrays.stream(z)
                    .map(row -> DoubleStream.of(row).map(Math::tanh).toArray())
                    .toArray(double[][]::new);
        }

        @Test
        void lsuvGivesEveryLayerUnitVariance() {
            List<LayerParameters> network = network("lsuv");
            double[][] first = z(network.get(0), images);

            assertThat(variance(first)).isCloseTo(1, within(1e-12));
            assertThat(variance(z(network.get(1), tanh(first)))).isCloseTo(1, within(1e-12));
        }

        private double variance(double[][] z) {
            double[] all = Arrays.stream(z).flatMapToDouble(Arrays::stream).toArray();
            double mean = DoubleStream.of(all).sum() / all.length;
            return squares(all) / all.length - mean * mean;
        }

        @Test
        void dataScaledGivesEveryNeuronTheSizeAskedFor() {
            List<LayerParameters> network = network("data-scaled:size=2");
            double[][] first = z(network.get(0), images);

            assertSizes(first, 2);
            assertSizes(z(network.get(1), tanh(first)), 2);
        }

        private void assertSizes(double[][] z, double size) {
            for (int j = 0; j < z[0].length; j++) {
                int neuron = j;
                double[] values =
                        Arrays.stream(z).mapToDouble(image -> image[neuron]).toArray();
                assertThat(Math.sqrt(squares(values) / values.length)).isCloseTo(size, within(1e-12));
            }
        }

        @Test
        void withoutDataTheySaySo() {
            assertThatThrownBy(() -> draw("lsuv", 3, 2))
                    .isInstanceOf(InitialisationException.class)
                    .hasMessageContaining("Weight initialiser 'lsuv'")
                    .hasMessageContaining("the weights depend on data, and there are none here");
        }

        @Test
        void anInputThatNeverVariesIsNamed() {
            Arrays.stream(images).forEach(row -> Arrays.fill(row, 0));

            assertThatThrownBy(() -> network("data-scaled"))
                    .isInstanceOf(InitialisationException.class)
                    .hasMessageContaining("must vary on the sample, its size is 0.0");
        }
    }
}
