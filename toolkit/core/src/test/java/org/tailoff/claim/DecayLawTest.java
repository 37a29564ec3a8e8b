package org.tailoff.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.analysis.Estimate;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;

class DecayLawTest {
    private static DecayLaw law(int images, double lambda, double eta, int miniBatch) {
        return DecayLaw.of(new RunSpec(
                new DenseNetwork(List.of(784, 30, 10), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, "x"),
                new TrainingSpec(
                        eta, miniBatch, 1, lambda == 0 ? new Regularisation.None() : new Regularisation.L2(lambda)),
                new DataSpec(images, List.of()),
                new SeedSpec.Streams(1),
                ExecutionSpec.DEFAULT));
    }

    /**
     * Oracle: values worked out by hand from the closed form, before this class was written, each to the digits given.
     */
    @ParameterizedTest
    @CsvSource({
        "1000, .1, .5, 23820, 400, 5e-5, 0.995012354812, 0.995012479193, 0.135329, 138.6, 666.4, 1007.8",
        "50000, 5, .5, 23820, 30, 5e-5, 0.778795915419, 0.778800783071, 0.000553, 2.77, 13.33, 20.16",
        "50000, 5, .1, 23820, 30, 1e-5, 0.951229186692, 0.951229424501, 0.223128, 13.86, 66.64, 100.78",
        "50000, 5, .1, 79400, 30, 1e-5, 0.951229186692, 0.951229424501, 0.223128, 13.86, 66.64, 112.82"
    })
    void theBooksRunsDecayAsPredicted(
            int images,
            double lambda,
            double eta,
            int weights,
            int epochs,
            double q,
            double f,
            double approximation,
            double left,
            double halfLife,
            double toFanIn,
            double toAll) {
        DecayLaw law = law(images, lambda, eta, 10);

        assertThat(law.q()).isCloseTo(q, within(1e-20));
        assertThat(law.stepsPerEpoch()).isEqualTo(images / 10);
        assertThat(law.exponent()).isCloseTo(eta * lambda / 10, within(1e-15));
        assertThat(law.factor()).isCloseTo(f, within(5e-13));
        assertThat(law.approximation()).isCloseTo(approximation, within(5e-13));
        assertThat(law.factor(epochs)).isCloseTo(left, within(5e-7));
        assertThat(law.halfLife()).isCloseTo(halfLife, within(0.05));
        assertThat(law.epochsTo(1 / Math.sqrt(784))).isCloseTo(toFanIn, within(0.05));
        assertThat(law.epochsTo(1 / Math.sqrt(weights))).isCloseTo(toAll, within(0.05));
    }

    /** -(eta lambda/m) q/2 with x = eta lambda/m = .05 and q = 1e-5; the next term is x q^2, the rounding 2e-16. */
    @Test
    void theApproximationIsOffByHalfTheExponentTimesQ() {
        DecayLaw law = law(50_000, 5, .1, 10);
        assertThat(law.factor() / law.approximation() - 1).isCloseTo(-.05 * 1e-5 / 2, within(1e-11));
    }

    @Test
    void whatIsLeftAfterTheTimeToAShareIsThatShare() {
        DecayLaw law = new DecayLaw(1e-3, 100);
        assertThat(Math.pow(law.factor(), law.epochsTo(0.037))).isCloseTo(0.037, within(1e-14));
        assertThat(Math.pow(law.factor(), law.halfLife())).isCloseTo(0.5, within(1e-14));
    }

    /** Oracle: the product, one factor after the other, in decimal arithmetic of 60 digits. */
    @RandomCases(50)
    void thePowerIsCorrectlyRounded(RandomCase random) {
        double q = random.between(0.0, 3.0);
        int steps = random.between(1, 50);
        int epochs = random.between(0, 10);
        BigDecimal product = BigDecimal.ONE;
        for (int step = 0; step < steps * epochs; step++) {
            product = product.multiply(new BigDecimal(1 - q), new MathContext(60));
        }
        assertThat(new DecayLaw(q, steps).factor(epochs)).isEqualTo(product.doubleValue());
    }

    @Test
    void afterNoEpochEverythingIsLeft() {
        assertThat(new DecayLaw(1e-5, 5000).factor(0)).isEqualTo(1);
        assertThat(new DecayLaw(1, 100).factor(0)).isEqualTo(1);
    }

    /**
     * By hand: ln f = -.05 (1 + q/2), so that 1 % an epoch, ln 0.99 = -0.01005034, is 0.201 of the rate. The double 1-q
     * is off by 1.1e-16 at most, which is 1.1e-11 of q.
     */
    @Test
    void aRateIsInUnitsOfDecays() {
        DecayLaw law = law(50_000, 5, .1, 10);
        assertThat(law.rate(law.factor(), 1)).isCloseTo(1, within(2e-11));
        assertThat(law.rate(law.factor(7), 7)).isCloseTo(1, within(2e-11));
        assertThat(law.rate(1, 1)).isZero();
        assertThat(law.rate(0.99, 1)).isCloseTo(0.01005033585 / 0.05000025, within(1e-9));
        assertThat(law.rate(1.02, 2)).isCloseTo(-0.01980262730 / 0.1000005, within(1e-9));
    }

    /** What a ratio "within 1 %" of f lets pass: at lambda = 0.1 on 1000 images, f = 0.995. */
    @Test
    void noDecayAtAllIsOffByAHundredPercentHoweverNearOneFIs() {
        DecayLaw law = law(1000, .1, .5, 10);
        assertThat(Math.abs(1 / law.factor() - 1)).isLessThan(0.01);
        assertThat(Verdict.of(DecayLaw.asFast("rate"), Estimate.exact(law.rate(1, 1))))
                .isEqualTo(Verdict.REFUTED);
        assertThat(Verdict.of(DecayLaw.offByLittle("off"), Estimate.exact(Math.abs(law.rate(1, 1) - 1))))
                .isEqualTo(Verdict.REFUTED);
        assertThat(Verdict.of(DecayLaw.asFast("rate"), Estimate.exact(1.049))).isEqualTo(Verdict.SUPPORTED);
    }

    /** Where eta lambda is not small against n. */
    @Nested
    class OutsideTheProviso {
        @Test
        void withoutDecayNothingChangesAndNothingIsEverHalved() {
            DecayLaw law = law(50_000, 0, .5, 10);
            assertThat(law.factor()).isEqualTo(1);
            assertThat(law.factor(400)).isEqualTo(1);
            assertThat(law.approximation()).isEqualTo(1);
            assertThat(law.halfLife()).isInfinite().isPositive();
        }

        @Test
        void aFullDecayLeavesNothingAtOnce() {
            DecayLaw law = law(1000, 20, 50, 10);
            assertThat(law.q()).isEqualTo(1);
            assertThat(law.factor()).isZero();
            assertThat(law.halfLife()).isZero();
        }

        @Test
        void twiceThatTurnsTheSignAtEveryStepAndNeverDecays() {
            assertThat(law(1000, 20, 100, 10).factor()).isEqualTo(1);
            assertThat(law(990, 19.8, 100, 10).factor()).isEqualTo(-1);
        }

        /** 9^100, from an integer's digits. */
        @Test
        void tenTimesThatBlowsUp() {
            DecayLaw law = law(1000, 1000, 10, 10);
            assertThat(law.q()).isEqualTo(10);
            assertThat(law.factor()).isEqualTo(2.6561398887587478e95);
        }
    }
}
