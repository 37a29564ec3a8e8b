package org.tailoff.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StableRandomTest {
    private final RandomGenerator random = new NamedStreams(42).initialisation();

    static List<RandomGenerator> generators() {
        return List.of(new NamedStreams(1).shuffling(), new NumpyRandom(1), new PythonRandom(1));
    }

    /** Answers every call with the next of some longs. */
    private static RandomGenerator of(long... longs) {
        return new CommonsRandom(LongStream.of(longs).iterator()::nextLong);
    }

    /**
     * What is left to the JDK is named in {@link StableRandom}; a JDK that adds a method to the interface is told apart
     * here.
     */
    @Nested
    class NothingIsLeftToTheJdk {
        private static final Set<String> LEFT = Set.of("isDeprecated", "ints", "longs", "doubles", "equiDoubles");

        @ParameterizedTest
        @MethodSource("org.tailoff.random.StableRandomTest#generators")
        void everyOtherDefaultMethodIsGivenAgain(RandomGenerator generator) {
            assertThat(Arrays.stream(RandomGenerator.class.getMethods())
                            .filter(method -> !Modifier.isStatic(method.getModifiers()))
                            .filter(method -> !LEFT.contains(method.getName()))
                            .filter(method -> declaring(generator, method) == RandomGenerator.class))
                    .isEmpty();
        }

        private static Class<?> declaring(RandomGenerator generator, Method method) {
            try {
                return generator
                        .getClass()
                        .getMethod(method.getName(), method.getParameterTypes())
                        .getDeclaringClass();
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        }

        @ParameterizedTest
        @MethodSource("org.tailoff.random.StableRandomTest#generators")
        void streamsAreTheCallsOneByOne(RandomGenerator generator) {
            RandomGenerator same = generators().stream()
                    .filter(other -> other.getClass() == generator.getClass())
                    .findFirst()
                    .orElseThrow();

            assertThat(generator.ints(5, -3, 1000))
                    .containsExactlyElementsOf(IntStream.range(0, 5)
                            .map(i -> same.nextInt(-3, 1000))
                            .boxed()
                            .toList());
            assertThat(generator.longs(5, 7, 1L << 40))
                    .containsExactlyElementsOf(LongStream.range(0, 5)
                            .map(i -> same.nextLong(7, 1L << 40))
                            .boxed()
                            .toList());
            assertThat(generator.doubles(5))
                    .containsExactlyElementsOf(DoubleStream.generate(same::nextDouble)
                            .limit(5)
                            .boxed()
                            .toList());
            assertThat(generator.doubles(-1, 2).limit(5))
                    .containsExactlyElementsOf(DoubleStream.generate(() -> same.nextDouble(-1, 2))
                            .limit(5)
                            .boxed()
                            .toList());
        }
    }

    /**
     * Oracle: the same rules written in Python on the L64X128Mix that {@link NamedStreamsTest} names, draw after draw.
     */
    @Test
    void drawsOfEveryKindStayWhatTheyAre() {
        assertThat(random.nextInt()).isEqualTo(-935567612);
        assertThat(random.nextFloat()).isEqualTo(0.6919837f);
        assertThat(IntStream.range(0, 8).mapToObj(i -> random.nextBoolean()))
                .containsExactly(true, false, true, true, true, false, false, true);
        byte[] bytes = new byte[7];
        random.nextBytes(bytes);
        assertThat(bytes).asHexString().isEqualTo("3C496364A92212");
        assertThat(IntStream.range(0, 8).map(i -> random.nextInt(10))).containsExactly(1, 4, 7, 3, 7, 0, 1, 9);
        assertThat(IntStream.range(0, 3).map(i -> random.nextInt(1_500_000_000)))
                .containsExactly(308893096, 364278089, 1181329688);
        assertThat(random.nextLong(1_000_000_000_000L)).isEqualTo(75451572562L);
        assertThat(random.nextLong(1_000_000_000_000L)).isEqualTo(230007564771L);
        assertThat(random.nextLong(3L << 61)).isEqualTo(808439723015269676L);
        assertThat(random.nextDouble(-2, 3)).isEqualTo(2.3604972321019075);
        assertThat(random.nextExponential()).isEqualTo(0.4045942582657571);
    }

    @Nested
    class Ranges {
        /** 2^32 mod 3 is 1, so of the products with 3 one alone favours a result: that of the bits 0. */
        @Test
        void bitsThatWouldFavourAResultAreDrawnAgain() {
            assertThat(of(0, 1L << 32).nextInt(3)).isZero();
            assertThat(of(0x5555_5556L << 32).nextInt(3)).isEqualTo(1);
            assertThat(of(-1L).nextInt(3)).isEqualTo(2);
            assertThat(of(-1L, 8).nextLong(3)).isEqualTo(1);
        }

        @Test
        void rangesWiderThanTheirTypeTakeWhatFallsIntoThem() {
            assertThat(of(Long.MAX_VALUE, 5L << 32).nextInt(Integer.MIN_VALUE, Integer.MAX_VALUE))
                    .isEqualTo(5);
            assertThat(of(Long.MAX_VALUE, 5).nextLong(Long.MIN_VALUE, Long.MAX_VALUE))
                    .isEqualTo(5);
        }

        @Test
        void theBoundIsNeverReachedByRounding() {
            assertThat(of(-1L).nextDouble(1, Math.nextUp(1.0))).isEqualTo(1);
            assertThat(of(-1L).nextDouble(Double.MIN_VALUE)).isZero();
            assertThat(of(-1L).nextDouble(-Double.MAX_VALUE, Double.MAX_VALUE)).isLessThan(Double.MAX_VALUE);
            assertThat(of(-1L).nextFloat(1, Math.nextUp(1f))).isEqualTo(1);
            assertThat(of(-1L).nextFloat(Float.MIN_VALUE)).isZero();
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, 1L << 63, 0x5555_5555_5555_5555L, 0x1234_5678_9abc_def0L})
        void roundingLeadsBelowTheOriginNowhere(long bits) {
            assertThat(of(bits).nextDouble(3, Math.nextUp(3.0))).isEqualTo(3);
            assertThat(of(bits).nextFloat(3, Math.nextUp(3f))).isEqualTo(3);
        }

        @Test
        void noRangeIsRefused() {
            refused(() -> random.nextInt(0), "bound must be above 0: 0");
            refused(() -> random.nextInt(4, 4), "bound must be above 4: 4");
            refused(() -> random.nextLong(-1), "bound must be above 0: -1");
            refused(() -> random.nextLong(4, 3), "bound must be above 4: 3");
            refused(() -> random.nextDouble(Double.NaN), "bound must be finite and above 0.0: NaN");
            refused(
                    () -> random.nextDouble(0, Double.POSITIVE_INFINITY),
                    "bound must be finite and above 0.0: Infinity");
            refused(() -> random.nextDouble(Double.NaN, 1), "origin must be finite: NaN");
            refused(() -> random.nextFloat(0f), "bound must be finite and above 0.0: 0.0");
            refused(() -> random.nextFloat(Float.NEGATIVE_INFINITY, 1), "origin must be finite: -Infinity");
            refused(() -> random.nextGaussian(0, -1), "stddev must be at least 0: -1.0");
        }

        private static void refused(ThrowingCallable call, String message) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }
    }

    /** 100,000 draws with seed 42; false alarms below 1e-6 each. */
    @Nested
    class Laws {
        private static final int DRAWS = 100_000;

        /** Chi-square with 6 degrees of freedom exceeds 38.3 with probability 1e-6. */
        @Test
        void boundedIntsAreUniform() {
            int[] counts = new int[7];
            random.ints(DRAWS, 0, 7).forEach(drawn -> counts[drawn]++);
            double expected = DRAWS / 7.0;

            assertThat(IntStream.of(counts)
                            .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                            .sum())
                    .isLessThan(38.3);
        }

        /**
         * Mean 0, variance 1 and fourth moment 3 with standard errors 1, sqrt(2) and sqrt(96) over sqrt(n); five of
         * each.
         */
        @Test
        void normalsHaveTheirMoments() {
            double[] x =
                    DoubleStream.generate(random::nextGaussian).limit(DRAWS).toArray();

            assertThat(mean(x, z -> z)).isCloseTo(0, within(5 / Math.sqrt(DRAWS)));
            assertThat(mean(x, z -> z * z)).isCloseTo(1, within(5 * Math.sqrt(2.0 / DRAWS)));
            assertThat(mean(x, z -> z * z * z * z)).isCloseTo(3, within(5 * Math.sqrt(96.0 / DRAWS)));
        }

        /** Mean 1 and mean square 2 with standard errors 1 and sqrt(20) over sqrt(n); five of each. */
        @Test
        void exponentialsHaveTheirMoments() {
            double[] x =
                    DoubleStream.generate(random::nextExponential).limit(DRAWS).toArray();

            assertThat(mean(x, z -> z)).isCloseTo(1, within(5 / Math.sqrt(DRAWS)));
            assertThat(mean(x, z -> z * z)).isCloseTo(2, within(5 * Math.sqrt(20.0 / DRAWS)));
        }

        private static double mean(double[] x, ToDoubleFunction<Double> of) {
            return Arrays.stream(x).boxed().mapToDouble(of).average().orElseThrow();
        }
    }

    @Test
    void theLeastExponentialIsZero() {
        assertThat(of(0).nextExponential()).isEqualTo(0.0);
    }
}
