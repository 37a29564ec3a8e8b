package org.tailoff.random;

import org.hipparchus.random.MersenneTwister;

/**
 * The Mersenne Twister MT19937 with the 53-bit doubles that Python and NumPy make of it.
 *
 * <p>Hipparchus supplies the twister; its own {@code nextDouble} keeps 52 bits and gives other numbers.
 *
 * @see <a href="https://doi.org/10.1145/272991.272995">Matsumoto and Nishimura 1998; genrand_res53 of their
 *     mt19937ar.c</a>
 */
final class Mt19937 {
    private static final double TWO_TO_26 = 0x1.0p26;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private final MersenneTwister twister;

    private Mt19937(MersenneTwister twister) {
        this.twister = twister;
    }

    /** Seeded by {@code init_genrand}, as NumPy's {@code RandomState} does for an integer seed. */
    static Mt19937 initGenrand(int seed) {
        return new Mt19937(new MersenneTwister(seed));
    }

    /** Seeded by {@code init_by_array}, as Python's {@code random} does; {@code key}: at least one word. */
    static Mt19937 initByArray(int... key) {
        return new Mt19937(new MersenneTwister(key));
    }

    /** The next 32 bits. */
    int nextInt() {
        return twister.nextInt();
    }

    /** Uniform in [0, 1): {@code (a * 2^26 + b) / 2^53} from the upper 27 and the upper 26 bits of two words. */
    double nextDouble() {
        int a = nextInt() >>> 5;
        int b = nextInt() >>> 6;
        return (a * TWO_TO_26 + b) * TWO_TO_MINUS_53;
    }
}
