package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tailoff.analysis.Holm;
import org.tailoff.analysis.PairedDifference;

/** Pairs of arms and one accuracy, one value per seed; each kind of duel is corrected for its own number. */
final class PairwiseTests {
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(String one, String other, double[] ones, double[] others) {}

    private PairwiseTests() {}

    /** Every arm against every other. */
    static List<PairwiseTest> amongAll(List<ArmResult> outcomes, Function<ArmResult, double[]> accuracy) {
        PairwiseTests duels = new PairwiseTests();
        for (int i = 0; i < outcomes.size(); i++) {
            for (int j = i + 1; j < outcomes.size(); j++) {
                ArmResult one = outcomes.get(i);
                ArmResult other = outcomes.get(j);
                duels.pairs.add(new Pair(
                        one.arm().initialiser(),
                        other.arm().initialiser(),
                        accuracy.apply(one),
                        accuracy.apply(other)));
            }
        }
        return duels.fought();
    }

    /** Every initialiser with weight decay against itself without. */
    static List<PairwiseTest> decayOrNot(ComparisonRuns results) {
        PairwiseTests duels = new PairwiseTests();
        for (ArmResult with : results.under(true)) {
            String initialiser = with.arm().initialiser();
            ArmResult without = results.outcomes().get(new Arm(initialiser, false));
            if (without != null) {
                duels.pairs.add(new Pair(
                        initialiser,
                        initialiser + " without weight decay",
                        with.lastAccuracy(),
                        without.lastAccuracy()));
            }
        }
        return duels.fought();
    }

    private List<PairwiseTest> fought() {
        double[] p = Holm.adjusted(pairs.stream()
                .mapToDouble(pair -> PairedDifference.pValue(pair.ones, pair.others))
                .toArray());
        List<PairwiseTest> duels = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Pair pair = pairs.get(i);
            duels.add(new PairwiseTest(
                    pair.one,
                    pair.other,
                    PairedDifference.of(pair.ones, pair.others),
                    PairedDifference.effectSize(pair.ones, pair.others),
                    p[i]));
        }
        return duels;
    }
}
