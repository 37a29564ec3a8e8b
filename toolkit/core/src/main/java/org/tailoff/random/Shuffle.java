package org.tailoff.random;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The order in which examples are visited: Python 2's {@code random.shuffle}, for the book's runs and all others.
 *
 * <p>Python 3 draws with {@code getrandbits} and gives another order from the same seed.
 */
public final class Shuffle {
    private Shuffle() {}

    /**
     * The untouched order 0, 1, ..., n - 1.
     *
     * @param n how many examples, at least 0
     * @return a new array of length {@code n}
     * @throws IllegalArgumentException if {@code n < 0}
     */
    public static int[] identity(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0: " + n);
        }
        return IntStream.range(0, n).toArray();
    }

    /**
     * Shuffles in place: for i = length - 1 down to 1 it swaps element i with element j = floor(u (i + 1)), u in [0,
     * 1).
     *
     * <p>An epoch of the book shuffles the order the epoch before has left, not a fresh one.
     *
     * @param order any values; every permutation is equally likely
     * @param random draws {@code length - 1} doubles
     */
    public static void inPlace(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = (int) (random.nextDouble() * (i + 1));
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
