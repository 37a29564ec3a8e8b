package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class NoncentralTTest {
    /** SciPy 1.17: stats.nct.cdf(t, degrees, delta), among them a t as far out as that of equal arms. */
    @ParameterizedTest
    @CsvSource({
        "30, 4, 20, 0.7755578017791107",
        "-1, 3, 1.5, 0.011526032387685223",
        "0, 5, 1, 0.15865525393145707",
        "330, 4, 300, 0.5080179558666847",
        "700, 9, 600, 0.6774155304126441",
        "2.3, 1, 1, 0.6621246599919325",
    })
    void probabilitiesAreThoseOfSciPy(double t, double degrees, double delta, double probability) {
        assertThat(new NoncentralT(degrees, delta).cumulativeProbability(t)).isCloseTo(probability, within(1e-9));
    }

    @RandomCases(50)
    void withoutADifferenceItIsStudents(RandomCase random) {
        int degrees = random.between(1, 100);
        double t = random.between(-8.0, 8);
        assertThat(new NoncentralT(degrees, 0).cumulativeProbability(t))
                .isCloseTo(new TDistribution(degrees).cumulativeProbability(t), within(1e-11));
    }

    /** R's package MBESS, in its manual: conf.limits.nct(ncp = 2.83, df = 126, conf.level = .95). */
    @Test
    void limitsOfTheNoncentralityAreThoseOfMbess() {
        assertThat(NoncentralT.noncentrality(126, 2.83, 0.975)).isCloseTo(0.8337502, within(1e-6));
        assertThat(NoncentralT.noncentrality(126, 2.83, 0.025)).isCloseTo(4.815359, within(1e-6));
    }

    @RandomCases(50)
    void theNoncentralityHasItsProbabilityHoweverFarOut(RandomCase random) {
        int degrees = random.between(1, 50);
        double t = Math.exp(random.between(-3.0, 12));
        double probability = random.between(0.001, 0.999);
        double delta = NoncentralT.noncentrality(degrees, t, probability);
        assertThat(new NoncentralT(degrees, delta).cumulativeProbability(t)).isCloseTo(probability, within(1e-6));
    }
}
