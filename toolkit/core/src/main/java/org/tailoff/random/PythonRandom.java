package org.tailoff.random;

/**
 * The stream of Python's {@code random} module: MT19937 seeded by {@code init_by_array} with the seed's 32-bit words.
 *
 * <p>{@code nextDouble()} is Python's {@code random.random()}, {@code nextInt()} its {@code getrandbits(32)} and
 * {@code nextLong()} its {@code getrandbits(64)}. All other draws are made of these in ways of our own; so is
 * {@code nextGaussian()}, which is not {@code random.gauss}: the book draws no normals from this stream. Not safe for
 * use by several threads.
 *
 * @see <a href="https://github.com/python/cpython/blob/main/Modules/_randommodule.c">CPython, _randommodule.c</a>
 */
public final class PythonRandom implements StableRandom {
    private static final long LOW_WORD = 0xffff_ffffL;

    private final Mt19937 twister;
    private final PolarNormals normals = new PolarNormals();

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

    /** Normal with mean 0 and variance 1, by the polar method, the second of each pair kept for the next call. */
    @Override
    public double nextGaussian() {
        return normals.next(this);
    }
}
