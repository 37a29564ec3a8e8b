package org.tailoff.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Any number of named, splittable streams from one master seed: the default for runs that are not the book's.
 *
 * <p>The stream {@code name} is an L64X128MixRandom seeded with SHA-256(master seed as 8 bytes, big end first, then the
 * name in UTF-8), so it depends on the seed and its own name alone, not on which other streams are used.
 *
 * @param masterSeed any number
 * @see <a href="https://doi.org/10.1145/3485525">Steele and Vigna 2021, LXM: better splittable pseudorandom number
 *     generators</a>
 */
public record NamedStreams(long masterSeed) implements RandomStreams {
    private static final String ALGORITHM = "L64X128MixRandom";

    @Override
    public SplittableGenerator initialisation() {
        return stream("initialisation");
    }

    @Override
    public SplittableGenerator shuffling() {
        return stream("shuffling");
    }

    /**
     * The stream of any other use.
     *
     * @param name what the stream is for; {@code initialisation} and {@code shuffling} are those above
     * @return a new generator, in the first state of the stream
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public SplittableGenerator stream(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a random stream must not be blank: '" + name + "'");
        }
        return (SplittableGenerator) RandomGeneratorFactory.of(ALGORITHM).create(seedOf(name));
    }

    private byte[] seedOf(String name) {
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(masterSeed).flip());
        return sha256.digest(name.getBytes(StandardCharsets.UTF_8));
    }
}
