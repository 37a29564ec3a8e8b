package org.tailoff.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.conformance.Check.Outcome;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.random.NamedStreams;

/** Initialisers that are wrong in one thing each, and the lines that say so. */
class ConformanceKitTest {
    /** What a test draws. */
    @FunctionalInterface
    private interface Rule {
        double[] weights(Layer layer, RandomGenerator random);
    }

    /** Declares N(0, 1/fanIn) and does what the test wants. */
    private record Stub(Rule rule, Distribution declared) implements WeightInitialiser {
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
        public Distribution distribution(Layer layer) {
            return declared instanceof Distribution.Normal
                    ? new Distribution.Normal(0, 1 / Math.sqrt(layer.fanIn()))
                    : declared;
        }

        @Override
        public boolean supports(LayerKind kind) {
            return true;
        }

        @Override
        public double[] weights(Layer layer, RandomGenerator random) {
            return rule.weights(layer, random);
        }
    }

    private static final Distribution NORMAL = new Distribution.Normal(0, 1);

    private static double[] sound(Layer layer, RandomGenerator random) {
        return scaled(layer, random, 1);
    }

    private static double[] scaled(Layer layer, RandomGenerator random, double factor) {
        return IntStream.range(0, layer.weightCount())
                .mapToDouble(i -> factor * random.nextGaussian() / Math.sqrt(layer.fanIn()))
                .toArray();
    }

    private static List<Check> check(Rule rule) {
        return ConformanceKit.check(new Stub(rule, NORMAL));
    }

    private static List<String> failures(List<Check> checks) {
        return checks.stream().filter(Check::failed).map(Check::name).toList();
    }

    private static Check named(List<Check> checks, String name) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class Sound {
        @Test
        void everyCheckPassesAndIsOneLine() {
            List<Check> checks = check(ConformanceKitTest::sound);

            assertThat(checks).hasSize(30).allMatch(check -> check.outcome() == Outcome.PASS);
            assertThat(checks)
                    .extracting(Check::toString)
                    .allMatch(line -> line.lines().count() == 1);
            assertThat(named(checks, "variance 784x100").toString())
                    .startsWith("PASS  variance 784x100             expected 0.00127551, 99.99 % interval [0.0012");
        }

        @Test
        void whatIsNotDeclaredIsSaidNotToBeChecked() {
            List<Check> checks =
                    ConformanceKit.check(new Stub(ConformanceKitTest::sound, new Distribution.Undeclared()));

            assertThat(failures(checks)).isEmpty();
            assertThat(named(checks, "mean 1x1").toString())
                    .startsWith("SKIP  mean 1x1")
                    .endsWith("no distribution declared but Undeclared[]");
        }
    }

    @Nested
    class WrongNumbers {
        /** The variance alone has to tell: the shape of the distribution hardly changes. */
        @Test
        void twoPercentOfTheVarianceAreSeenInTheLargestLayer() {
            List<Check> checks = check((layer, random) -> scaled(layer, random, Math.sqrt(1.02)));

            assertThat(failures(checks)).contains("variance 784x100").doesNotContain("mean 784x100");
        }

        @Test
        void twoPercentOfTheVarianceTooLittleAreSeenToo() {
            List<Check> checks = check((layer, random) -> scaled(layer, random, Math.sqrt(0.98)));

            assertThat(failures(checks)).contains("variance 784x100");
        }

        @Test
        void twoPercentOfTheStandardDeviationAreSeenWithWhatWasExpectedAndFound() {
            List<Check> checks = check((layer, random) -> scaled(layer, random, 1.02));

            assertThat(failures(checks)).contains("variance 784x100", "variance 100x30");
            assertThat(named(checks, "variance 784x100").toString())
                    .startsWith("FAIL  variance 784x100 ")
                    .contains("expected 0.00127551, 99.99 % interval", "found 0.0013");
        }

        @Test
        void aShiftedMeanIsSeen() {
            List<Check> checks = check((layer, random) -> Arrays.stream(sound(layer, random))
                    .map(w -> w + 0.02 / Math.sqrt(layer.fanIn()))
                    .toArray());

            assertThat(failures(checks)).contains("mean 784x100");
        }

        @Test
        void anotherDistributionOfTheSameVarianceIsSeen() {
            List<Check> checks = check((layer, random) -> random.doubles(layer.weightCount())
                    .map(u -> Math.sqrt(12.0 / layer.fanIn()) * (u - 0.5))
                    .toArray());

            assertThat(failures(checks)).containsExactly("distribution");
        }

        @Test
        void theWrongFanIsSeen() {
            List<Check> checks =
                    check((layer, random) -> scaled(layer, random, Math.sqrt((double) layer.fanIn() / layer.fanOut())));

            assertThat(failures(checks)).contains("fan-in exponent", "variance 784x100");
            assertThat(named(checks, "fan-in exponent").found()).startsWith("fan-in^0.0");
        }
    }

    @Nested
    class WrongAnswers {
        @Test
        void notANumberIsNamedAndNothingElseIsTried() {
            List<Check> checks = check((layer, random) -> {
                double[] weights = sound(layer, random);
                weights[weights.length - 1] = Double.NaN;
                return weights;
            });

            assertThat(failures(checks)).containsExactly("finite");
            assertThat(named(checks, "finite").found()).isEqualTo("NaN at index 0 of weights at 1x1");
            assertThat(named(checks, "variance 1x1").found()).isEqualTo("that 'finite' failed");
        }

        @Test
        void aWrongShapeIsNamed() {
            List<Check> checks = check((layer, random) -> new double[layer.fanIn()]);

            assertThat(failures(checks)).containsExactly("shape");
            assertThat(named(checks, "shape").found()).isEqualTo("3 instead of 21 weights at 3x7");
        }

        @Test
        void nullIsNamed() {
            assertThat(named(check((layer, random) -> null), "shape").found()).isEqualTo("null for weights at 1x1");
        }

        @Test
        void whatIsThrownIsNamedOnOneLine() {
            List<Check> checks = check((layer, random) -> {
                throw new StackOverflowError("two\nlines");
            });

            assertThat(named(checks, "shape").found()).isEqualTo("java.lang.StackOverflowError: two lines");
        }

        @Test
        void aSharedArrayIsSeen() {
            double[] shared = new double[78_400];
            List<Check> checks = check((layer, random) -> layer.weightCount() == 21 ? shared : sound(layer, random));

            assertThat(failures(checks)).contains("own arrays");
        }
    }

    @Nested
    class OtherLayers {
        /** Draws independent normals for matrices alone, and takes the fan-out for the number of neurons. */
        private record Matrices(boolean convolutions) implements WeightInitialiser {
            @Override
            public String id() {
                return "matrices";
            }

            @Override
            public String description() {
                return "normals";
            }

            @Override
            public String source() {
                return "this test";
            }

            @Override
            public boolean supports(LayerKind kind) {
                return convolutions || WeightInitialiser.super.supports(kind);
            }

            @Override
            public double[] weights(Layer layer, RandomGenerator random) {
                return IntStream.range(0, layer.fanIn() * layer.fanOut())
                        .mapToDouble(i -> random.nextGaussian())
                        .toArray();
            }
        }

        @Test
        void whoeverKnowsNothingOfConvolutionsIsNotAskedForThem() {
            List<Check> checks = ConformanceKit.check(new Matrices(false));

            assertThat(failures(checks)).isEmpty();
            assertThat(named(checks, "75x8 convolution 5x5").toString())
                    .startsWith("SKIP")
                    .endsWith("that it does not support such layers");
            assertThat(named(checks, "50x20 embedding").outcome()).isEqualTo(Outcome.PASS);
        }

        @Test
        void whoeverTakesTheFanOutForTheNumberOfNeuronsIsSeen() {
            List<Check> checks = ConformanceKit.check(new Matrices(true));

            assertThat(failures(checks)).containsExactly("75x8 convolution 5x5");
            assertThat(named(checks, "75x8 convolution 5x5").found())
                    .isEqualTo("15000 instead of 600 weights at 75x8 convolution 5x5");
        }

        /** 75 inputs, 8 neurons: a variance of 1/8 instead of 1/75. */
        @Test
        void theWrongVarianceOfAConvolutionIsSeen() {
            List<Check> checks = check((layer, random) -> layer.kind() instanceof LayerKind.Convolution
                    ? scaled(layer, random, Math.sqrt((double) layer.fanIn() / layer.neurons()))
                    : sound(layer, random));

            assertThat(failures(checks)).containsExactly("variance 75x8 convolution 5x5");
        }
    }

    /** Rows of Sylvester's Hadamard matrix of order 64, over and over, with a random sign for every input. */
    private record Hadamard(Optional<String> structure) implements WeightInitialiser {
        @Override
        public String id() {
            return "hadamard";
        }

        @Override
        public String description() {
            return "signs of a Hadamard matrix over the root of the fan-in";
        }

        @Override
        public String source() {
            return "Sylvester 1867";
        }

        @Override
        public double[] weights(Layer layer, RandomGenerator random) {
            double[] weights = new double[layer.weightCount()];
            for (int input = 0; input < layer.fanIn(); input++) {
                int sign = random.nextBoolean() ? 1 : -1;
                for (int neuron = 0; neuron < layer.neurons(); neuron++) {
                    int odd = Integer.bitCount(neuron & input & 63) & 1;
                    weights[neuron * layer.fanIn() + input] = (1 - 2 * odd) * sign / Math.sqrt(layer.fanIn());
                }
            }
            return weights;
        }
    }

    @Nested
    class Structure {
        @Test
        void dependenceThatIsDeclaredIsSkippedWithItsReason() {
            List<Check> checks = ConformanceKit.check(new Hadamard(Optional.of("rows of a Hadamard matrix")));

            assertThat(failures(checks)).isEmpty();
            assertThat(named(checks, "neurons independent").toString())
                    .startsWith("SKIP")
                    .endsWith("a structure by design: rows of a Hadamard matrix");
            assertThat(named(checks, "layers independent").outcome()).isEqualTo(Outcome.SKIP);
        }

        @Test
        void dependenceThatIsNotDeclaredFails() {
            assertThat(failures(ConformanceKit.check(new Hadamard(Optional.empty()))))
                    .containsExactly("neurons independent", "layers independent");
        }
    }

    @Nested
    class WrongRandomness {
        @Test
        void randomnessOfItsOwnIsSeen() {
            List<Check> checks = check((layer, random) -> sound(layer, ThreadLocalRandom.current()));

            assertThat(failures(checks)).contains("same stream, same bits", "no global state");
        }

        @Test
        void aSeedOfItsOwnIsSeen() {
            List<Check> checks = check((layer, random) -> sound(layer, new NamedStreams(1).initialisation()));

            assertThat(failures(checks)).contains("other stream, other bits", "layers independent");
        }

        @Test
        void drawingInSpiteOfBeingDeclaredFixedIsSeen() {
            List<Check> checks = ConformanceKit.check(new Stub(ConformanceKitTest::sound, new Distribution.Fixed()));

            assertThat(failures(checks)).containsExactly("other stream, other bits");
        }

        @Test
        void twoEqualNeuronsOfAHundredAreSeen() {
            List<Check> checks = check((layer, random) -> {
                double[] weights = sound(layer, random);
                if (layer.neurons() > 70) {
                    System.arraycopy(weights, 0, weights, 70 * layer.fanIn(), layer.fanIn());
                }
                return weights;
            });

            assertThat(failures(checks)).containsExactly("neurons independent");
        }

        @Test
        void oneArrayForAllThreadsIsSeen() {
            double[] scratch = new double[78_400];
            List<Check> checks = check((layer, random) -> {
                for (int i = 0; i < layer.weightCount(); i++) {
                    scratch[i] = random.nextGaussian() / Math.sqrt(layer.fanIn());
                    if (layer.weightCount() == 3000 && i % 500 == 0) {
                        LockSupport.parkNanos(1); // lets another thread in between
                    }
                }
                return Arrays.copyOf(scratch, layer.weightCount());
            });

            assertThat(failures(checks)).containsExactly("thread safety");
        }

        @Test
        void aSystemPropertyIsSeen() {
            try {
                List<Check> checks = check((layer, random) -> {
                    System.setProperty("stub.weights", Long.toString(System.nanoTime()));
                    return sound(layer, random);
                });
                assertThat(failures(checks)).containsExactly("no global state");
                assertThat(named(checks, "no global state").found()).isEqualTo("changed: system properties");
            } finally {
                System.clearProperty("stub.weights");
            }
        }
    }
}
