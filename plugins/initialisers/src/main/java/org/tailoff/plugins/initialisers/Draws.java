package org.tailoff.plugins.initialisers;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Distribution;

/** Arrays of independent draws, in order. */
final class Draws {
    /** Where truncated normals are cut off, in standard deviations. */
    private static final double CUT = 2;

    /** Standard deviation of a standard normal cut off at 2: sqrt(1 - 4 phi(2) / (2 Phi(2) - 1)). */
    private static final double CUT_STDDEV = 0.8796256610342397;

    private Draws() {}

    private static double[] of(int count, DoubleSupplier draw) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = draw.getAsDouble();
        }
        return values;
    }

    /** Normals with mean 0: {@code factor * nextGaussian() / divisor}; the division is the book's, to the last bit. */
    static double[] normal(int count, double factor, double divisor, RandomGenerator random) {
        return of(count, () -> factor * random.nextGaussian() / divisor);
    }

    /** Normals with mean 0 and standard deviation {@code stddev}. */
    static double[] normal(int count, double stddev, RandomGenerator random) {
        return normal(count, stddev, 1, random);
    }

    /** Uniform in [-limit, limit). */
    static double[] uniform(int count, double limit, RandomGenerator random) {
        return of(count, () -> limit * (2 * random.nextDouble() - 1));
    }

    /** The uniform distribution around 0 with a standard deviation. */
    static Distribution uniformOf(double stddev) {
        return new Distribution.Uniform(-Math.sqrt(3) * stddev, Math.sqrt(3) * stddev);
    }

    /** The normal distribution cut off at 2 that has, as it is then, a standard deviation. */
    static Distribution truncatedOf(double stddev) {
        return new Distribution.TruncatedNormal(stddev / CUT_STDDEV, CUT);
    }

    /** Draws of a normal, truncated normal or uniform distribution with mean 0. */
    static double[] from(Distribution distribution, int count, RandomGenerator random) {
        if (distribution instanceof Distribution.Normal normal) {
            return normal(count, normal.stddev(), random);
        }
        if (distribution instanceof Distribution.Uniform uniform) {
            return uniform(count, uniform.high(), random);
        }
        Distribution.TruncatedNormal truncated = (Distribution.TruncatedNormal) distribution;
        return of(count, () -> truncated.stddev() * truncated(truncated.cut(), random));
    }

    /** A standard normal, drawn again while further than {@code cut} from 0. */
    private static double truncated(double cut, RandomGenerator random) {
        double z = random.nextGaussian();
        while (Math.abs(z) > cut) {
            z = random.nextGaussian();
        }
        return z;
    }

    static double[] constant(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
