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
 * @param judge the examples whose accuracy decided
 * @param question what was asked
 * @param quick whether the runs were cut short
 * @param regimes the initialisers under each regime
 * @param decayOrNot every initialiser with weight decay against itself without; empty where there is one regime
 * @param diverged the arms that diverged (NaN or infinity), each with the runs that did and where
 */
public record ComparisonResult(
        String spec,
        int seeds,
        Judge judge,
        Question question,
        boolean quick,
        List<Standings> regimes,
        List<Gain> decayOrNot,
        List<String> diverged) {
    /** Copies the lists. */
    public ComparisonResult {
        regimes = List.copyOf(regimes);
        decayOrNot = List.copyOf(decayOrNot);
        diverged = List.copyOf(diverged);
    }

    /**
     * Compares.
     *
     * @param results the runs of the comparison
     * @param question what is asked
     * @param quick whether the runs were cut short
     * @return the result
     */
    public static ComparisonResult of(ComparisonRuns results, Question question, boolean quick) {
        InitialiserComparison comparison = results.comparison();
        List<String> diverged = new ArrayList<>();
        results.diverged().values().forEach(diverged::addAll);
        return new ComparisonResult(
                Specs.write(comparison.base()),
                comparison.seeds(),
                results.judge(),
                question,
                quick,
                comparison.regimes().stream()
                        .map(decay -> Standings.of(results, decay, question))
                        .toList(),
                Gain.all(results),
                diverged);
    }

    /** {@return what was trained, in words, with its base} */
    public RunSpec base() {
        return Specs.read(spec, "the spec of the comparison");
    }
}
