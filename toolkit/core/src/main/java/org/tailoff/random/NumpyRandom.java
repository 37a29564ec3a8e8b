package org.tailoff.random;

/**
 * The stream of NumPy's legacy {@code RandomState}: MT19937 seeded by {@code init_genrand}.
 *
 * <p>{@code nextDouble()} is {@code random_sample()} and {@code nextGaussian()} is {@code randn()}. The logarithm is
 * Hipparchus's, which gives the same bits on every machine; it differs from the C library's in the last bit of about
 * one normal in 2,000. All other draws are made of these and of {@code nextInt()}, in ways of our own. Not safe for use
 * by several threads.
 *
 * @see <a href="https://github.com/numpy/numpy/blob/main/numpy/random/src/legacy/legacy-distributions.c">NumPy,
 *     legacy-distributions.c</a>
 */
public final class NumpyRandom implements StableRandom {
    /** The largest seed that NumPy takes: 2^32 - 1. */
    public static final long MAX_SEED = 0xffff_ffffL;

    private final Mt19937 twister;
    private final PolarNormals normals = new PolarNormals();

    /**
     * The state after {@code numpy.random.seed(seed)}.
     *
     * @param seed the seed, in [0, 2^32 - 1]
     * @throws IllegalArgumentException if {@code seed} is outside [0, 2^32 - 1]
     */
    public NumpyRandom(long seed) {
        this.twister = Mt19937.initGenrand((int) requireSeed(seed));
    }

    static long requireSeed(long seed) {
        if (seed < 0 || seed > MAX_SEED) {
            throw new IllegalArgumentException("seed must be in [0, " + MAX_SEED + "]: " + seed);
        }
        return seed;
    }

    @Override
    public int nextInt() {
        return twister.nextInt();
    }

    /** The next 64 bits, the high word first. */
    @Override
    public long nextLong() {
        long high = (long) twister.nextInt() << 32;
        return high | (twister.nextInt() & MAX_SEED);
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    @Override
    public double nextDouble() {
        return twister.nextDouble();
    }

    /**
     * {@code randn()}: normal with mean 0 and variance 1, by the polar method, the second of each pair kept for the
     * next call.
     */
    @Override
    public double nextGaussian() {
        return normals.next(this);
    }
}
