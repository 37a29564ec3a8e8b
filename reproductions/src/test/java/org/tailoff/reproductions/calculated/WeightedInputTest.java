package org.tailoff.reproductions.calculated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightedInputTest {
    private static final WeightedInput UNIT = new WeightedInput(1);

    /**
     * Oracle: tables of the standard normal distribution: density 1/sqrt(2 pi), 68.27 % within one deviation, 95.45 %
     * within two.
     */
    @Test
    void aUnitVarianceGivesTheStandardNormalDistribution() {
        assertThat(UNIT.density(0)).isCloseTo(1 / Math.sqrt(2 * Math.PI), within(1e-15));
        assertThat(UNIT.beyond(1)).isCloseTo(1 - 0.682689492137, within(1e-12));
        assertThat(UNIT.beyond(2)).isCloseTo(1 - 0.954499736104, within(1e-12));
        assertThat(UNIT.beyond(0)).isEqualTo(1);
    }

    @Test
    void theDeviationScalesTheDensity() {
        WeightedInput wide = new WeightedInput(9);
        assertThat(wide.deviation()).isEqualTo(3);
        assertThat(wide.density(3)).isCloseTo(UNIT.density(1) / 3, within(1e-15));
        assertThat(wide.beyond(3)).isCloseTo(UNIT.beyond(1), within(1e-15));
    }

    /**
     * Oracle: the rectangle rule, which converges faster than any power of its step for a smooth function that vanishes
     * at both ends.
     */
    @Test
    void theMeanSlopeIsTheIntegralOverTheDensity() {
        for (double variance : new double[] {0.01, 1.5, 501}) {
            WeightedInput z = new WeightedInput(variance);
            double step = 0.001;
            double sum = 0;
            for (int i = -60_000; i <= 60_000; i++) {
                sum += Functions.sigmoidPrime(i * step) * z.density(i * step) * step;
            }
            assertThat(z.meanSigmoidPrime()).isCloseTo(sum, within(1e-11));
        }
    }
}
