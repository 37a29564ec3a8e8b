package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class PublishedCostsTest {
    /**
     * Oracle: the sum of squares by hand from the first two costs that the book's file holds, in decimal arithmetic.
     */
    @Test
    void theSumOfSquaresIsReadOffTheDifferenceOfThePublishedCosts() {
        BigDecimal weight = new BigDecimal("2.5").multiply(new BigDecimal("0.00008"));
        // regularized_full.json, the first entries of test cost and training cost.
        BigDecimal test = new BigDecimal("4.307279191865604");
        BigDecimal training = new BigDecimal("1.2925405259017666");
        double expected =
                test.subtract(training).divide(weight, MathContext.DECIMAL64).doubleValue();
        assertThat(PublishedCosts.squares(1, 0)).isEqualTo(expected, within(1e-9 * expected));
    }

    @Test
    void aGapBetweenTheDataCostsIsTakenOff() {
        double perUnit = 1 / (2.5 * 0.00008);
        assertThat(PublishedCosts.squares(1, 0) - PublishedCosts.squares(1, 0.01))
                .isEqualTo(0.01 * perUnit, within(1e-8));
    }

    /**
     * About n_w = 23,820 weights of N(0,1) that have decayed for an epoch by exp(-0.25) each, so by exp(-0.5) squared.
     */
    @Test
    void theSumHasTheSizeThatDecayLeaves() {
        assertThat(PublishedCosts.squares(1, 0))
                .isBetween(0.9 * 23_820 * Math.exp(-0.5), 1.1 * 23_820 * Math.exp(-0.5));
        assertThat(PublishedCosts.squares(2, 0)).isLessThan(PublishedCosts.squares(1, 0));
    }
}
