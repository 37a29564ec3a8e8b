package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Numbers;

/** A comparison's numbers as people read them: accuracies to a hundredth of a percent, with their intervals. */
public final class ComparisonTables {
    private final ComparisonResult result;

    /**
     * Writes tables.
     *
     * @param result the comparison's
     */
    public ComparisonTables(ComparisonResult result) {
        this.result = result;
    }

    /** {@return one table per regime, and what weight decay is worth to each initialiser where there are both} */
    public List<TextTable> all() {
        List<TextTable> all = new ArrayList<>();
        result.rankings().forEach(ranking -> all.add(ranking(ranking)));
        if (!result.decayOrNot().isEmpty()) {
            all.add(decay());
        }
        return all;
    }

    private TextTable ranking(Ranking ranking) {
        List<List<String>> rows = new ArrayList<>();
        for (RankedInitialiser standing : ranking.standings()) {
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(standing.rank()),
                    standing.initialiser(),
                    percent(standing.last()),
                    percent(standing.first()),
                    reached(standing),
                    Numbers.text(standing.cost().value())));
            row.addAll(behind(ranking, standing));
            rows.add(row);
        }
        return new TextTable(
                ranking.inWords(),
                List.of(
                        "rank",
                        "initialiser",
                        "at the end (%)",
                        "first epoch (%)",
                        "epochs to " + Numbers.text(result.target()) + " %",
                        "cost",
                        "behind the first (points)",
                        "effect d_z",
                        "p (Holm)"),
                rows);
    }

    private static List<String> behind(Ranking ranking, RankedInitialiser standing) {
        if (standing.equals(ranking.standings().get(0))) {
            return List.of("", "", "");
        }
        PairwiseTest test = ranking.withTheFirst(standing.initialiser());
        double sign = test.other().equals(standing.initialiser()) ? 1 : -1;
        return List.of(points(test.difference(), sign), Numbers.text(sign * test.effect()), p(test.p()));
    }

    /** The mean over the seeds if all of them got there; otherwise how many did. */
    private String reached(RankedInitialiser standing) {
        int reached = standing.reachedAt().size();
        return reached == result.seeds()
                ? Numbers.text(standing.reachedAt().stream()
                        .mapToInt(Integer::intValue)
                        .average()
                        .orElseThrow())
                : "reached by " + reached + " of " + result.seeds();
    }

    private TextTable decay() {
        long shown =
                result.decayOrNot().stream().filter(PairwiseTest::significant).count();
        return new TextTable(
                "Weight decay against none: of %d initialisers %d are shown to differ at the end."
                        .formatted(result.decayOrNot().size(), shown),
                List.of("initialiser", "gain from weight decay (points)", "effect d_z", "p (Holm)"),
                result.decayOrNot().stream()
                        .map(test -> List.of(
                                test.one(), points(test.difference(), 1), Numbers.text(test.effect()), p(test.p())))
                        .toList());
    }

    /**
     * An accuracy as people read it.
     *
     * @param accuracy in percent, with its interval
     * @return for example {@code 96.50 [96.35, 96.65]}
     */
    public static String percent(Estimate accuracy) {
        return text("%.2f [%.2f, %.2f]", accuracy.value(), accuracy.low(), accuracy.high());
    }

    private static String points(Estimate difference, double sign) {
        return text(
                "%+.2f [%+.2f, %+.2f]",
                sign * difference.value(),
                Math.min(sign * difference.low(), sign * difference.high()),
                Math.max(sign * difference.low(), sign * difference.high()));
    }

    private static String p(double p) {
        return p < 1e-4 ? "< 0.0001" : text("%.4f", p);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
