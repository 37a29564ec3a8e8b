package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.hipparchus.stat.inference.TTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.analysis.ArmComparison.Shown;
import org.tailoff.analysis.Dunnett.Sides;
import org.tailoff.random.NamedStreams;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class MultipleComparisonsTest {
    /** Four arms that spread alike. */
    private static final double[][] ALIKE = {
        {96.4, 96.6, 96.5, 96.4, 96.4},
        {96.2, 96.2, 95.9, 96.3, 96.5},
        {95.8, 95.8, 96.0, 95.9, 95.8},
        {96.4, 96.4, 96.4, 96.1, 96.6}
    };

    /** Two good ones, one that is 1.5 points behind both, one with a few bad seeds, and one that has learnt nothing. */
    private static final double[][] NOISY = {
        {96.4, 96.1, 96.5, 96.7, 96.3},
        {96.5, 96.2, 96.4, 96.6, 96.2},
        {94.9, 94.6, 95.0, 95.2, 94.6},
        {90, 50, 95, 60, 70},
        {10.5, 10.2, 10.6, 10.9, 10.3}
    };

    /** Arms named by their places. */
    private static BlockDesign design(double[]... arms) {
        Map<String, double[]> named = new LinkedHashMap<>();
        for (int arm = 0; arm < arms.length; arm++) {
            named.put("arm " + arm, arms[arm]);
        }
        return BlockDesign.of(named);
    }

    private static ArmComparison arm(int place, MultipleComparisons compared) {
        return compared.arms().get("arm " + place);
    }

    private static void is(Estimate actual, double value, double low, double high) {
        assertThat(actual.value()).isCloseTo(value, within(1e-9));
        assertThat(actual.low()).isCloseTo(low, within(1e-7));
        assertThat(actual.high()).isCloseTo(high, within(1e-7));
    }

    private static List<Shown> shown(MultipleComparisons compared) {
        return compared.arms().values().stream().map(ArmComparison::shown).toList();
    }

    /**
     * NumPy 2.4 and SciPy 1.17 from the definitions: stats.bartlett of the remainders, their mean square, and the
     * critical values by quadrature with other nodes.
     */
    @Nested
    class ArmsThatSpreadAlike {
        private final MultipleComparisons best = MultipleComparisons.withTheBest(design(ALIKE));
        private final MultipleComparisons control = MultipleComparisons.withControl(design(ALIKE), "arm 0");

        @Test
        void poolTheirRemainders() {
            assertThat(best.equalSpreads()).isCloseTo(0.7431650211779952, within(1e-9));
            assertThat(best.family()).isEqualTo(new Family(3, Sides.ONE, true, 12));
            assertThat(control.family()).isEqualTo(new Family(3, Sides.TWO, true, 12));
            assertThat(best.standardError()).isCloseTo(0.10376254944182206, within(1e-12));
            assertThat(best.critical()).isCloseTo(2.28734205, within(1e-7));
            assertThat(control.critical()).isCloseTo(2.68287006, within(1e-7));
        }

        @Test
        void haveHsusConstrainedIntervals() {
            is(arm(0, best).difference(), 0.08, -0.15734044, 0.31734044);
            is(arm(1, best).difference(), -0.24, -0.47734044, 0);
            is(arm(2, best).difference(), -0.6, -0.83734044, 0);
            is(arm(3, best).difference(), -0.08, -0.31734044, 0.15734044);
            assertThat(shown(best)).containsExactly(Shown.OPEN, Shown.WORSE, Shown.WORSE, Shown.OPEN);
            assertThat(best.arms().values())
                    .extracting(ArmComparison::other)
                    .containsExactly("arm 3", "arm 0", "arm 0", "arm 0");
            assertThat(best.arms().values().stream()
                            .mapToDouble(ArmComparison::p)
                            .toArray())
                    .containsExactly(new double[] {0.93573123, 0.04784877, 0.00011988, 0.42783018}, within(1e-7));
        }

        /** The same arms, asked two-sided: what one side shows just so, two do not. */
        @Test
        void haveDunnettsIntervalsAgainstOneOfThem() {
            assertThat(control.arms()).containsOnlyKeys("arm 1", "arm 2", "arm 3");
            is(arm(1, control).difference(), -0.24, -0.51838145, 0.03838145);
            is(arm(2, control).difference(), -0.6, -0.87838145, -0.32161855);
            is(arm(3, control).difference(), -0.08, -0.35838145, 0.19838145);
            assertThat(shown(control)).containsExactly(Shown.OPEN, Shown.WORSE, Shown.OPEN);
        }
    }

    @Nested
    class OneNoisyArm {
        private final MultipleComparisons best = MultipleComparisons.withTheBest(design(NOISY));

        /** SciPy 1.17: stats.bartlett of the remainders; stats.t.isf(.05 / 4, 4). */
        @Test
        void hasEveryComparisonItsOwnSpread() {
            assertThat(best.equalSpreads()).isCloseTo(0.0044572177652932145, within(1e-9));
            assertThat(best.family()).isEqualTo(new Family(4, Sides.ONE, false, 4));
            assertThat(best.critical()).isCloseTo(3.4954059325164377, within(1e-9));
        }

        /** NumPy 2.4 from Hsu's definition, with the paired standard error of each difference. */
        @Test
        void mayItselfBeTheBestAndHidesNoneOfTheOthers() {
            assertThat(shown(best)).containsExactly(Shown.OPEN, Shown.OPEN, Shown.WORSE, Shown.OPEN, Shown.WORSE);
            is(arm(0, best).difference(), 0.02, -6.5587080667, 0.1912392196);
            is(arm(2, best).difference(), -1.54, -8.0872052381, 0);
            is(arm(3, best).difference(), -23.4, -53.3624339945, 6.5587080667);
            is(arm(4, best).difference(), -85.9, -92.4801111506, 0);
            assertThat(arm(2, best).p()).isCloseTo(5.4373531e-6, within(1e-11));
            assertThat(arm(3, best).p()).isCloseTo(0.10486708, within(1e-7));
        }

        /**
         * Of three equal arms and a noisy one whose mean is lower, no interval misses in at least 95 % of experiments;
         * of 200 experiments at most 19 do with probability 0.997 (binomial, 5 %).
         */
        @Test
        void makesStatementsFalseNoMoreOftenThanPromised() {
            RandomGenerator random = new NamedStreams(5).stream("noisy");
            int wrong = 0;
            for (int trial = 0; trial < 200; trial++) {
                double[][] arms = new double[4][5];
                for (int arm = 0; arm < 4; arm++) {
                    boolean noisy = arm == 3;
                    Arrays.setAll(
                            arms[arm], seed -> noisy ? 80 + 20 * random.nextGaussian() : random.nextGaussian() + 96);
                }
                MultipleComparisons compared = MultipleComparisons.withTheBest(design(arms));
                boolean right = covers(arm(3, compared).difference(), -16);
                for (int place = 0; place < 3; place++) {
                    ArmComparison equal = arm(place, compared);
                    right &= covers(equal.difference(), 0) && equal.shown() == Shown.OPEN;
                }
                wrong += right ? 0 : 1;
            }
            assertThat(wrong).isLessThanOrEqualTo(19);
        }

        private static boolean covers(Estimate interval, double truth) {
            return interval.low() <= truth && truth <= interval.high();
        }
    }

    @Nested
    class TwoArms {
        /**
         * Hipparchus' own paired test: two arms always spread alike, since what is left of one is that of the other.
         */
        @RandomCases(50)
        void areThePairedTTest(RandomCase random) {
            double[] a = random.between(6, -10, 10);
            double[] b = random.between(6, -10, 10);
            MultipleComparisons compared = MultipleComparisons.withControl(design(b, a), "arm 0");
            assertThat(compared.family().degreesOfFreedom()).isEqualTo(5);
            assertThat(arm(1, compared).p()).isCloseTo(new TTest().pairedTTest(a, b), within(1e-7));
        }

        /** R: t.test(x, y, paired = TRUE)$conf.int is SciPy's stats.t.interval of the differences, SciPy 1.17. */
        @Test
        void haveStudentsInterval() {
            double[] x = {5.1, 4.9, 6.2, 5.7, 5.5};
            double[] y = {4.8, 4.7, 5.9, 5.9, 5.0};
            is(
                    arm(1, MultipleComparisons.withControl(design(y, x), "arm 0"))
                            .difference(),
                    0.22,
                    -0.10139675707319923,
                    0.541396757073199);
        }

        @Test
        void ofOneThatIsAheadEveryTimeOneIsTheBest() {
            MultipleComparisons compared =
                    MultipleComparisons.withTheBest(design(new double[] {1, 2, 3}, new double[] {3, 4, 5.1}));
            assertThat(shown(compared)).containsExactly(Shown.WORSE, Shown.BETTER);
            assertThat(arm(1, compared).difference().low()).isZero();
            assertThat(arm(1, compared).p()).isEqualTo(arm(0, compared).p()).isLessThan(0.05);
        }
    }

    @Nested
    class WithoutASpread {
        private static final double[] UP = {95.5, 96.1, 95.8};
        private static final double[] SAME = UP.clone();
        private static final double[] DOWN = {75.5, 76.1, 75.8};

        @Test
        void equalArmsMayBothBeTheBestAndAConstantDifferenceIsCertain() {
            MultipleComparisons compared = MultipleComparisons.withTheBest(design(UP, SAME, DOWN));
            assertThat(shown(compared)).containsExactly(Shown.OPEN, Shown.OPEN, Shown.WORSE);
            is(arm(0, compared).difference(), 0, 0, 0);
            is(arm(2, compared).difference(), -20, -20, 0);
            assertThat(arm(2, compared).p()).isZero();
            assertThat(arm(2, compared).effect().value()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(compared.detectable(0.8)).isZero();
            assertThat(compared.power(0.5)).isEqualTo(1);
        }
    }

    /** By hand: the seeds' means are 0 and 2, which leaves nothing of the first arm and 1 of the others. */
    @Test
    void anArmWithoutARemainderIsNotPooledWithThoseThatHaveOne() {
        BlockDesign blocks = design(new double[] {0, 2}, new double[] {0, 4}, new double[] {0, 0});
        assertThat(blocks.equalSpreads()).isZero();
        assertThat(blocks.family(Sides.ONE).pooled()).isFalse();
    }

    @Nested
    class Effects {
        /**
         * By hand for J(4) = Gamma(2) / (sqrt 2 Gamma(3/2)) = 1 / (sqrt 2 x 0.886227); t = sqrt 5 x .22 / sqrt .067.
         */
        @Test
        void areHedgesGOfThePairs() {
            Contrast contrast = new Contrast(0.22, Math.sqrt(0.067 / 5), 5);
            double d = 0.22 / Math.sqrt(0.067);
            assertThat(contrast.effect(4, 0.025).value()).isCloseTo(d / (Math.sqrt(2) * 0.88622692545), within(1e-9));
        }

        /** R's package MBESS, in its manual, as limits of the noncentrality: t = 2.83 with 126 degrees of freedom. */
        @Test
        void haveTheLimitsOfTheNoncentrality() {
            Estimate effect = new Contrast(2.83, 1, 127).effect(126, 0.025);
            assertThat(effect.low()).isCloseTo(0.8337502 / Math.sqrt(127), within(1e-7));
            assertThat(effect.high()).isCloseTo(4.815359 / Math.sqrt(127), within(1e-7));
        }

        /** Whatever the spreads: no interval that excludes 0 where nothing is shown, neither of g nor of p. */
        @RandomCases(30)
        void excludeZeroOnlyWhereSomethingIsShown(RandomCase random) {
            double[][] arms = new double[4][];
            for (int arm = 0; arm < arms.length; arm++) {
                double centre = random.between(95.0, 97);
                double spread = random.between(0.01, 1);
                arms[arm] = random.between(6, centre - spread, centre + spread);
            }
            BlockDesign blocks = design(arms);
            for (ArmComparison arm :
                    MultipleComparisons.withTheBest(blocks).arms().values()) {
                assertThat(arm.p() < 0.05).isEqualTo(arm.shown() != Shown.OPEN);
                consistent(arm, arm.effect());
            }
            for (ArmComparison arm :
                    MultipleComparisons.withControl(blocks, "arm 2").arms().values()) {
                assertThat(arm.p() < 0.05).isEqualTo(arm.shown() != Shown.OPEN);
                consistent(arm, arm.effect());
                consistent(arm, arm.difference());
            }
        }

        private static void consistent(ArmComparison arm, Estimate interval) {
            if (arm.shown() == Shown.OPEN) {
                assertThat(interval.low()).isLessThanOrEqualTo(1e-9);
                assertThat(interval.high()).isGreaterThanOrEqualTo(-1e-9);
            }
        }
    }

    @Nested
    class Power {
        private static MultipleComparisons ofOnePair(int n, double deviation) {
            Family family = new Family(1, Sides.TWO, true, n - 1.0);
            return new MultipleComparisons(family, 1, family.critical(), deviation / Math.sqrt(n), Map.of());
        }

        /** R: power.t.test(n = 20, delta = 1) gives power = 0.8689528; two samples, so 38 and sqrt(2 / 20). */
        @Test
        void isThatOfPowerTTest() {
            Family family = new Family(1, Sides.TWO, true, 38);
            assertThat(new MultipleComparisons(family, 1, family.critical(), Math.sqrt(0.1), Map.of()).power(1))
                    .isCloseTo(0.8689528, within(1e-7));
        }

        /**
         * R, in Dalgaard, "Introductory Statistics with R", section 8.3: power.t.test(delta = 10, sd = 10 * sqrt(2),
         * power = 0.85, type = "paired") gives n = 19.96892.
         */
        @Test
        void ofPairsIsThatOfPowerTTest() {
            double n = 19.96892;
            Family family = new Family(1, Sides.TWO, true, n - 1);
            MultipleComparisons compared =
                    new MultipleComparisons(family, 1, family.critical(), 10 * Math.sqrt(2 / n), Map.of());
            assertThat(compared.power(10)).isCloseTo(0.85, within(1e-6));
            assertThat(compared.detectable(0.85)).isCloseTo(10, within(1e-4));
        }

        @Test
        void ofTheDetectableDifferenceIsWhatWasAskedFor() {
            MultipleComparisons compared = ofOnePair(10, 0.3);
            assertThat(compared.power(compared.detectable(0.8))).isCloseTo(0.8, within(1e-9));
        }
    }

    @Nested
    class Equivalence {
        private static ArmComparison with(double low, double high) {
            return new ArmComparison(
                    Shown.OPEN, new Estimate((low + high) / 2, low, high, 5), Estimate.exact(0), 1, "other");
        }

        @Test
        void isAnIntervalWithinTheMarginOnBothSides() {
            assertThat(with(-0.49, 0.4).within(0.5)).isTrue();
            assertThat(with(-0.5, 0.4).within(0.5)).isFalse();
            assertThat(with(-0.3, 0.6).within(0.5)).isFalse();
        }
    }

    @Nested
    class Pairs {
        /**
         * By hand: three pairs of arms, so Student's t at .05 / 6 to either side, 7.648804 with 2 degrees of freedom.
         */
        @Test
        void areCorrectedForTheirNumber() {
            BlockDesign pair = design(new double[] {95, 96, 97}, new double[] {94, 95.5, 95});
            Map<String, ArmComparison> compared = MultipleComparisons.ofPairs(Map.of("a", pair, "b", pair, "c", pair));
            double mean = 3.5 / 3;
            double half = 7.648804 * Math.sqrt(7.0 / 12 / 3);
            assertThat(compared).containsOnlyKeys("a", "b", "c");
            assertThat(compared.get("b").difference().value()).isCloseTo(mean, within(1e-12));
            assertThat(compared.get("b").difference().high()).isCloseTo(mean + half, within(1e-4));
            // with two degrees of freedom the two-sided p-value is 1 - t / sqrt(t^2 + 2); here t = sqrt 7
            assertThat(compared.get("b").p()).isCloseTo(3 * (1 - Math.sqrt(7) / 3), within(1e-9));
        }
    }

    @Nested
    class Refused {
        @Test
        void whatIsNoDesign() {
            refuses("number of arms must be at least 2, was 1", new double[] {1, 2});
            refuses("number of seeds must be at least 2, was 1", new double[] {1}, new double[] {2});
            refuses("arm 1 must have length 2: 3", new double[] {1, 2}, new double[] {1, 2, 3});
            refuses("arm 1[0] must be finite: NaN", new double[] {1, 2}, new double[] {Double.NaN, 2});
        }

        @Test
        void aControlThatIsNoArm() {
            BlockDesign blocks = design(NOISY[0], NOISY[1]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MultipleComparisons.withControl(blocks, "arm 4"))
                    .withMessage("control must be one of [arm 0, arm 1], was 'arm 4'");
        }

        private static void refuses(String message, double[]... arms) {
            assertThatIllegalArgumentException().isThrownBy(() -> design(arms)).withMessage(message);
        }
    }
}
