package org.tailoff.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookStreamsTest {
    private final BookStreams streams = new BookStreams(BookReference.SEED);

    @Test
    void theSeedIsTheReferences() {
        assertThat(BookReference.get("seed").longValue()).isEqualTo(BookReference.SEED);
    }

    @Nested
    class Python {
        private final RandomGenerator random = streams.shuffling();

        @Test
        void drawsTheReferencesDoubles() {
            assertThat(draw(10, random)).isEqualTo(BookReference.doubles("python_random_first10"));
        }

        /** Oracle: CPython 3.11, {@code random.seed(s); random.getrandbits(32), random.getrandbits(64)}. */
        @Test
        void drawsPythonsBits() {
            PythonRandom python = new PythonRandom(2024);

            assertThat(Integer.toUnsignedLong(python.nextInt())).isEqualTo(2019024262L);
            assertThat(Long.toUnsignedString(python.nextLong())).isEqualTo("13434105043456641390");
        }

        /** Oracle: CPython 3.11, {@code random.seed(2**40 + 7); random.random()}. */
        @Test
        void seedsBeyond32BitsUseBothWords() {
            assertThat(new PythonRandom((1L << 40) + 7).nextDouble()).isEqualTo(0.6137037779936511);
        }

        @Test
        void negativeSeedsAreRefused() {
            assertThatThrownBy(() -> new PythonRandom(-1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("seed must be at least 0: -1");
        }
    }

    @Nested
    class Numpy {
        private final NumpyRandom random = new NumpyRandom(BookReference.SEED);

        @Test
        void drawsTheReferencesDoubles() {
            assertThat(draw(5, random)).isEqualTo(BookReference.doubles("numpy_random_sample_first5"));
        }

        @Test
        void drawsTheReferencesNormals() {
            double[] normals =
                    DoubleStream.generate(random::nextGaussian).limit(10).toArray();

            assertThat(normals).isEqualTo(BookReference.doubles("numpy_randn_first10"));
        }

        @Test
        void keepsTheSecondNormalOfAPairAcrossOtherDraws() {
            double[] normals = BookReference.doubles("numpy_randn_first10");
            random.nextGaussian();
            random.nextDouble();
            random.nextLong();

            assertThat(random.nextGaussian()).isEqualTo(normals[1]);
        }

        @Test
        void scaledNormalsComeFromTheSameStream() {
            double first = BookReference.doubles("numpy_randn_first10")[0];

            assertThat(random.nextGaussian(3.0, 0.5)).isEqualTo(3.0 + 0.5 * first);
        }

        @Test
        void standardDeviationsThatAreNoNumberAreRefused() {
            assertThatThrownBy(() -> random.nextGaussian(0, Double.NaN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("stddev must be at least 0: NaN");
        }

        /**
         * Oracle: NumPy 2.4, {@code MT19937._legacy_seeding(2024); random_raw(), random_raw()} as high and low word.
         */
        @Test
        void drawsNumpysBits() {
            NumpyRandom numpy = new NumpyRandom(2024);

            assertThat(numpy.nextLong()).isEqualTo(2525503112L << 32 | 3251949050L);
            assertThat(Integer.toUnsignedLong(numpy.nextInt())).isEqualTo(3002649184L);
        }

        /** Oracle: NumPy 2.4, {@code RandomState(2**32 - 1).random_sample()}. */
        @Test
        void takesTheLargestSeed() {
            assertThat(new NumpyRandom(NumpyRandom.MAX_SEED).nextDouble()).isEqualTo(0.0976320289940138);
        }
    }

    @Nested
    class Shuffles {
        private final RandomGenerator random = streams.shuffling();

        @Test
        void tenElementsComeInTheReferencesOrder() {
            int[] order = Shuffle.identity(10);
            Shuffle.inPlace(order, random);

            assertThat(order).isEqualTo(BookReference.ints("py2_shuffle_range10"));
        }

        @ParameterizedTest
        @ValueSource(ints = {1000, 50000})
        void twoEpochsComeInTheReferencesOrder(int n) {
            String name = "py2_shuffle_range" + n;
            int[] order = Shuffle.identity(n);

            Shuffle.inPlace(order, random);
            assertThat(Arrays.copyOf(order, 20)).isEqualTo(BookReference.ints(name + "_first20"));
            assertThat(sha256(order)).isEqualTo(BookReference.text(name + "_sha256_of_comma_joined"));

            Shuffle.inPlace(order, random);
            assertThat(Arrays.copyOf(order, 20)).isEqualTo(BookReference.ints(name + "_second_epoch_first20"));
        }
    }

    @Nested
    class Freshness {
        @Test
        void everyCallStartsItsStreamAgain() {
            assertThat(draw(10, streams.shuffling())).isEqualTo(draw(10, streams.shuffling()));
            assertThat(draw(10, streams.initialisation())).isEqualTo(draw(10, streams.initialisation()));
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, 1L << 32})
        void seedsThatNumpyRefusesAreRefused(long seed) {
            assertThatThrownBy(() -> new BookStreams(seed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("seed must be in [0, 4294967295]: " + seed);
        }
    }

    private static double[] draw(int count, RandomGenerator random) {
        return DoubleStream.generate(random::nextDouble).limit(count).toArray();
    }

    private static String sha256(int[] order) {
        String joined = Arrays.stream(order).mapToObj(Integer::toString).collect(Collectors.joining(","));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(joined.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
