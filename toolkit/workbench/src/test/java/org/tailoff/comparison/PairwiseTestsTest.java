package org.tailoff.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.comparison.MadeUp.ended;
import static org.tailoff.comparison.MadeUp.results;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailoff.analysis.Estimate;

class PairwiseTestsTest {
    private static final ArmResult A = ended("a", true, 951, 957, 949, 960, 953);
    private static final ArmResult B = ended("b", true, 948, 955, 949, 956, 951);
    private static final ArmResult C = ended("c", true, 940, 951, 938, 950, 947);
    private static final ArmResult D = ended("d", true, 951, 940, 960, 944, 948);

    private static PairwiseTest find(List<PairwiseTest> tests, String one, String other) {
        return tests.stream()
                .filter(test -> test.one().equals(one) && test.other().equals(other))
                .findFirst()
                .orElseThrow();
    }

    /**
     * SciPy 1.17.1: {@code ttest_rel(a, b).pvalue}, Holm's correction written out over the six of them,
     * {@code t.interval(.95, 4, mean(d), sem(d))} and {@code mean(d) / std(d, ddof=1)}, of accuracies in percent.
     */
    @ParameterizedTest
    @CsvSource({
        "a, b, 0.22, 0.03583146670080187, 0.4041685332991982, 1.4832396974191329, 0.11788526511453877",
        "a, c, 0.88, 0.558603242926801, 1.2013967570731992, 3.399736600859525, 0.009639888651298441",
        "a, d, 0.54, -0.909612805988341, 1.9896128059883411, 0.46253631056528166, 1.0",
        "b, c, 0.66, 0.2916629334016037, 1.0283370665983964, 2.224859546128699, 0.03812347753924194",
        "b, d, 0.32, -1.006896782430788, 1.646896782430788, 0.29944490384347555, 1.0",
        "c, d, -0.34, -1.9886567505273909, 1.3086567505273907, -0.2560664973192465, 1.0",
    })
    void everyArmAgainstEveryOtherIsAsSciPyHasIt(
            String one, String other, double mean, double low, double high, double effect, double p) {
        List<PairwiseTest> tests = PairwiseTests.amongAll(List.of(A, B, C, D), ArmResult::lastAccuracy);
        assertThat(tests).hasSize(6);
        PairwiseTest test = find(tests, one, other);
        // accuracies of about 95 have errors of about 1e-14, and intervals are differences of them
        assertThat(test.difference().value()).isCloseTo(mean, within(1e-10));
        assertThat(test.difference().low()).isCloseTo(low, within(1e-9));
        assertThat(test.difference().high()).isCloseTo(high, within(1e-9));
        assertThat(test.effect()).isCloseTo(effect, within(1e-9));
        assertThat(test.p()).isCloseTo(p, within(1e-9));
    }

    @Test
    void significantAreThoseBelowFivePerCentAfterTheCorrection() {
        List<PairwiseTest> tests = PairwiseTests.amongAll(List.of(A, B, C, D), ArmResult::lastAccuracy);
        assertThat(find(tests, "a", "c").significant()).isTrue();
        assertThat(find(tests, "b", "c").significant()).isTrue();
        // 0.0295 before the correction
        assertThat(find(tests, "a", "b").significant()).isFalse();
    }

    @Nested
    class OfOneTest {
        private PairwiseTest test(double difference, double p) {
            return new PairwiseTest("x", "y", new Estimate(difference, difference - 1, difference + 1, 5), 1, p);
        }

        @Test
        void theWorseIsTheOneWithTheLowerMeanIfTheDifferenceIsSignificant() {
            assertThat(test(2, 0.01).isWorse("y")).isTrue();
            assertThat(test(2, 0.01).isWorse("x")).isFalse();
            assertThat(test(-2, 0.01).isWorse("x")).isTrue();
            assertThat(test(-2, 0.01).isWorse("y")).isFalse();
        }

        @Test
        void noneIsWorseWithoutSignificanceNorWhoIsNotOfTheTwo() {
            assertThat(test(2, 0.05).isWorse("y")).isFalse();
            assertThat(test(2, 0.01).isWorse("z")).isFalse();
        }
    }

    @Nested
    class WhateverTheAccuracies {
        /**
         * Student's distribution function of four degrees of freedom has a closed form: {@code F(t) = 1/2 + 3/8 u (1 -
         * u^2 / 12)} with {@code u = t / sqrt(1 + t^2 / 4)}.
         */
        private static double twoSided(double[] a, double[] b) {
            double[] d = IntStream.range(0, 5).mapToDouble(i -> a[i] - b[i]).toArray();
            double mean = Arrays.stream(d).average().orElseThrow();
            double variance =
                    Arrays.stream(d).map(each -> (each - mean) * (each - mean)).sum() / 4;
            double t = Math.abs(mean) / Math.sqrt(variance / 5);
            double u = t / Math.sqrt(1 + t * t / 4);
            return 2 * (0.5 - 3.0 / 8 * u * (1 - u * u / 12));
        }

        /** Holm's own words: of the m smallest first, reject while p is at most alpha / (those left), then stop. */
        private static boolean[] rejected(double[] p, double alpha) {
            boolean[] rejected = new boolean[p.length];
            for (int left = p.length; left > 0; left--) {
                int smallest = -1;
                for (int i = 0; i < p.length; i++) {
                    if (!rejected[i] && (smallest < 0 || p[i] < p[smallest])) {
                        smallest = i;
                    }
                }
                if (p[smallest] > alpha / left) {
                    return rejected;
                }
                rejected[smallest] = true;
            }
            return rejected;
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
        void aTestIsSignificantIfHolmsProcedureRejectsIt(long seed) {
            Random random = new Random(seed);
            List<ArmResult> arms = IntStream.range(0, 4)
                    .mapToObj(i -> ended(
                            "arm" + i,
                            true,
                            random.ints(5, 900 + 10 * i, 930 + 10 * i).toArray()))
                    .toList();
            List<PairwiseTest> tests = PairwiseTests.amongAll(arms, ArmResult::lastAccuracy);
            double[] p = new double[tests.size()];
            int pair = 0;
            for (int i = 0; i < arms.size(); i++) {
                for (int j = i + 1; j < arms.size(); j++) {
                    p[pair++] = twoSided(arms.get(i).lastAccuracy(), arms.get(j).lastAccuracy());
                }
            }
            boolean[] rejected = rejected(p, PairwiseTest.LEVEL);
            for (int i = 0; i < p.length; i++) {
                assertThat(tests.get(i).significant())
                        .as("seed %d, pair %d", seed, i)
                        .isEqualTo(rejected[i]);
                assertThat(tests.get(i).p()).as("seed %d, pair %d", seed, i).isGreaterThanOrEqualTo(p[i] - 1e-9);
            }
        }
    }

    @Nested
    class DecayOrNot {
        @Test
        void eachInitialiserIsTestedAgainstItselfAndCorrectedForTheirNumber() {
            ComparisonRuns runs = results(
                    A,
                    B,
                    ended("a", false, 940, 951, 938, 950, 947), // what c has: p = 0.0016066481085497402
                    ended("b", false, 940, 951, 938, 950, 947)); // p = 0.007624695507848387
            List<PairwiseTest> tests = PairwiseTests.decayOrNot(runs);
            assertThat(tests).extracting(PairwiseTest::one).containsExactly("a", "b");
            assertThat(tests)
                    .extracting(PairwiseTest::other)
                    .containsExactly("a without weight decay", "b without weight decay");
            assertThat(tests.get(0).p()).isCloseTo(2 * 0.0016066481085497402, within(1e-9));
            assertThat(tests.get(1).p()).isCloseTo(0.007624695507848387, within(1e-9));
        }

        @Test
        void anInitialiserThatDidNotFinishUnderBothIsLeftOut() {
            assertThat(PairwiseTests.decayOrNot(results(A, B, ended("b", false, 940, 951, 938, 950, 947))))
                    .extracting(PairwiseTest::one)
                    .containsExactly("b");
        }
    }
}
