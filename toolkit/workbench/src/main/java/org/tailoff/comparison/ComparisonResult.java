package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.List;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;

/**
 * The result of a comparison: everything that it has shown, in numbers.
 *
 * @param spec what was trained, in YAML; its initialiser and seeds are those of no run in particular
 * @param seeds how many seeds each arm had
 * @param judge the set whose accuracy decided
 * @param target the accuracy that was to be reached, in percent
 * @param quick whether the runs were cut short
 * @param rankings one per regime
 * @param decayOrNot every initialiser with weight decay against itself without; empty where there is one regime
 * @param diverged the arms that diverged (NaN or infinity), each with the runs that did and where
 */
public record ComparisonResult(
        String spec,
        int seeds,
        String judge,
        double target,
        boolean quick,
        List<Ranking> rankings,
        List<PairwiseTest> decayOrNot,
        List<String> diverged) {
    /** Copies the lists. */
    public ComparisonResult {
        rankings = List.copyOf(rankings);
        decayOrNot = List.copyOf(decayOrNot);
        diverged = List.copyOf(diverged);
    }

    /**
     * Ranks and tests.
     *
     * @param results the runs of the comparison
     * @param target the accuracy to reach, in percent
     * @param quick whether the runs were cut short
     * @return the result
     */
    public static ComparisonResult of(ComparisonRuns results, double target, boolean quick) {
        InitialiserComparison comparison = results.comparison();
        List<String> diverged = new ArrayList<>();
        results.diverged().values().forEach(diverged::addAll);
        return new ComparisonResult(
                Specs.write(comparison.base()),
                comparison.seeds(),
                comparison.judge().label(),
                target,
                quick,
                comparison.regimes().stream()
                        .map(decay -> Ranking.of(results, decay, target))
                        .toList(),
                PairwiseTests.decayOrNot(results),
                diverged);
    }

    /** {@return what was trained, in words, with its base} */
    public RunSpec base() {
        return Specs.read(spec, "the spec of the comparison");
    }
}
