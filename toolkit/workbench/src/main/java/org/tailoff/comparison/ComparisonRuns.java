package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.tailoff.record.EpochRecord;
import org.tailoff.run.RunResults;

/**
 * The runs of a comparison. An arm that diverged (NaN or infinity) from any of its seeds is left out, so that every
 * comparison rests on the same seeds.
 *
 * @param comparison what was trained
 * @param outcomes the arms that finished from every seed, in the order of the comparison
 * @param diverged the others, each with the runs that ended and where
 */
public record ComparisonRuns(
        InitialiserComparison comparison, Map<Arm, ArmResult> outcomes, Map<Arm, List<String>> diverged) {
    /** A point below the best is near enough to ask who gets there first. */
    private static final double BELOW_BEST = 1;

    private static final double TENTHS = 10;

    /**
     * Sorts the runs.
     *
     * @param comparison what was trained
     * @param results the results of its runs
     * @return the results
     */
    public static ComparisonRuns of(InitialiserComparison comparison, RunResults results) {
        Map<Arm, ArmResult> outcomes = new LinkedHashMap<>();
        Map<Arm, List<String>> diverged = new LinkedHashMap<>();
        Map<String, String> reasons = results.diverged();
        for (boolean decay : comparison.regimes()) {
            for (Arm arm : comparison.arms(decay)) {
                List<String> runs = diverged(comparison, arm, reasons);
                if (runs.isEmpty()) {
                    outcomes.put(arm, new ArmResult(arm, comparison.judge(), seeds(comparison, arm, results)));
                } else {
                    diverged.put(arm, runs);
                }
            }
        }
        return new ComparisonRuns(comparison, outcomes, diverged);
    }

    private static List<String> diverged(InitialiserComparison comparison, Arm arm, Map<String, String> reasons) {
        return IntStream.rangeClosed(1, comparison.seeds())
                .mapToObj(arm::run)
                .filter(reasons::containsKey)
                .map(run -> run + ": " + reasons.get(run))
                .toList();
    }

    private static List<List<EpochRecord>> seeds(InitialiserComparison comparison, Arm arm, RunResults results) {
        List<List<EpochRecord>> seeds = new ArrayList<>();
        for (int seed = 1; seed <= comparison.seeds(); seed++) {
            seeds.add(results.finished().get(arm.run(seed)).epochs());
        }
        return seeds;
    }

    /**
     * The arms that finished under one regime.
     *
     * @param decay whether the regulariser of the spec acts
     * @return in the order of the comparison
     */
    List<ArmResult> under(boolean decay) {
        return outcomes.values().stream()
                .filter(outcome -> outcome.arm().decay() == decay)
                .toList();
    }

    /** The examples whose accuracy decides; none where no run finished. */
    Judge judge() {
        int examples = outcomes.values().stream()
                .mapToInt(
                        outcome -> outcome.score(outcome.seeds().get(0).get(0)).images())
                .findFirst()
                .orElse(0);
        return new Judge(comparison.judge().label(), examples);
    }

    /**
     * The accuracy that the arms are asked to reach.
     *
     * @param asked what the user wants, in percent; if nothing, a point below the best mean at the end of all arms,
     *     rounded down to a tenth
     * @return in percent
     */
    public double target(OptionalDouble asked) {
        return asked.orElseGet(() -> {
            double best = outcomes.values().stream()
                    .mapToDouble(ArmResult::meanLastAccuracy)
                    .max()
                    .orElse(0);
            return Math.max(0, Math.floor(TENTHS * (best - BELOW_BEST)) / TENTHS);
        });
    }
}
