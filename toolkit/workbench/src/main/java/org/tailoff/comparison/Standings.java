package org.tailoff.comparison;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tailoff.analysis.ArmComparison;
import org.tailoff.analysis.ArmComparison.Shown;
import org.tailoff.analysis.BlockDesign;
import org.tailoff.analysis.MultipleComparisons;

/**
 * The initialisers under one regime, the highest mean first.
 *
 * @param decay whether the regulariser of the spec acted
 * @param standings by mean accuracy at the end
 * @param comparisons of their accuracies, at either stage, in the order of the standings; empty if fewer than two
 *     finished, or the one to compare with did not
 */
public record Standings(boolean decay, List<Standing> standings, Map<When, MultipleComparisons> comparisons) {
    /** Copies the collections. */
    public Standings {
        standings = List.copyOf(standings);
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
        return new Standings(
                decay,
                byMean.stream()
                        .map(outcome -> Standing.of(outcome, results.judge(), question.target()))
                        .toList(),
                comparisons);
    }

    private static boolean comparable(List<ArmResult> outcomes, Question question) {
        return outcomes.size() > 1
                && question.named()
                        .map(against -> place(outcomes, against) >= 0)
                        .orElse(true);
    }

    private static MultipleComparisons compared(List<ArmResult> outcomes, When when, Question question) {
        BlockDesign design =
                BlockDesign.of(outcomes.stream().map(when::accuracies).toArray(double[][]::new));
        return question.named()
                .map(against -> MultipleComparisons.withControl(design, place(outcomes, against)))
                .orElseGet(() -> MultipleComparisons.withTheBest(design));
    }

    private static int place(List<ArmResult> outcomes, String initialiser) {
        return IntStream.range(0, outcomes.size())
                .filter(i -> outcomes.get(i).arm().initialiser().equals(initialiser))
                .findFirst()
                .orElse(-1);
    }

    /** What is shown of an initialiser at a stage. */
    ArmComparison comparison(When when, String initialiser) {
        return comparisons.get(when).arms().get(order().indexOf(initialiser));
    }

    /** The initialisers of which this is shown, save the one that all are compared with. */
    List<String> shown(When when, Shown shown, Question question) {
        return order().stream()
                .filter(initialiser -> !initialiser.equals(question.against()))
                .filter(initialiser -> comparison(when, initialiser).shown() == shown)
                .toList();
    }

    /** {@return the regime as a heading} */
    public String heading() {
        return decay ? "With weight decay" : "Without weight decay";
    }

    /** {@return the initialisers in order} */
    List<String> order() {
        return standings.stream().map(Standing::initialiser).toList();
    }
}
