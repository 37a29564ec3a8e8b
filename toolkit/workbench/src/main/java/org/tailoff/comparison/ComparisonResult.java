package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tailoff.analysis.ArmComparison;
import org.tailoff.analysis.BlockDesign;
import org.tailoff.analysis.MultipleComparisons;
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
 * @param decayOrNot of every initialiser that finished under both regimes, what weight decay is worth at the end, in
 *     points of percent; all are right at once
 * @param diverged the arms that diverged (NaN or infinity), each with the runs that did and where
 */
public record ComparisonResult(
        String spec,
        int seeds,
        Judge judge,
        Question question,
        boolean quick,
        List<Standings> regimes,
        Map<String, ArmComparison> decayOrNot,
        List<String> diverged) {
    /** Copies the lists. */
    public ComparisonResult {
        regimes = List.copyOf(regimes);
        decayOrNot = Collections.unmodifiableMap(new LinkedHashMap<>(decayOrNot));
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
                decayOrNot(results),
                diverged);
    }

    private static Map<String, ArmComparison> decayOrNot(ComparisonRuns results) {
        Map<String, BlockDesign> pairs = new LinkedHashMap<>();
        for (ArmResult with : results.under(true)) {
            String initialiser = with.arm().initialiser();
            ArmResult without = results.outcomes().get(new Arm(initialiser, false));
            if (without != null) {
                Map<String, double[]> pair = new LinkedHashMap<>();
                pair.put("with weight decay", with.lastAccuracy());
                pair.put("without weight decay", without.lastAccuracy());
                pairs.put(initialiser, BlockDesign.of(pair));
            }
        }
        return MultipleComparisons.ofPairs(pairs);
    }

    /** {@return what was trained, in words, with its base} */
    public RunSpec base() {
        return Specs.read(spec, "the spec of the comparison");
    }
}
