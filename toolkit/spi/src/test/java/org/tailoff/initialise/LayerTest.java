package org.tailoff.initialise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an initialiser is told, and what it declares. */
class LayerTest {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final LayerShape SHAPE = new LayerShape(784, 30);
    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Real("size", 1.5, 0, NONE, "how large"),
            new Parameter.Whole("count", 2, 1, 9, "how many"),
            new Parameter.Choice("mode", "ab", List.of("ab", "abc"), "which"));

    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Nested
    class ALayer {
        private final Layer layer = new Layer(SHAPE, PARAMETERS);

        @Test
        void tellsItsSize() {
            assertThat(layer.fanIn()).isEqualTo(784);
            assertThat(layer.fanOut()).isEqualTo(30);
            assertThat(layer.neurons()).isEqualTo(30);
            assertThat(layer.weightCount()).isEqualTo(23_520);
            assertThat(layer.biasCount()).isEqualTo(30);
            assertThat(layer.kind()).isEqualTo(new LayerKind.Dense());
        }

        @Test
        void tellsTheValuesChosen() {
            assertThat(layer.real("size")).isEqualTo(1.5);
            assertThat(layer.whole("count")).isEqualTo(2);
            assertThat(layer.choice("mode")).isEqualTo("ab");
        }

        @Test
        void knowsNeitherPlaceNorSampleUnlessTold() {
            assertThat(layer.place()).isEmpty();
            assertThat(layer.sample()).isEmpty();
        }

        @Test
        void refusesAParameterOfAnotherKindOrName() {
            refuses("no parameter Real count is declared; declared: size, count, mode", () -> layer.real("count"));
            refuses("no parameter Whole x is declared; declared: size, count, mode", () -> layer.whole("x"));
            refuses("no parameter Choice x is declared; declared: ", () -> new Layer(SHAPE, List.of()).choice("x"));
        }

        @Test
        void keepsItsParametersAsTheyWere() {
            List<Parameter> list = new ArrayList<>(PARAMETERS);
            Layer copied = new Layer(SHAPE, list);
            list.clear();
            assertThat(copied.parameters()).isEqualTo(PARAMETERS);
        }

        @Test
        void standsInItsNetwork() {
            assertThat(new Layer.Place(2, 3, "sigmoid").index()).isEqualTo(2);
            refuses("index must be in 0..2 in a network of 3 layers, was 3", () -> new Layer.Place(3, 3, "sigmoid"));
            refuses("index must be in 0..2 in a network of 3 layers, was -1", () -> new Layer.Place(-1, 3, "sigmoid"));
        }
    }

    @Nested
    class AShape {
        @Test
        void isOneOrMoreEitherWay() {
            refuses("fanIn must be at least 1: 0", () -> new LayerShape(0, 1));
            refuses("fanOut must be at least 1: -1", () -> new LayerShape(1, -1));
        }

        @Test
        void hasNoMoreWeightsThanAnArrayHolds() {
            refuses("fanIn x neurons must be at most 2147483639: 2147483648", () -> new LayerShape(1 << 16, 1 << 15));
        }
    }

    @Nested
    class AKind {
        @Test
        void saysWhatItIs() {
            assertThat(new LayerKind.Dense().text()).isEqualTo("dense");
            assertThat(new LayerKind.Convolution(List.of(3, 5)).text()).isEqualTo("convolution 3x5");
            assertThat(new LayerKind.Convolution(List.of(3, 5, 2)).receptiveField())
                    .isEqualTo(30);
            assertThat(new LayerKind.Recurrent(4, true).text()).isEqualTo("recurrent, from its own outputs");
            assertThat(new LayerKind.Recurrent(4, false).text()).isEqualTo("recurrent, from its inputs");
            assertThat(new LayerKind.Embedding().text()).isEqualTo("embedding");
        }

        @Test
        void mustBePossible() {
            refuses(
                    "kernel must be at least one size, each at least 1: []",
                    () -> new LayerKind.Convolution(List.of()));
            refuses(
                    "kernel must be at least one size, each at least 1: [3, 0]",
                    () -> LayerShape.convolution(1, 1, List.of(3, 0)));
            refuses("gates must be at least 1: 0", () -> new LayerKind.Recurrent(0, true));
        }

        /** Counted by hand: every weight belongs to one neuron, and a kernel covers 3 x 5 = 15 positions. */
        @Test
        void decidesHowWeightsAreCounted() {
            List<Integer> kernel = List.of(3, 5);

            assertShape(LayerShape.convolution(2, 7, kernel), 30, 105, 7, 7);
            assertShape(LayerShape.transposedConvolution(2, 7, kernel), 105, 30, 2, 7);
            assertShape(LayerShape.depthwiseConvolution(2, 4, kernel), 15, 120, 8, 8);
            assertShape(LayerShape.matrix(new LayerKind.Recurrent(4, true), 6, 24), 6, 24, 24, 24);
        }

        private static void assertShape(LayerShape shape, int fanIn, int fanOut, int neurons, int biases) {
            assertThat(List.of(shape.fanIn(), shape.fanOut(), shape.neurons(), shape.biasCount()))
                    .containsExactly(fanIn, fanOut, neurons, biases);
            assertThat(shape.weightCount()).isEqualTo(fanIn * neurons);
        }
    }

    @Nested
    class AParameter {
        @Test
        void readsWhatItWrites() {
            for (Parameter parameter : PARAMETERS) {
                assertThat(parameter.with(parameter.text())).isEqualTo(parameter);
            }
        }

        @Test
        void takesAnotherValueAndStaysAsItWas() {
            assertThat(PARAMETERS.get(0).with(" 1e-3 ").text()).isEqualTo("0.001");
            assertThat(PARAMETERS.get(1).with("9").text()).isEqualTo("9");
            assertThat(PARAMETERS.get(2).with("abc").text()).isEqualTo("abc");
            assertThat(PARAMETERS).extracting(Parameter::text).containsExactly("1.5", "2", "ab");
        }

        @Test
        void saysWhatItAllows() {
            assertThat(PARAMETERS)
                    .extracting(Parameter::allowed)
                    .containsExactly("a number >= 0", "a whole number in 1..9", "one of ab, abc");
            assertThat(new Parameter.Whole("n", 1, 0, Integer.MAX_VALUE, "x").allowed())
                    .isEqualTo("a whole number >= 0");
        }

        @Test
        void mustBeSoundlyDeclared() {
            refuses(
                    "a parameter's name must be lower-case words joined by hyphens, was 'Size'",
                    () -> new Parameter.Real("Size", 1, 0, 2, "x"));
            refuses("size must be a number in 0..2, was '3.0'", () -> new Parameter.Real("size", 3, 0, 2, "x"));
            refuses("size must be a whole number in 0..2, was '3'", () -> new Parameter.Whole("size", 3, 0, 2, "x"));
            refuses(
                    "the meaning of parameter size must be one line: ''",
                    () -> new Parameter.Whole("size", 1, 0, 2, ""));
            refuses(
                    "size must be one of b, was 'a'. Did you mean 'b'?",
                    () -> new Parameter.Choice("size", "a", List.of("b"), "x"));
        }
    }

    @Nested
    class ADistribution {
        @Test
        void mustHaveASpread() {
            refuses("stddev must be > 0, was 0.0", () -> new Distribution.Normal(1, 0));
            refuses("high must be > low = 1.0, was 1.0", () -> new Distribution.Uniform(1, 1));
            refuses("stddev and cut must be > 0, were 1.0, 0.0", () -> new Distribution.TruncatedNormal(1, 0));
            refuses("stddev must be > 0, was NaN", () -> new Distribution.SparseNormal(1, Double.NaN));
            refuses("variance must be > 0, was -1.0", () -> new Distribution.Moments(0, -1));
        }

        @Test
        void hasAShareOfWeightsThatAreNotZero() {
            assertThat(new Distribution.SparseNormal(1, 1).share()).isEqualTo(1);
            refuses("share must be in (0, 1], was 0.0", () -> new Distribution.SparseNormal(0, 1));
            refuses("share must be in (0, 1], was 1.5", () -> new Distribution.SparseNormal(1.5, 1));
        }
    }

    /** Answers with weights alone. */
    private static final class Least implements WeightInitialiser {
        @Override
        public String id() {
            return "least";
        }

        @Override
        public String description() {
            return "ones";
        }

        @Override
        public String source() {
            return "this test";
        }

        @Override
        public double[] weights(Layer layer, RandomGenerator random) {
            return random.doubles(layer.weightCount()).toArray();
        }
    }

    @Nested
    class AnInitialiserThatOverridesNothing {
        private final WeightInitialiser least = new Least();
        private final Layer layer = new Layer(SHAPE, least.parameters());

        @Test
        void hasNoParametersAndDeclaresNoDistribution() {
            assertThat(least.parameters()).isEmpty();
            assertThat(least.distribution(layer)).isEqualTo(new Distribution.Undeclared());
        }

        @Test
        void doesEveryLayerWhoseWeightsAreAMatrixOfFanInAndFanOut() {
            assertThat(least.supports(new LayerKind.Dense())).isTrue();
            assertThat(least.supports(new LayerKind.Recurrent(4, true))).isTrue();
            assertThat(least.supports(new LayerKind.Embedding())).isTrue();
            assertThat(least.supports(new LayerKind.Convolution(List.of(1)))).isFalse();
            assertThat(least.structure()).isEmpty();
        }

        @Test
        void hasBiasesOfZeroForWhichItDrawsNothing() {
            SplittableRandom random = new SplittableRandom(1);
            assertThat(least.biases(layer, random)).hasSize(30).containsOnly(0);
            assertThat(random.nextLong()).isEqualTo(new SplittableRandom(1).nextLong());
        }
    }
}
