package org.tailoff.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

class NamedStreamsTest {
    @RandomCases(100)
    void theSameSeedAndNameGiveTheSameStream(RandomCase random) {
        long seed = random.seed();
        String name = random.text(random.between(1, 20));
        assertThat(draw(new NamedStreams(seed).stream(name))).isEqualTo(draw(new NamedStreams(seed).stream(name)));
    }

    @RandomCases(100)
    void aStreamDoesNotDependOnWhatElseIsDrawn(RandomCase random) {
        long seed = random.seed();
        NamedStreams alone = new NamedStreams(seed);
        NamedStreams busy = new NamedStreams(seed);
        draw(busy.initialisation());
        draw(busy.stream("dropout"));

        assertThat(draw(busy.shuffling())).isEqualTo(draw(alone.shuffling()));
    }

    @RandomCases(100)
    void streamsOfOtherNamesAndSeedsDiffer(RandomCase random) {
        long seed = random.seed();
        NamedStreams streams = new NamedStreams(seed);

        assertThat(draw(streams.initialisation()))
                .isNotEqualTo(draw(streams.shuffling()))
                .isNotEqualTo(draw(new NamedStreams(seed + 1).initialisation()));
    }

    @Test
    void theTwoUsesAreStreamsByName() {
        NamedStreams streams = new NamedStreams(42);

        assertThat(draw(streams.initialisation())).isEqualTo(draw(streams.stream("initialisation")));
        assertThat(draw(streams.shuffling())).isEqualTo(draw(streams.stream("shuffling")));
    }

    /**
     * Oracle for this and the next two: SHA-256 of Python's hashlib and L64X128Mix written anew in Python from the
     * paper (Steele and Vigna 2021), the logarithm to 60 digits and rounded once. JDKs without JDK-8282144 draw the
     * same longs from the same digest.
     */
    @Test
    void theLongsAreThoseOfThePaper() {
        assertThat(new NamedStreams(42).initialisation().longs(4))
                .containsExactly(
                        -4018232296190343660L, -5681897780309112746L, -3582374601731149302L, 1312703197119157950L);
        assertThat(new NamedStreams(42).shuffling().longs(4))
                .containsExactly(
                        5418128436712461222L, 1189900410576242686L, -3233411906096457425L, -8166570486838554782L);
        assertThat(new NamedStreams(-1).stream("\u00e4").nextLong()).isEqualTo(-4140910839668452069L);
    }

    @Test
    void theDoublesAreTheUpperBitsOfTheLongs() {
        assertThat(new NamedStreams(42).initialisation().doubles(3))
                .containsExactly(0.7821711907459505, 0.6919837041374147, 0.8057990837073097);
        assertThat(new NamedStreams(42).shuffling().doubles(3))
                .containsExactly(0.29371733109445697, 0.06450463050940769, 0.8247163893434862);
    }

    @Test
    void theNormalsAreThoseOfThePolarMethod() {
        assertThat(normals(new NamedStreams(42).initialisation()))
                .containsExactly(0.69523887569632, 1.0218387143301018, -1.0346723522319246, 2.2582942912604325);
        assertThat(normals(new NamedStreams(42).shuffling()))
                .containsExactly(-0.3472629405467497, -0.16448929473524038, 0.2242136732299265, 1.2708449977174252);
    }

    /** Oracle: as above, SHA-256 of the first 100,000 longs, big end first. */
    @Test
    void theStreamStaysThePapers() {
        ByteBuffer drawn = ByteBuffer.allocate(100_000 * Long.BYTES);
        new NamedStreams(42).initialisation().longs(100_000).forEach(drawn::putLong);

        assertThat(DigestUtils.sha256Hex(drawn.array()))
                .isEqualTo("6aa97e378881dfcdf47c3174d5d57b9165e83b975f12fadf24ae268e362ff7ef");
    }

    /**
     * The product of 100,000 pairs of standard normals has mean 0 and standard error 1/sqrt(n); five of them. Seed 3.
     */
    @Test
    void theTwoUsesAreUncorrelated() {
        int n = 100_000;
        RandomGenerator first = new NamedStreams(3).initialisation();
        RandomGenerator second = new NamedStreams(3).shuffling();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += first.nextGaussian() * second.nextGaussian();
        }

        assertThat(sum / n).isCloseTo(0, within(5 / Math.sqrt(n)));
    }

    @Test
    void blankNamesAreRefused() {
        NamedStreams streams = new NamedStreams(42);

        assertThatThrownBy(() -> streams.stream(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of a random stream must not be blank: ' '");
    }

    private static double[] normals(RandomGenerator random) {
        return DoubleStream.generate(random::nextGaussian).limit(4).toArray();
    }

    private static long[] draw(RandomGenerator random) {
        return random.longs(8).toArray();
    }
}
