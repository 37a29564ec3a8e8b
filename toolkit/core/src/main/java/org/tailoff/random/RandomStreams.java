package org.tailoff.random;

import java.util.random.RandomGenerator;

/**
 * The streams of one run, one per use, so that drawing more from one never moves another.
 *
 * <p>Each call returns a new generator in the stream's first state: ask once per use and pass the generator on. Two
 * arms of a comparison that ask the same streams get the same draws: they are paired.
 */
public sealed interface RandomStreams permits BookStreams, NamedStreams {
    /**
     * Draws initial weights and biases.
     *
     * @return a new generator, in the first state of its stream
     */
    RandomGenerator initialisation();

    /**
     * Draws the order of the training examples.
     *
     * @return a new generator, in the first state of its stream
     */
    RandomGenerator shuffling();
}
