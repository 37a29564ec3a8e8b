package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class HolmTest {
    /** By hand: 4 x .01, 3 x .02, 2 x .03, and the last may not fall below; p.adjust in R gives the same. */
    @Test
    void smallestIsMultipliedMostAndNoneFallsBelowTheOneBefore() {
        assertThat(Holm.adjusted(.01, .02, .03, .04)).containsExactly(new double[] {.04, .06, .06, .06}, within(1e-15));
    }

    /** By hand: sorted .005, .01, .03, .04; 4 x .005, 3 x .01, 2 x .03, then .04 raised to .06. */
    @Test
    void orderOfTheInputIsKept() {
        assertThat(Holm.adjusted(.01, .04, .03, .005))
                .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-15));
    }

    @Test
    void nothingExceedsOne() {
        assertThat(Holm.adjusted(.5, .9, 1)).containsExactly(1, 1, 1);
    }

    @Test
    void oneQuestionCostsNothing() {
        assertThat(Holm.adjusted(.03)).containsExactly(.03);
        assertThat(Holm.adjusted()).isEmpty();
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        refuses("p[1] must be in [0, 1]: NaN", .5, Double.NaN);
        refuses("p[0] must be in [0, 1]: -0.1", -.1, .5);
        refuses("p[0] must be in [0, 1]: 1.5", 1.5);
    }

    /**
     * Oracle: the procedure as Holm states it: reject from the smallest on, p_(j) <= alpha / (m - j + 1), until one
     * fails.
     */
    @RandomCases(500)
    void rejectsWhatTheSequentialProcedureRejects(RandomCase random) {
        double alpha = random.between(.01, .3);
        double[] p = random.between(6, 0, random.between(0.01, 1.0));
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        int rejected = 0;
        while (rejected < p.length && sorted[rejected] * (p.length - rejected) <= alpha) {
            rejected++;
        }

        assertThat(Arrays.stream(Holm.adjusted(p)).filter(q -> q <= alpha)).hasSize(rejected);
    }

    private static void refuses(String message, double... p) {
        assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjusted(p)).withMessage(message);
    }
}
