package org.tailoff.comparison;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tailoff.analysis.ArmComparison;
import org.tailoff.analysis.ArmComparison.Shown;
import org.tailoff.analysis.BlockDesign;
import org.tailoff.analysis.MultipleComparisons;

/**
 * The initialisers under one regime, the highest mean first.
 *
 * @param decay whether the regulariser of the spec acted
 * @param standings by initialiser as the user wrote it, in the order of mean accuracy at the end
 * @param comparisons of their accuracies, at either stage; empty if fewer than two finished, or the one to compare with
 *     did not
 */
public record Standings(boolean decay, Map<String, Standing> standings, Map<When, MultipleComparisons> comparisons) {
    /** Copies the collections. */
    public Standings {
        standings = Collections.unmodifiableMap(new LinkedHashMap<>(standings));
        comparisons = new TreeMap<>(comparisons);
    }

    /**
     * Compares the arms of one regime.
     *
     * @param results the runs of the comparison
     * @param decay the regime
     * @param question what is asked
     * @return the standings
     */
    public static Standings of(ComparisonRuns results, boolean decay, Question question) {
        List<ArmResult> byMean = results.under(decay).stream()
                .sorted(Comparator.comparingDouble(outcome -> -outcome.meanLastAccuracy()))
                .toList();
        Map<When, MultipleComparisons> comparisons = new EnumMap<>(When.class);
        if (comparable(byMean, question)) {
            for (When when : When.values()) {
                comparisons.put(when, compared(byMean, when, question));
            }
        }
        Map<String, Standing> standings = new LinkedHashMap<>();
        byMean.forEach(outcome ->
                standings.put(outcome.arm().initialiser(), Standing.of(outcome, results.judge(), question.target())));
        return new Standings(decay, standings, comparisons);
    }

    private static boolean comparable(List<ArmResult> outcomes, Question question) {
        return outcomes.size() > 1
                && question.named()
                        .map(against -> outcomes.stream()
                                .anyMatch(outcome -> outcome.arm().initialiser().equals(against)))
                        .orElse(true);
    }

    private static MultipleComparisons compared(List<ArmResult> outcomes, When when, Question question) {
        Map<String, double[]> accuracies = new LinkedHashMap<>();
        outcomes.forEach(outcome -> accuracies.put(outcome.arm().initialiser(), when.accuracies(outcome)));
        BlockDesign design = BlockDesign.of(accuracies);
        return question.named()
                .map(against -> MultipleComparisons.withControl(design, against))
                .orElseGet(() -> MultipleComparisons.withTheBest(design));
    }

    /** What is shown of an initialiser at a stage. */
    ArmComparison comparison(When when, String initialiser) {
        return comparisons.get(when).arms().get(initialiser);
    }

    /** The initialisers of which this is shown, in order. */
    List<String> shown(When when, Shown shown) {
        Map<String, ArmComparison> arms = comparisons.get(when).arms();
        return arms.keySet().stream()
                .filter(initialiser -> arms.get(initialiser).shown() == shown)
                .toList();
    }

    /** {@return the regime as a heading} */
    public String heading() {
        return decay ? "With weight decay" : "Without weight decay";
    }

    /** {@return the initialisers in order} */
    List<String> order() {
        return List.copyOf(standings.keySet());
    }
}
