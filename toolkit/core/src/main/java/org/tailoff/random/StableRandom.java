package org.tailoff.random;

import java.util.random.RandomGenerator;
import org.hipparchus.util.FastMath;

/**
 * A generator whose every draw is worked out here, from {@code nextLong}, {@code nextInt} and {@code nextDouble} alone.
 *
 * <p>The default methods of {@link RandomGenerator} are the JDK's to change: it says what {@code nextInt(bound)} or
 * {@code nextGaussian()} are distributed like, not which numbers come. All of them are given again, so that the same
 * seed means the same numbers on every JDK, but for these:
 *
 * <ul>
 *   <li>{@code ints}, {@code longs}, {@code doubles}: specified as the stream of what the method of the same name and
 *       arguments returns, call by call;
 *   <li>{@code isDeprecated}: draws nothing;
 *   <li>{@code equiDoubles}: newer than Java 17. Its numbers are the JDK's; nothing of ours calls it.
 * </ul>
 *
 * <p>Nor does a digit hang on {@code Math.log}, which a JDK may take from the processor's maker: the logarithm is
 * Hipparchus's, made of sums and products, and {@code Math.sqrt} is rounded correctly wherever Java runs.
 */
sealed interface StableRandom extends RandomGenerator permits CommonsRandom, NumpyRandom, PythonRandom {
    /** The upper half of {@code nextLong()}. */
    @Override
    default int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /** Uniform in [0, 1): the upper 53 bits of {@code nextLong()}, times 2^-53. */
    @Override
    default double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [0, 1): the upper 24 bits of {@code nextInt()}, times 2^-24. */
    @Override
    default float nextFloat() {
        return (nextInt() >>> 8) * 0x1.0p-24f;
    }

    /** The first bit of {@code nextInt()}. */
    @Override
    default boolean nextBoolean() {
        return nextInt() < 0;
    }

    /** From each {@code nextInt()} four bytes, the low one first; what is left of the last int is dropped. */
    @Override
    default void nextBytes(byte[] bytes) {
        int word = 0;
        for (int i = 0; i < bytes.length; i++) {
            word = i % Integer.BYTES == 0 ? nextInt() : word >>> Byte.SIZE;
            bytes[i] = (byte) word;
        }
    }

    /**
     * Uniform in [0, bound): floor(bound x / 2^32), x the next 32 bits, drawn again where that would favour some
     * results.
     *
     * @throws IllegalArgumentException if {@code bound <= 0}
     * @see <a href="https://doi.org/10.1145/3230636">Lemire 2019, Fast random integer generation in an interval</a>
     */
    @Override
    default int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be above 0: " + bound);
        }
        long product;
        long low;
        do {
            product = Integer.toUnsignedLong(nextInt()) * bound;
            low = product & 0xffff_ffffL;
        } while (low < bound && low < (1L << 32) % bound); // the first comparison saves most divisions
        return (int) (product >>> 32);
    }

    /**
     * {@code origin + nextInt(bound - origin)}; where that difference is no int, the first {@code nextInt()} in the
     * range.
     *
     * @throws IllegalArgumentException if {@code origin >= bound}
     */
    @Override
    default int nextInt(int origin, int bound) {
        if (origin >= bound) {
            throw new IllegalArgumentException("bound must be above " + origin + ": " + bound);
        }
        if (bound - origin > 0) {
            return origin + nextInt(bound - origin);
        }
        int drawn;
        do {
            drawn = nextInt();
        } while (drawn < origin || drawn >= bound);
        return drawn;
    }

    /**
     * Uniform in [0, bound): the upper 63 bits of {@code nextLong()} modulo {@code bound}, drawn again where that would
     * favour some results.
     *
     * @throws IllegalArgumentException if {@code bound <= 0}
     */
    @Override
    default long nextLong(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be above 0: " + bound);
        }
        long bits;
        long remainder;
        do {
            bits = nextLong() >>> 1;
            remainder = bits % bound;
        } while (bits - remainder + (bound - 1) < 0);
        return remainder;
    }

    /**
     * {@code origin + nextLong(bound - origin)}; where that difference is no long, the first {@code nextLong()} in the
     * range.
     *
     * @throws IllegalArgumentException if {@code origin >= bound}
     */
    @Override
    default long nextLong(long origin, long bound) {
        if (origin >= bound) {
            throw new IllegalArgumentException("bound must be above " + origin + ": " + bound);
        }
        if (bound - origin > 0) {
            return origin + nextLong(bound - origin);
        }
        long drawn;
        do {
            drawn = nextLong();
        } while (drawn < origin || drawn >= bound);
        return drawn;
    }

    /**
     * {@code nextDouble(0, bound)}.
     *
     * @throws IllegalArgumentException unless {@code bound} is finite and above 0
     */
    @Override
    default double nextDouble(double bound) {
        return nextDouble(0, bound);
    }

    /**
     * {@code (1 - u) origin + u bound}, u the next double, kept in [origin, bound) where rounding led out of it.
     *
     * @throws IllegalArgumentException unless both are finite and {@code origin < bound}
     */
    @Override
    default double nextDouble(double origin, double bound) {
        if (!Double.isFinite(origin)) {
            throw new IllegalArgumentException("origin must be finite: " + origin);
        }
        if (!(origin < bound && bound <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("bound must be finite and above " + origin + ": " + bound);
        }
        double u = nextDouble();
        double drawn = (1 - u) * origin + u * bound;
        return Math.max(origin, Math.min(drawn, Math.nextDown(bound)));
    }

    /**
     * {@code nextFloat(0, bound)}.
     *
     * @throws IllegalArgumentException unless {@code bound} is finite and above 0
     */
    @Override
    default float nextFloat(float bound) {
        return nextFloat(0, bound);
    }

    /**
     * {@code (1 - u) origin + u bound}, u the next float, kept in [origin, bound) where rounding led out of it.
     *
     * @throws IllegalArgumentException unless both are finite and {@code origin < bound}
     */
    @Override
    default float nextFloat(float origin, float bound) {
        if (!Float.isFinite(origin)) {
            throw new IllegalArgumentException("origin must be finite: " + origin);
        }
        if (!(origin < bound && bound <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("bound must be finite and above " + origin + ": " + bound);
        }
        float u = nextFloat();
        float drawn = (1 - u) * origin + u * bound;
        return Math.max(origin, Math.min(drawn, Math.nextDown(bound)));
    }

    /** Normal with mean 0 and variance 1, by {@link PolarNormals}. */
    @Override
    double nextGaussian();

    /**
     * {@code mean + stddev * nextGaussian()}.
     *
     * @throws IllegalArgumentException if {@code !(stddev >= 0)}
     */
    @Override
    default double nextGaussian(double mean, double stddev) {
        if (!(stddev >= 0)) {
            throw new IllegalArgumentException("stddev must be at least 0: " + stddev);
        }
        return mean + stddev * nextGaussian();
    }

    /** Exponential with mean 1: {@code -ln(1 - u)}, u the next double. */
    @Override
    default double nextExponential() {
        return 0 - FastMath.log(1 - nextDouble());
    }
}
