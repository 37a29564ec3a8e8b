package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class ChangePointTest {
    private static final int EPOCHS = 31;
    private static final double SLOPE = -.05;
    private static final double LEVEL = -2;

    /** Oracle: a grid of breaks 1/50 epoch apart, each with the squares that Hipparchus reports; none may be better. */
    @RandomCases(100)
    void noBreakOfAFineGridFitsBetter(RandomCase random) {
        double[] series = random.between(12, -1, 1);
        double best = Hinge.best(series).squares();
        double ofGrid = IntStream.rangeClosed(50, 9 * 50)
                .mapToDouble(i -> squares(series, i / 50.0))
                .min()
                .orElseThrow();

        assertThat(best).isLessThanOrEqualTo(ofGrid + 1e-12);
    }

    private static double squares(double[] series, double at) {
        SimpleRegression fit = new SimpleRegression();
        IntStream.range(0, series.length).forEach(e -> fit.addData(e < at ? e - at : 0, series[e]));
        return fit.getSumSquaredErrors();
    }

    private static double[] series(IntToDoubleFunction value) {
        return IntStream.range(0, EPOCHS).mapToDouble(value).toArray();
    }

    private static double[] hinge(double at) {
        return series(e -> LEVEL + SLOPE * (e < at ? e - at : 0));
    }

    private static double[] line() {
        return series(e -> SLOPE * e);
    }

    private static double[] withNoise(double[] series, double deviation, RandomGenerator random) {
        return Arrays.stream(series)
                .map(value -> value + deviation * random.nextGaussian())
                .toArray();
    }

    @Nested
    class WithoutNoise {
        @Test
        void aBreakBetweenEpochsIsFound() {
            ChangePoint found = ChangePoint.tailOff(new double[][] {hinge(17.3), hinge(17.3)});

            assertThat(found.at().value()).isCloseTo(17.3, within(1e-9));
            assertThat(found.slopeBefore()).isCloseTo(SLOPE, within(1e-12));
            assertThat(found.levelAfter()).isCloseTo(LEVEL, within(1e-12));
        }

        @Test
        void aBreakOnAnEpochIsFound() {
            assertThat(Hinge.fit(hinge(12)).at()).isCloseTo(12, within(1e-9));
        }

        /** The first and last breaks that two epochs before and three after allow. */
        @Test
        void earlyAndLateBreaksAreFound() {
            assertThat(Hinge.fit(hinge(1)).at()).isCloseTo(1, within(1e-9));
            assertThat(Hinge.fit(hinge(28)).at()).isCloseTo(28, within(1e-9));
        }

        /** By hand: breaks 10, 12 and 14 have mean 12, s = 2, and t_{0.975, 2} = 4.302652730. */
        @Test
        void theIntervalIsStudentsOverSeeds() {
            Estimate at = ChangePoint.tailOff(new double[][] {hinge(10), hinge(12), hinge(14)})
                    .at();

            assertThat(at.value()).isCloseTo(12, within(1e-9));
            assertThat(at.high()).isCloseTo(12 + 4.302652730 * 2 / Math.sqrt(3), within(1e-7));
            assertThat(at.low()).isCloseTo(12 - 4.302652730 * 2 / Math.sqrt(3), within(1e-7));
            assertThat(at.n()).isEqualTo(3);
        }
    }

    @Nested
    class WithoutABreak {
        @Test
        void anExponentialDecayIsReportedAtItsLastEpochOrLater() {
            ChangePoint found = ChangePoint.tailOff(new double[][] {line(), line()});

            assertThat(found.at()).isEqualTo(new Estimate(30, 30, Double.POSITIVE_INFINITY, 2));
            assertThat(found.slopeBefore()).isCloseTo(SLOPE, within(1e-12));
            assertThat(found.levelAfter()).isCloseTo(30 * SLOPE, within(1e-12));
        }

        /** The slope falls from -.05 to -.02: a hinge fits better than a line, but its end is not flat. */
        @Test
        void aDecayThatSlowsIsNoTailOff() {
            assertThat(Hinge.fit(series(e -> -.05 * e + .0005 * e * e)).at()).isEqualTo(30);
        }

        @Test
        void aSeriesThatGrowsOrStandsStillNeverDecayed() {
            assertThat(Hinge.fit(series(e -> Math.min(e, 15))).at()).isEqualTo(30);
            assertThat(Hinge.fit(series(e -> LEVEL)).at()).isEqualTo(30);
        }

        @Test
        void oneSeedOfSeveralMakesTheMeanALowerBound() {
            Estimate at =
                    ChangePoint.tailOff(new double[][] {hinge(20), line()}).at();

            assertThat(at.value()).isCloseTo(25, within(1e-9));
            assertThat(at.high()).isEqualTo(Double.POSITIVE_INFINITY);
        }
    }

    @Nested
    class WithNoise {
        private static final int EXPERIMENTS = 400;

        /**
         * 400 experiments (seed 3) of 5 seeds; binomial with 0.95, three standard errors of 0.0109; false alarm 0.2 %.
         */
        @Test
        void theIntervalCoversTheBreak() {
            RandomGenerator random = new SplittableRandom(3);
            int covered = 0;
            for (int i = 0; i < EXPERIMENTS; i++) {
                double[][] seeds = new double[5][];
                Arrays.setAll(seeds, s -> withNoise(hinge(15.3), .3 * -SLOPE, random));
                Estimate at = ChangePoint.tailOff(seeds).at();
                covered += at.low() <= 15.3 && 15.3 <= at.high() ? 1 : 0;
            }

            assertThat(covered / (double) EXPERIMENTS).isGreaterThan(.95 - 3 * .0109);
        }

        /**
         * 400 lines (seed 5) with noise as large as an epoch's decay; at most 0.05 plus three standard errors of
         * 0.0109.
         */
        @Test
        void aStraightLineRarelyPassesForABrokenOne() {
            RandomGenerator random = new SplittableRandom(5);
            long broken = IntStream.range(0, EXPERIMENTS)
                    .filter(i -> Hinge.fit(withNoise(line(), -SLOPE, random)).at() < EPOCHS - 1)
                    .count();

            assertThat(broken / (double) EXPERIMENTS).isLessThan(.05 + 3 * .0109);
        }
    }

    @Nested
    class Refused {
        @Test
        void noSeed() {
            refuses("seeds of series must be at least 1, was 0", () -> ChangePoint.tailOff(new double[0][]));
        }

        @Test
        void seriesTooShortForABreak() {
            refuses(
                    "epochs of series must be at least 4, was 3",
                    () -> ChangePoint.tailOff(new double[][] {{3, 2, 1}}));
        }

        @Test
        void seriesOfDifferentLengths() {
            refuses(
                    "series[1] must have length 4: 5",
                    () -> ChangePoint.tailOff(new double[][] {{3, 2, 1, 1}, {3, 2, 1, 1, 1}}));
        }

        @Test
        void theLogarithmOfZero() {
            refuses(
                    "series[0][3] must be finite: -Infinity",
                    () -> ChangePoint.tailOff(new double[][] {{3, 2, 1, Math.log(0)}}));
        }

        @Test
        void partsThatAreNotFinite() {
            refuses("slope before must be finite: NaN", () -> new ChangePoint(Estimate.exact(1), Double.NaN, 0));
            refuses("level after must be finite: NaN", () -> new ChangePoint(Estimate.exact(1), 0, Double.NaN));
        }
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
