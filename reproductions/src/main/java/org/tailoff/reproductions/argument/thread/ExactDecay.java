package org.tailoff.reproductions.argument.thread;

import java.math.BigDecimal;
import java.math.MathContext;
import org.tailoff.spec.RunSpec;

/**
 * Weight decay to fifty digits, with the settings as they are written in decimals: for differences that doubles do not
 * resolve.
 */
final class ExactDecay {
    static final MathContext DIGITS = new MathContext(50);

    /** The first term left out, (1/2)^41/41!, is below 1e-61. */
    private static final int TERMS = 40;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private ExactDecay() {}

    /** q = eta lambda/n. */
    static BigDecimal decay(RunSpec spec) {
        return BigDecimal.valueOf(spec.training().learningRate())
                .multiply(BigDecimal.valueOf(spec.training().regularisation().lambda()))
                .divide(BigDecimal.valueOf(spec.data().trainingImages()), DIGITS);
    }

    /** f = (1 - q)^(n/m). */
    static BigDecimal factor(RunSpec spec) {
        return BigDecimal.ONE.subtract(decay(spec)).pow(spec.iterationsPerEpoch(), DIGITS);
    }

    /** exp(-eta lambda/m). */
    static BigDecimal approximation(RunSpec spec) {
        return exp(decay(spec).multiply(BigDecimal.valueOf(-spec.iterationsPerEpoch())));
    }

    /** f / exp(-eta lambda/m) - 1. */
    static double relativeError(RunSpec spec) {
        return factor(spec)
                .divide(approximation(spec), DIGITS)
                .subtract(BigDecimal.ONE)
                .doubleValue();
    }

    /**
     * exp(x): its Taylor series at x halved often enough, squared as often. Each squaring doubles the relative error,
     * 1e-49.
     */
    static BigDecimal exp(BigDecimal x) {
        if (x.abs().compareTo(HALF) > 0) {
            return exp(x.multiply(HALF)).pow(2, DIGITS);
        }
        BigDecimal sum = BigDecimal.ONE;
        for (int k = TERMS; k > 0; k--) {
            sum = BigDecimal.ONE.add(x.multiply(sum).divide(BigDecimal.valueOf(k), DIGITS), DIGITS);
        }
        return sum;
    }
}
