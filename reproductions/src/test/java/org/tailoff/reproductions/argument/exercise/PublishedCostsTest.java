package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.Life;
import org.tailoff.verify.Plan;

class PublishedCostsTest {
    @TempDir
    private Path directory;

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

    /** The rate 1 is that of sums that fall by f^2, the rate 0 that of sums that stay. */
    @Test
    void sumsThatDoNotFallRefuteAndSumsThatFallAsUnderDecaySupport() {
        PublishedCosts examination = new PublishedCosts();
        ExperimentRuns records = new FakeRuns(new Plan(1, false), directory)
                .add(Life.DECAY, examination.experiments())
                .records();
        Finding none = PublishedCosts.rate(records, "part", 14_000, 14_000);
        assertThat(none.evidence().measured().value()).isZero();
        assertThat(none.verdict()).isEqualTo(Verdict.REFUTED);
        Finding decay = PublishedCosts.rate(records, "part", 14_000, 14_000 * Math.exp(-0.5));
        assertThat(decay.evidence().measured().value()).isEqualTo(1, within(1e-4));
        assertThat(decay.verdict()).isEqualTo(Verdict.SUPPORTED);
    }
}
