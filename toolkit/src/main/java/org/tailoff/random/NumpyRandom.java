package org.tailoff.random;

import java.util.random.RandomGenerator;
import org.hipparchus.util.FastMath;

/**
 * The stream of NumPy's legacy {@code RandomState}: MT19937 seeded by {@code init_genrand}.
 *
 * <p>{@code nextDouble()} is {@code random_sample()} and {@code nextGaussian()} is {@code randn()}. The logarithm is
 * Hipparchus's, which gives the same bits on every machine; it differs from the C library's in the last bit of about one
 * normal in 2,000. Not safe for use by several threads.
 *
 * @see <a href="https://github.com/numpy/numpy/blob/main/numpy/random/src/legacy/legacy-distributions.c">NumPy,
 *     legacy-distributions.c</a>
 */
public final class NumpyRandom implements RandomGenerator {
    /** The largest seed that NumPy takes: 2^32 - 1. */
    public static final long MAX_SEED = 0xffff_ffffL;

    private final Mt19937 twister;
    private boolean hasCached;
    private double cached;

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
     * Normal with mean 0 and variance 1, by the polar Box-Muller method (Marsaglia and Bray 1964).
     *
     * <p>With x1, x2 uniform in [-1, 1) and r2 = x1^2 + x2^2 in (0, 1): f = sqrt(-2 ln(r2) / r2); f x2 is returned and
     * f x1 is kept for the next call, whatever is drawn in between.
     */
    @Override
    public double nextGaussian() {
        if (hasCached) {
            hasCached = false;
            return cached;
        }
        return nextPair();
    }

    /**
     * {@code mean + stddev * nextGaussian()}; Java's own version would bypass the stream of normals above.
     *
     * @throws IllegalArgumentException if {@code !(stddev >= 0)}
     */
    @Override
    public double nextGaussian(double mean, double stddev) {
        if (!(stddev >= 0)) {
            throw new IllegalArgumentException("stddev must be at least 0: " + stddev);
        }
        return mean + stddev * nextGaussian();
    }

    private double nextPair() {
        double x1;
        double x2;
        double r2;
        do {
            x1 = 2.0 * nextDouble() - 1.0;
            x2 = 2.0 * nextDouble() - 1.0;
            r2 = x1 * x1 + x2 * x2;
        } while (r2 >= 1.0 || r2 == 0.0);
        double f = FastMath.sqrt(-2.0 * FastMath.log(r2) / r2);
        cached = f * x1;
        hasCached = true;
        return f * x2;
    }
}
