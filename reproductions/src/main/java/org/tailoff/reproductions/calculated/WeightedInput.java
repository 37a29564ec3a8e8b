package org.tailoff.reproductions.calculated;

import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.analysis.integration.UnivariateIntegrator;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The weighted input z = sum_j w_j x_j + b of a hidden neuron of section 3.3, whose weights and bias are independent
 * and normal with mean 0: z ~ N(0, variance).
 *
 * @param variance the number of inputs that are 1 times the variance of a weight, plus the variance of the bias; above
 *     0
 */
public record WeightedInput(double variance) {
    /** Where sigma' is below 5e-18 and adds nothing to a mean in double precision. */
    private static final double FAR = 40;

    private static final UnivariateIntegrator QUADRATURE = new IterativeLegendreGaussIntegrator(16, 1e-12, 1e-15);
    private static final int EVALUATIONS = 1_000_000;

    /** {@return the standard deviation of z} */
    public double deviation() {
        return Math.sqrt(variance);
    }

    private NormalDistribution distribution() {
        return new NormalDistribution(0, deviation());
    }

    /**
     * The density of z.
     *
     * @param z any number
     * @return a number above 0, largest at z = 0
     */
    public double density(double z) {
        return distribution().density(z);
    }

    /**
     * P(|z| &gt; bound).
     *
     * @param bound at least 0
     * @return a probability in [0, 1]
     */
    public double beyond(double bound) {
        return 2 * distribution().cumulativeProbability(-bound);
    }

    /** {@return E[sigma'(z)], by quadrature; in (0, 0.25)} */
    public double meanSigmoidPrime() {
        NormalDistribution normal = distribution();
        return QUADRATURE.integrate(EVALUATIONS, z -> Functions.sigmoidPrime(z) * normal.density(z), -FAR, FAR);
    }
}
