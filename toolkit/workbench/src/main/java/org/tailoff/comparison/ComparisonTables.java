package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Numbers;

/** A contest's numbers as people read them: accuracies to a hundredth of a percent, with their intervals. */
public final class ComparisonTables {
    private final ComparisonResult settled;

    /**
     * Writes tables.
     *
     * @param settled who won
     */
    public ComparisonTables(ComparisonResult settled) {
        this.settled = settled;
    }

    /** {@return one table per regime, and what weight decay is worth to each initialiser where there are both} */
    public List<TextTable> all() {
        List<TextTable> all = new ArrayList<>();
        settled.rankings().forEach(ranking -> all.add(ranking(ranking)));
        if (!settled.decayOrNot().isEmpty()) {
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
                        "epochs to " + Numbers.text(settled.target()) + " %",
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
        PairwiseTest duel = ranking.withTheFirst(standing.initialiser());
        double sign = duel.other().equals(standing.initialiser()) ? 1 : -1;
        return List.of(points(duel.difference(), sign), Numbers.text(sign * duel.effect()), p(duel.p()));
    }

    /** The mean over the seeds if all of them got there; otherwise how many did. */
    private String reached(RankedInitialiser standing) {
        int reached = standing.reachedAt().size();
        return reached == settled.seeds()
                ? Numbers.text(standing.reachedAt().stream()
                        .mapToInt(Integer::intValue)
                        .average()
                        .orElseThrow())
                : "reached by " + reached + " of " + settled.seeds();
    }

    private TextTable decay() {
        long shown = settled.decayOrNot().stream().filter(PairwiseTest::decided).count();
        return new TextTable(
                "Weight decay against none: of %d initialisers %d are shown to differ at the end."
                        .formatted(settled.decayOrNot().size(), shown),
                List.of("initialiser", "gain from weight decay (points)", "effect d_z", "p (Holm)"),
                settled.decayOrNot().stream()
                        .map(duel -> List.of(
                                duel.one(), points(duel.difference(), 1), Numbers.text(duel.effect()), p(duel.p())))
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
