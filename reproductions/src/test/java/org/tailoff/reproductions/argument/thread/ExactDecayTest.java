package org.tailoff.reproductions.argument.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.spec.RunSpec;
import org.tailoff.verify.Plan;

class ExactDecayTest {
    private static final MathContext FORTY = new MathContext(40);
    private static final RunSpec EXAMPLE = spec(BookRun.OLD_30);

    /** Oracle: e to forty digits, from a table. */
    @Test
    void theExponentialOfOneIsE() {
        assertThat(ExactDecay.exp(BigDecimal.ONE).round(FORTY))
                .isEqualTo(new BigDecimal("2.718281828459045235360287471352662497757"));
    }

    @Test
    void theExponentialOfALargeNegativeNumberIsTheReciprocalOfItsOpposite() {
        BigDecimal product =
                ExactDecay.exp(BigDecimal.valueOf(1000)).multiply(ExactDecay.exp(BigDecimal.valueOf(-1000)));
        assertThat(product.round(FORTY)).isEqualByComparingTo(BigDecimal.ONE);
    }

    /** Oracle: the table of closed forms that the claims were written with. */
    @Test
    void theExamplesDecayAsTheTableSays() {
        assertThat(ExactDecay.decay(EXAMPLE)).isEqualByComparingTo(new BigDecimal("0.00001"));
        assertThat(ExactDecay.factor(EXAMPLE).doubleValue()).isEqualTo(0.951229186692, within(5e-13));
        assertThat(ExactDecay.approximation(EXAMPLE).doubleValue()).isEqualTo(0.951229424501, within(5e-13));
    }

    /** -(eta lambda/m) q/2 = -0.05 1e-5/2, and q^2/3 is less by 1e5. */
    @Test
    void theRelativeErrorIsThatOfTheFirstTermLeftOut() {
        assertThat(ExactDecay.relativeError(EXAMPLE)).isEqualTo(-2.5e-7, within(1e-11));
    }

    private static RunSpec spec(BookRun example) {
        return example.runs(new Plan(1, false)).values().iterator().next();
    }
}
