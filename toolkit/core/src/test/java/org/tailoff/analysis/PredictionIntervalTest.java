package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tailoff.random.NamedStreams;

class PredictionIntervalTest {
    /** By hand: mean 3, s^2 = 10/4, and t_{0.975, 4} = 2.776445105 from a printed table. */
    @Test
    void fiveDrawsAreWidenedByTheRootOfOnePlusAFifth() {
        PredictionInterval interval = PredictionInterval.of(0.95, 1, 2, 3, 4, 5);
        double half = 2.776445105 * Math.sqrt(2.5) * Math.sqrt(1.2);

        assertThat(interval.mean()).isEqualTo(3);
        assertThat(interval.half()).isCloseTo(half, within(1e-8));
        assertThat(interval.low()).isCloseTo(3 - half, within(1e-8));
        assertThat(interval.high()).isCloseTo(3 + half, within(1e-8));
        assertThat(interval.distance(3 + half)).isCloseTo(1, within(1e-8));
        assertThat(interval.distance(3)).isZero();
    }

    /**
     * The further draw falls inside with the promised probability: a count of 20,000 trials has standard error 0.00212
     * at 0.9, so five of them are passed with probability 6e-7 (fixed seed 1).
     */
    @Test
    void aFurtherNormalDrawFallsInsideAsOftenAsPromised() {
        RandomGenerator random = new NamedStreams(1).stream("prediction");
        int trials = 20_000;
        int inside = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] draws = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            inside += PredictionInterval.of(0.9, draws).distance(random.nextGaussian()) <= 1 ? 1 : 0;
        }
        assertThat(inside / (double) trials).isCloseTo(0.9, within(5 * Math.sqrt(0.9 * 0.1 / trials)));
    }

    @Test
    void equalDrawsAllowTheirOwnValueAlone() {
        PredictionInterval interval = PredictionInterval.of(0.95, 10, 10, 10);

        assertThat(interval.distance(10)).isZero();
        assertThat(interval.distance(11)).isInfinite();
        assertThat(interval.distance(Double.NaN)).isNaN();
    }

    @Test
    void oneDrawOrAnImpossibleConfidenceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictionInterval.of(0.95, 1))
                .withMessage("number of draws must be at least 2, was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictionInterval.of(1, 1, 2))
                .withMessage("confidence must be in (0, 1): 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictionInterval.of(Double.NaN, 1, 2))
                .withMessage("confidence must be in (0, 1): NaN");
    }
}
