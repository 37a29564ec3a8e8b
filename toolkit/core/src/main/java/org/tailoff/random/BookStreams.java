package org.tailoff.random;

import java.util.random.RandomGenerator;

/**
 * The book's streams: NumPy's for the weights and Python's for the order, two different generators from one seed.
 *
 * @param seed the argument of both {@code random.seed} and {@code numpy.random.seed}, in [0, 2^32 - 1]; the book's is
 *     12345678
 */
public record BookStreams(long seed) implements RandomStreams {
    /**
     * Checks the seed.
     *
     * @param seed in [0, 2^32 - 1]
     * @throws IllegalArgumentException if {@code seed} is outside [0, 2^32 - 1]
     */
    public BookStreams {
        NumpyRandom.requireSeed(seed);
    }

    @Override
    public RandomGenerator initialisation() {
        return new NumpyRandom(seed);
    }

    @Override
    public RandomGenerator shuffling() {
        return new PythonRandom(seed);
    }
}
