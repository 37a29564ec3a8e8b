package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.List;
import org.tailoff.analysis.ArmComparison;
import org.tailoff.analysis.BlockDesign;
import org.tailoff.analysis.MultipleComparisons;

/**
 * What weight decay is worth to an initialiser at the end.
 *
 * @param initialiser as the user wrote it
 * @param gain accuracy with weight decay less that without, in points of percent
 */
public record Gain(String initialiser, ArmComparison gain) {
    /** Of every initialiser that finished under both regimes; all are right at once. */
    static List<Gain> all(ComparisonRuns results) {
        List<String> initialisers = new ArrayList<>();
        List<BlockDesign> pairs = new ArrayList<>();
        for (ArmResult with : results.under(true)) {
            String initialiser = with.arm().initialiser();
            ArmResult without = results.outcomes().get(new Arm(initialiser, false));
            if (without != null) {
                initialisers.add(initialiser);
                pairs.add(BlockDesign.of(with.lastAccuracy(), without.lastAccuracy()));
            }
        }
        List<ArmComparison> compared = MultipleComparisons.ofPairs(pairs);
        List<Gain> gains = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            gains.add(new Gain(initialisers.get(i), compared.get(i)));
        }
        return gains;
    }
}
