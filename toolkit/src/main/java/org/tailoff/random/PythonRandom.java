package org.tailoff.random;

import java.util.random.RandomGenerator;

/**
 * The stream of Python's {@code random} module: MT19937 seeded by {@code init_by_array} with the seed's 32-bit words.
 *
 * <p>{@code nextDouble()} is Python's {@code random.random()}, {@code nextInt()} its {@code getrandbits(32)} and
 * {@code nextLong()} its {@code getrandbits(64)}. {@code nextGaussian()} is Java's, not {@code random.gauss}: the book
 * draws no normals from this stream. Not safe for use by several threads.
 *
 * @see <a href="https://github.com/python/cpython/blob/main/Modules/_randommodule.c">CPython, _randommodule.c</a>
 */
public final class PythonRandom implements RandomGenerator {
    private static final long LOW_WORD = 0xffff_ffffL;

    private final Mt19937 twister;

    /**
     * The state after {@code random.seed(seed)}.
     *
     * @param seed the seed, at least 0
     * @throws IllegalArgumentException if {@code seed < 0}
     */
    public PythonRandom(long seed) {
        if (seed < 0) {
            throw new IllegalArgumentException("seed must be at least 0: " + seed);
        }
        int low = (int) seed;
        int high = (int) (seed >>> 32);
        this.twister = high == 0 ? Mt19937.initByArray(low) : Mt19937.initByArray(low, high);
    }

    @Override
    public int nextInt() {
        return twister.nextInt();
    }

    /** The next 64 bits, the low word first. */
    @Override
    public long nextLong() {
        long low = twister.nextInt() & LOW_WORD;
        return (long) twister.nextInt() << 32 | low;
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    @Override
    public double nextDouble() {
        return twister.nextDouble();
    }
}
