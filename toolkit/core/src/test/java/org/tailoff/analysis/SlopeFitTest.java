package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SlopeFitTest {
    private static final double[] X = {1, 2, 4, 7};
    private static final double[][] Y = {{1.0, 2.2, 3.9, 7.4}, {0.8, 1.9, 4.3, 6.8}, {1.3, 2.4, 4.4, 7.7}};
    private static final double[] EPOCHS =
            IntStream.range(0, 30).asDoubleStream().toArray();

    @Nested
    class Line {
        /** NumPy 2.4: polyfit(X, mean(Y, 0), 1). */
        @Test
        void isTheOneOfTheMeanOverSeeds() {
            SlopeFit fit = SlopeFit.overSeeds(X, Y);

            assertThat(fit.slope().value()).isCloseTo(1.038888888888889, within(1e-14));
            assertThat(fit.intercept()).isCloseTo(0.03888888888888955, within(1e-14));
        }

        @Test
        void withoutNoiseIsExact() {
            SlopeFit fit = SlopeFit.overSeeds(X, new double[][] {{3, 5, 9, 15}, {3, 5, 9, 15}});

            assertThat(fit.slope()).isEqualTo(new Estimate(2, 2, 2, 2));
            assertThat(fit.intercept()).isEqualTo(1);
        }
    }

    @Nested
    class Interval {
        /**
         * SciPy 1.17: t interval of polyfit's slopes 1.05, 1.00476, 1.06190; the bootstrap cannot leave their range.
         */
        @Test
        void isStudentsWhenThatIsWider() {
            Estimate slope = SlopeFit.overSeeds(X, Y).slope();

            assertThat(slope.low()).isCloseTo(0.963996395743578, within(1e-9));
            assertThat(slope.high()).isCloseTo(1.1137813820341995, within(1e-9));
            assertThat(slope.n()).isEqualTo(3);
        }

        /**
         * One slope of 1 and 99 of 0: of 100 draws Binomial(100, 0.01) hit the 1, P(at most 2) = .92 and P(at most 3) =
         * .98, so the 97.5 % point is .03; Student's interval ends at .01 + 1.984 x .01 = .0298.
         */
        @Test
        void reachesAsFarAsTheBootstrapWhereTheSpreadIsSkewed() {
            double[][] y = new double[100][2];
            y[17][1] = 1;
            Estimate slope = SlopeFit.overSeeds(new double[] {0, 1}, y).slope();

            assertThat(slope.high()).isCloseTo(.03, within(1e-15));
            assertThat(slope.low()).isCloseTo(.01 - 1.98421695 * .01, within(1e-9));
        }

        @Test
        void isTheSameEveryTime() {
            assertThat(SlopeFit.overSeeds(X, Y)).isEqualTo(SlopeFit.overSeeds(X, Y));
        }

        @Test
        void isTheWholeLineForOneSeed() {
            assertThat(SlopeFit.overSeeds(X, new double[][] {{3, 5, 9, 15}}).slope())
                    .isEqualTo(new Estimate(2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1));
        }

        /**
         * Means of two slopes drawn twice are binomial; standard error 50 and 43, five of them; false alarm below 2e-6.
         */
        @Test
        void resamplesWholeSeedsEvenly() {
            double[] means = SlopeFit.resampledMeans(new double[] {0, 1});

            assertThat(means).hasSize(10_000);
            assertThat(Arrays.stream(means).filter(m -> m == .5).count()).isBetween(4_750L, 5_250L);
            assertThat(Arrays.stream(means).filter(m -> m == 0).count()).isBetween(2_284L, 2_716L);
        }
    }

    /**
     * 400 experiments (seed 7) of 5 seeds whose residuals are AR(1) along 30 epochs with correlation 0.9. Coverage is a
     * binomial fraction: at least 0.93 minus three standard errors of 0.0128 for ours. An interval from the residuals
     * covers 0.57 (SciPy, 2000 experiments), so below 0.57 + 5 x 0.025 here. False alarm: below 1e-6 each if ours
     * covers 0.95.
     */
    @Nested
    class Coverage {
        private static final int EXPERIMENTS = 400;
        private static final double SLOPE = .3;
        private static final double CORRELATION = .9;

        @Test
        void holdsWhereResidualsAreCorrelatedAndThatOfOrdinaryLeastSquaresDoesNot() {
            RandomGenerator random = new SplittableRandom(7);
            int ours = 0;
            int residual = 0;
            for (int i = 0; i < EXPERIMENTS; i++) {
                double[][] y = experiment(random);
                ours += covers(SlopeFit.overSeeds(EPOCHS, y).slope()) ? 1 : 0;
                residual += covers(fromResiduals(y)) ? 1 : 0;
            }

            assertThat(ours / (double) EXPERIMENTS).isGreaterThan(.93 - 3 * .0128);
            assertThat(residual / (double) EXPERIMENTS).isLessThan(.57 + 5 * .025);
        }

        private static boolean covers(Estimate slope) {
            return slope.low() <= SLOPE && SLOPE <= slope.high();
        }

        private static double[][] experiment(RandomGenerator random) {
            double[][] y = new double[5][EPOCHS.length];
            for (double[] row : y) {
                double residual = random.nextGaussian();
                for (int e = 0; e < row.length; e++) {
                    row[e] = 1 + SLOPE * EPOCHS[e] + residual;
                    residual =
                            CORRELATION * residual + Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
                }
            }
            return y;
        }

        private static Estimate fromResiduals(double[][] y) {
            SimpleRegression all = new SimpleRegression();
            for (double[] row : y) {
                IntStream.range(0, row.length).forEach(e -> all.addData(EPOCHS[e], row[e]));
            }
            double half = new TDistribution(all.getN() - 2.0).inverseCumulativeProbability(.975) * all.getSlopeStdErr();
            return new Estimate(all.getSlope(), all.getSlope() - half, all.getSlope() + half, y.length);
        }
    }

    @Nested
    class Refused {
        @Test
        void noSeed() {
            refuses("seeds of y must be at least 1, was 0", () -> SlopeFit.overSeeds(X, new double[0][]));
        }

        @Test
        void rowsOfAnotherLength() {
            refuses("y[1] must have length 4: 2", () -> SlopeFit.overSeeds(X, new double[][] {X, {1, 2}}));
        }

        @Test
        void valuesThatAreNotFinite() {
            refuses(
                    "y[1][2] must be finite: NaN",
                    () -> SlopeFit.overSeeds(X, new double[][] {X, {1, 2, Double.NaN, 3}}));
            refuses(
                    "x[0] must be finite: Infinity",
                    () -> SlopeFit.overSeeds(new double[] {Double.POSITIVE_INFINITY, 1}, Y));
            refuses("intercept must be finite: NaN", () -> new SlopeFit(Estimate.exact(1), Double.NaN));
        }

        @Test
        void aSinglePoint() {
            refuses(
                    "x must hold two values that differ: [3.0, 3.0]",
                    () -> SlopeFit.overSeeds(new double[] {3, 3}, new double[][] {{1, 2}}));
        }
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
