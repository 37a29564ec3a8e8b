package org.tailoff.analysis;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * Means over S = sqrt(chi^2_nu / nu), the ratio of an estimated standard deviation to the true one: the step from a
 * normal probability to the same with an estimated standard deviation.
 *
 * <p>Gauss-Legendre quadrature of the density 2 (nu/2)^(nu/2) / Gamma(nu/2) s^(nu-1) exp(-nu s^2 / 2), over all of S
 * but a probability below 1e-16.
 */
final class Studentised {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(100);

    /** Standard deviations of chi^2 to either side of its mean, and what its upper tail needs beyond them. */
    private static final double REACH = 12;

    private static final double UPPER_TAIL = 80;

    private final double degreesOfFreedom;
    private final double logConstant;
    private final double low;
    private final double high;

    Studentised(double degreesOfFreedom) {
        double half = degreesOfFreedom / 2;
        this.degreesOfFreedom = degreesOfFreedom;
        logConstant = FastMath.log(2) + half * FastMath.log(half) - Gamma.logGamma(half);
        double reach = REACH * Math.sqrt(1 / half);
        low = Math.sqrt(Math.max(0, 1 - reach));
        high = Math.sqrt(1 + reach + UPPER_TAIL / degreesOfFreedom);
    }

    /**
     * The mean of g(S).
     *
     * @param g bounded
     * @param bends where g changes fast: the quadrature goes piece by piece between them
     */
    double mean(DoubleUnaryOperator g, double... bends) {
        double[] inside = Arrays.stream(bends)
                .filter(bend -> bend > low && bend < high)
                .sorted()
                .toArray();
        double sum = 0;
        double from = low;
        for (double bend : inside) {
            sum += integral(s -> density(s) * g.applyAsDouble(s), from, bend);
            from = bend;
        }
        return sum + integral(s -> density(s) * g.applyAsDouble(s), from, high);
    }

    private double density(double s) {
        return FastMath.exp(logConstant + (degreesOfFreedom - 1) * FastMath.log(s) - degreesOfFreedom * s * s / 2);
    }

    /** Of a smooth function. */
    static double integral(DoubleUnaryOperator f, double from, double to) {
        double middle = (from + to) / 2;
        double half = (to - from) / 2;
        return half * RULE.integrate(x -> f.applyAsDouble(middle + half * x));
    }
}
