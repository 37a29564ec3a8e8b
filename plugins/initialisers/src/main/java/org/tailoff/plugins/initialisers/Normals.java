package org.tailoff.plugins.initialisers;

import java.util.random.RandomGenerator;

/** Arrays of independent normals with mean 0. */
final class Normals {
    private Normals() {}

    /** {@code count} draws of {@code nextGaussian() / divisor}, in order; the division is the book's, to the last bit. */
    static double[] draw(int count, double divisor, RandomGenerator random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian() / divisor;
        }
        return values;
    }
}
