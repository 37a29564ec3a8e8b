package org.tailoff.random;

import java.util.random.RandomGenerator;
import org.hipparchus.util.FastMath;

/**
 * Standard normals by the polar Box-Muller method (Marsaglia and Bray 1964), two at a time.
 *
 * <p>With x1, x2 uniform in [-1, 1) and r2 = x1^2 + x2^2 in (0, 1): f = sqrt(-2 ln(r2) / r2); f x2 is returned and f x1
 * is kept for the next call, whatever is drawn in between. That is NumPy's order. A ziggurat would be faster, but
 * decides one normal in a hundred by {@code Math.exp}, whose last bit is not the same everywhere.
 */
final class PolarNormals {
    private boolean hasKept;
    private double kept;

    /** The normal that was kept, else one of a pair made of the next doubles of {@code random}. */
    double next(RandomGenerator random) {
        if (hasKept) {
            hasKept = false;
            return kept;
        }
        double x1;
        double x2;
        double r2;
        do {
            x1 = 2.0 * random.nextDouble() - 1.0;
            x2 = 2.0 * random.nextDouble() - 1.0;
            r2 = x1 * x1 + x2 * x2;
        } while (r2 >= 1.0 || r2 == 0.0);
        double f = FastMath.sqrt(-2.0 * FastMath.log(r2) / r2);
        kept = f * x1;
        hasKept = true;
        return f * x2;
    }
}
