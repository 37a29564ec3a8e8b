package org.tailoff.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.tailoff.analysis.ArmComparison.Shown;
import org.tailoff.analysis.Dunnett.Sides;
import org.tailoff.text.Checks;

/**
 * Arms compared with one of them, known or not, so that with probability {@value Estimate#CONFIDENCE} all intervals
 * cover and all statements are true at once.
 *
 * @param family the comparisons that are to be right together
 * @param equalSpreads p-value of the test by which the spreads were pooled or not; see {@link BlockDesign}
 * @param critical the t statistic beyond which a difference is shown
 * @param standardError of a difference; the median of them where the spreads are not pooled
 * @param arms what they say of each arm, by its name, in the order of the design; of the one that is named, nothing
 */
public record MultipleComparisons(
        Family family, double equalSpreads, double critical, double standardError, Map<String, ArmComparison> arms) {
    /** Copies the map. */
    public MultipleComparisons {
        arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
    }

    /**
     * Every arm with the best of the others: Hsu's multiple comparisons with the best, constrained intervals.
     *
     * <p>An arm may be the best unless, compared with every other as if it were Dunnett's control (one-sided), it is
     * shown to be behind one. With d_ij the difference of two means, e_ij its standard error, c the critical value and
     * G the arms that may be the best, mu_i - max over j != i of mu_j lies between min over j in G, j != i of d_ij - c
     * e_ij (0 if G is i alone) and max(0, min over j != i of d_ij + c e_ij).
     *
     * <p>What is shown is that an arm is not the best (WORSE), that it is (BETTER), or neither; never that it is worse
     * than a certain other one, save one that is shown to be the best. Source: Hsu, "Constrained simultaneous
     * confidence intervals for multiple comparisons with the best", Annals of Statistics 12 (1984); for unequal
     * standard errors Hsu, "Multiple Comparisons" (1996), section 4.2.
     *
     * @param design at least two arms
     * @return the comparisons; the difference of an arm is from the highest mean of the others
     */
    public static MultipleComparisons withTheBest(BlockDesign design) {
        Family family = design.family(Sides.ONE);
        double critical = family.critical();
        List<Best> all = IntStream.range(0, design.size())
                .mapToObj(arm -> new Best(arm, rivals(design, arm, family.pooled()), critical))
                .toList();
        List<Integer> candidates =
                all.stream().filter(Best::possible).map(Best::arm).toList();
        double[] p = all.stream().mapToDouble(best -> best.notTheBest(family)).toArray();
        if (candidates.size() == 1) {
            int best = candidates.get(0);
            // it is the best as surely as the least sure of the others is not
            p[best] = 0;
            p[best] = Arrays.stream(p).max().orElseThrow();
        }
        Best highest = all.stream()
                .max(Comparator.comparingDouble(
                        best -> best.least(Contrast::value).value()))
                .orElseThrow();
        Map<String, ArmComparison> arms = new LinkedHashMap<>();
        for (Best best : all) {
            int arm = best.arm();
            arms.put(design.names().get(arm), best.compared(family, candidates, p[arm], design.names()));
        }
        return new MultipleComparisons(family, design.equalSpreads(), critical, typical(highest.rivals()), arms);
    }

    /**
     * Every arm with one of them: Dunnett's two-sided comparisons with a control.
     *
     * @param design at least two arms
     * @param control the name of the one
     * @return the comparisons; the difference of an arm is from the control
     * @throws IllegalArgumentException if there is no such arm
     */
    public static MultipleComparisons withControl(BlockDesign design, String control) {
        int place = design.names().indexOf(control);
        if (place < 0) {
            throw new IllegalArgumentException("control must be one of " + design.names() + ", was '" + control + "'");
        }
        Family family = design.family(Sides.TWO);
        double critical = family.critical();
        Map<String, ArmComparison> arms = new LinkedHashMap<>();
        List<Contrast> contrasts = new ArrayList<>();
        for (int arm = 0; arm < design.size(); arm++) {
            if (arm != place) {
                Contrast contrast = design.contrast(arm, place, family.pooled());
                contrasts.add(contrast);
                arms.put(design.names().get(arm), twoSided(contrast, family, critical, control));
            }
        }
        return new MultipleComparisons(family, design.equalSpreads(), critical, typical(contrasts), arms);
    }

    /**
     * Several arms, each with a partner of its own: paired t tests with Bonferroni's correction for their number.
     *
     * @param pairs of each pair the two arms' values from the same seeds, by the name of the pair
     * @return the first less the second, by the same names
     * @throws IllegalArgumentException if a pair is none of two arms
     */
    public static Map<String, ArmComparison> ofPairs(Map<String, BlockDesign> pairs) {
        Map<String, ArmComparison> compared = new LinkedHashMap<>();
        pairs.forEach((name, pair) -> {
            Checks.requireAtMost(2, pair.size(), "number of arms");
            Family family = new Family(pairs.size(), Sides.TWO, false, pair.seeds() - 1.0);
            Contrast contrast = pair.contrast(0, 1, false);
            compared.put(
                    name,
                    twoSided(contrast, family, family.critical(), pair.names().get(1)));
        });
        return compared;
    }

    private static ArmComparison twoSided(Contrast contrast, Family family, double critical, String other) {
        double t = contrast.t();
        Shown further = t > 0 ? Shown.BETTER : Shown.WORSE;
        return new ArmComparison(
                Math.abs(t) > critical ? further : Shown.OPEN,
                contrast.interval(critical),
                contrast.effect(family.degreesOfFreedom(), family.tail(critical)),
                family.pValue(t),
                other);
    }

    private static List<Contrast> rivals(BlockDesign design, int arm, boolean pooled) {
        return IntStream.range(0, design.size())
                .filter(other -> other != arm)
                .mapToObj(other -> design.contrast(arm, other, pooled))
                .toList();
    }

    private static double typical(List<Contrast> contrasts) {
        return StatUtils.percentile(
                contrasts.stream().mapToDouble(Contrast::standardError).toArray(), 50);
    }

    /**
     * One arm against all others.
     *
     * @param arm its place
     * @param rivals its mean less that of every other, in their order
     * @param critical how many standard errors count
     */
    private record Best(int arm, List<Contrast> rivals, double critical) {
        Contrast least(ToDoubleFunction<Contrast> quantity) {
            return rivals.stream().min(Comparator.comparingDouble(quantity)).orElseThrow();
        }

        /** Whether no other is shown to be better. */
        boolean possible() {
            return high() >= 0;
        }

        private double high() {
            return least(contrast -> contrast.high(critical)).high(critical);
        }

        /** The lowest lower end against those that may be the best. */
        private double low(List<Integer> candidates) {
            return candidates.stream()
                    .filter(other -> other != arm)
                    .mapToDouble(other -> rivals.get(place(other)).low(critical))
                    .min()
                    .orElse(0);
        }

        private int place(int other) {
            return other < arm ? other : other - 1;
        }

        ArmComparison compared(Family family, List<Integer> candidates, double p, List<String> names) {
            Shown shown = !possible() ? Shown.WORSE : candidates.size() == 1 ? Shown.BETTER : Shown.OPEN;
            double value = least(Contrast::value).value();
            Contrast decisive = decisive(shown);
            int decides = rivals.indexOf(decisive);
            return new ArmComparison(
                    shown,
                    new Estimate(value, low(candidates), Math.max(0, high()), decisive.n()),
                    decisive.effect(family.degreesOfFreedom(), family.tail(critical)),
                    p,
                    names.get(decides < arm ? decides : decides + 1));
        }

        /** The highest of the others, unless what is shown, or left open, is so through another one. */
        private Contrast decisive(Shown shown) {
            Contrast highest = least(Contrast::value);
            double t = highest.t();
            Shown byHighest = t < -critical ? Shown.WORSE : t > critical ? Shown.BETTER : Shown.OPEN;
            if (byHighest == shown) {
                return highest;
            }
            return shown == Shown.WORSE
                    ? least(contrast -> contrast.high(critical))
                    : least(contrast -> contrast.low(critical));
        }

        /** The p-value of being the best. */
        double notTheBest(Family family) {
            return family.pValue(-least(Contrast::t).t());
        }
    }

    /**
     * How large a difference must be to be found so often, in one comparison of the family.
     *
     * @param power the probability with which it is to be found, in (0, 1)
     * @return in the units of the values
     */
    public double detectable(double power) {
        return standardError * NoncentralT.noncentrality(family.degreesOfFreedom(), critical, 1 - power);
    }

    /**
     * How often a difference is found in one comparison of the family.
     *
     * @param difference greater than 0, in the units of the values
     * @return the probability, in [0, 1]
     */
    public double power(double difference) {
        return standardError == 0
                ? 1
                : 1
                        - new NoncentralT(family.degreesOfFreedom(), difference / standardError)
                                .cumulativeProbability(critical);
    }
}
