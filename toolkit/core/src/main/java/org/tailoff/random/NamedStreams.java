package org.tailoff.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.random.RandomGenerator;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Any number of named streams from one master seed: the default for runs that are not the book's.
 *
 * <p>The stream {@code name} is an L64X128Mix of Commons RNG. Its state comes from SHA-256(master seed as 8 bytes, big
 * end first, then the name in UTF-8), whose 32 bytes are read as four longs, big end first: from byte 0 the addend of
 * the linear congruential part (its last bit is set), from byte 8 that part's state, from byte 16 and from byte 24 the
 * two words of the xor-based part. So a stream depends on the seed and its own name alone, not on which other streams
 * are used, nor on the JDK: what is made of the longs, bounded integers or normals, is worked out here too.
 *
 * @param masterSeed any number
 * @see <a href="https://doi.org/10.1145/3485525">Steele and Vigna 2021, LXM: better splittable pseudorandom number
 *     generators</a>
 */
public record NamedStreams(long masterSeed) implements RandomStreams {
    private static final int STATE_WORDS = 4;

    @Override
    public RandomGenerator initialisation() {
        return stream("initialisation");
    }

    @Override
    public RandomGenerator shuffling() {
        return stream("shuffling");
    }

    /**
     * The stream of any other use.
     *
     * @param name what the stream is for; {@code initialisation} and {@code shuffling} are those above
     * @return a new generator, in the first state of the stream
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public RandomGenerator stream(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a random stream must not be blank: '" + name + "'");
        }
        long[] state = new long[STATE_WORDS];
        ByteBuffer.wrap(digest(name)).asLongBuffer().get(state);
        return new CommonsRandom(RandomSource.L64_X128_MIX.create(state));
    }

    private byte[] digest(String name) {
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(masterSeed).flip());
        return sha256.digest(name.getBytes(StandardCharsets.UTF_8));
    }
}
