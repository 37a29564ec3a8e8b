package org.tailoff.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.util.FastMath;
import org.tailoff.analysis.Dunnett.Sides;
import org.tailoff.text.Checks;

/**
 * Several arms from the same seeds, which statistics calls a randomised complete block design: a value is the sum of
 * its arm, its seed (the block) and a remainder. What a seed adds to all arms drops out of their differences.
 *
 * <p>Where the arms' remainders spread alike, all differences have one standard error, sqrt(2 MS / n), with MS the mean
 * square of the remainders and (a - 1)(n - 1) degrees of freedom. Where they do not, that would be too wide for the
 * steady arms and too narrow for the others, and every difference has that of its own n paired values, with n - 1.
 * Which of the two is decided before any difference is looked at, by Bartlett's test of the remainders. Of the tests of
 * equal spreads it misses the fewest; that it also takes long tails for unequal spreads does no harm here, since they
 * are no reason to pool either. It pools only if p &gt;= {@value #POOLED_FROM}, a level as high as is recommended for a
 * test that decides about pooling.
 *
 * <p>Sources: Bartlett, "Properties of sufficiency and statistical tests", Proceedings of the Royal Society A 160
 * (1937); Bancroft, "Analysis and inference for incompletely specified models involving the use of preliminary test(s)
 * of significance", Biometrics 20 (1964).
 */
public final class BlockDesign {
    /** The p-value of Bartlett's test from which on one standard deviation does for all. */
    public static final double POOLED_FROM = 0.25;

    /** A spread below this share of the values is what rounding leaves where there is none. */
    private static final double ROUNDING = 1e-13;

    private final List<String> names;
    private final double[][] arms;
    private final double equalSpreads;
    private final double pooledError;
    private final double negligible;

    private BlockDesign(List<String> names, double[][] arms) {
        this.names = names;
        this.arms = arms;
        double[][] remainders = remainders(arms);
        equalSpreads = bartlett(remainders);
        double squares = Arrays.stream(remainders).mapToDouble(StatUtils::sumSq).sum();
        pooledError = Math.sqrt(2 * squares / pooledDegrees() / seeds());
        negligible = ROUNDING
                * Arrays.stream(arms)
                        .flatMapToDouble(Arrays::stream)
                        .map(Math::abs)
                        .max()
                        .orElseThrow();
    }

    /**
     * The values of arms.
     *
     * @param arms by name, in the order of the map, at least two arms of at least two finite values each, one a seed;
     *     copied
     * @return the design
     * @throws IllegalArgumentException if there are fewer, arms of different lengths, or a value is not finite
     */
    public static BlockDesign of(Map<String, double[]> arms) {
        Checks.requireAtLeast(2, arms.size(), "number of arms");
        int seeds = arms.values().iterator().next().length;
        Checks.requireAtLeast(2, seeds, "number of seeds");
        double[][] copy = arms.entrySet().stream()
                .map(arm -> Checks.requireFinite(
                        Checks.requireLength(seeds, arm.getValue(), arm.getKey())
                                .clone(),
                        arm.getKey()))
                .toArray(double[][]::new);
        return new BlockDesign(List.copyOf(arms.keySet()), copy);
    }

    private static double[][] remainders(double[][] arms) {
        int seeds = arms[0].length;
        double[] ofSeeds = new double[seeds];
        for (double[] arm : arms) {
            for (int seed = 0; seed < seeds; seed++) {
                ofSeeds[seed] += arm[seed] / arms.length;
            }
        }
        double whole = StatUtils.mean(ofSeeds);
        return Arrays.stream(arms)
                .map(arm -> {
                    double[] remainders = arm.clone();
                    double mean = StatUtils.mean(arm);
                    Arrays.setAll(remainders, seed -> arm[seed] - mean - ofSeeds[seed] + whole);
                    return remainders;
                })
                .toArray(double[][]::new);
    }

    /**
     * Bartlett's statistic, (f ln s^2 - sum of f_i ln s_i^2) / C with f_i = n - 1 and C = 1 + (sum of 1 / f_i - 1 / f)
     * / (3 (a - 1)), against chi^2 with a - 1 degrees of freedom.
     */
    private static double bartlett(double[][] remainders) {
        double arms = remainders.length;
        double each = remainders[0].length - 1.0;
        double[] variances =
                Arrays.stream(remainders).mapToDouble(StatUtils::variance).toArray();
        double logs = Arrays.stream(variances).map(FastMath::log).sum();
        double correction = 1 + (arms / each - 1 / (arms * each)) / (3 * (arms - 1));
        double statistic = each * (arms * FastMath.log(StatUtils.mean(variances)) - logs) / correction;
        if (statistic == Double.POSITIVE_INFINITY) {
            return 0;
        }
        // NaN: no spread at all; below 0 by rounding: spreads that are the same, as those of two arms are
        return statistic > 0 ? 1 - new ChiSquaredDistribution(arms - 1).cumulativeProbability(statistic) : 1;
    }

    /** The arms in their order. */
    List<String> names() {
        return names;
    }

    /** How many arms there are. */
    int size() {
        return arms.length;
    }

    /** How many values each arm has. */
    int seeds() {
        return arms[0].length;
    }

    /** The p-value of Bartlett's test. */
    double equalSpreads() {
        return equalSpreads;
    }

    /** What all arms but one make, each compared with that one. */
    Family family(Sides sides) {
        boolean pooled = equalSpreads >= POOLED_FROM;
        return new Family(size() - 1, sides, pooled, pooled ? pooledDegrees() : seeds() - 1.0);
    }

    private double pooledDegrees() {
        return (size() - 1.0) * (seeds() - 1);
    }

    /** One arm less another. */
    Contrast contrast(int one, int other, boolean pooled) {
        double[] differences = arms[one].clone();
        Arrays.setAll(differences, seed -> arms[one][seed] - arms[other][seed]);
        SampleStatistics d = SampleStatistics.ofSeveral(differences, "seeds");
        double error = pooled ? pooledError : d.deviation() / Math.sqrt(seeds());
        return new Contrast(d.mean(), error > negligible ? error : 0, seeds());
    }
}
