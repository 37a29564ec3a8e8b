package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tailoff.analysis.Holm;
import org.tailoff.analysis.PairedDifference;

/** Pairs of arms and one accuracy, one value per seed; each kind of test is corrected for its own number. */
final class PairwiseTests {
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(String one, String other, double[] ones, double[] others) {}

    private PairwiseTests() {}

    /** Every arm against every other. */
    static List<PairwiseTest> amongAll(List<ArmResult> outcomes, Function<ArmResult, double[]> accuracy) {
        PairwiseTests tests = new PairwiseTests();
        for (int i = 0; i < outcomes.size(); i++) {
            for (int j = i + 1; j < outcomes.size(); j++) {
                ArmResult one = outcomes.get(i);
                ArmResult other = outcomes.get(j);
                tests.pairs.add(new Pair(
                        one.arm().initialiser(),
                        other.arm().initialiser(),
                        accuracy.apply(one),
                        accuracy.apply(other)));
            }
        }
        return tests.corrected();
    }

    /** Every initialiser with weight decay against itself without. */
    static List<PairwiseTest> decayOrNot(ComparisonRuns results) {
        PairwiseTests tests = new PairwiseTests();
        for (ArmResult with : results.under(true)) {
            String initialiser = with.arm().initialiser();
            ArmResult without = results.outcomes().get(new Arm(initialiser, false));
            if (without != null) {
                tests.pairs.add(new Pair(
                        initialiser,
                        initialiser + " without weight decay",
                        with.lastAccuracy(),
                        without.lastAccuracy()));
            }
        }
        return tests.corrected();
    }

    private List<PairwiseTest> corrected() {
        double[] p = Holm.adjusted(pairs.stream()
                .mapToDouble(pair -> PairedDifference.pValue(pair.ones, pair.others))
                .toArray());
        List<PairwiseTest> tests = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Pair pair = pairs.get(i);
            tests.add(new PairwiseTest(
                    pair.one,
                    pair.other,
                    PairedDifference.of(pair.ones, pair.others),
                    PairedDifference.effectSize(pair.ones, pair.others),
                    p[i]));
        }
        return tests;
    }
}
