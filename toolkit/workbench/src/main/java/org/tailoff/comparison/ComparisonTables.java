package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailoff.analysis.ArmComparison;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Numbers;

/** A comparison's numbers as people read them: accuracies to a hundredth of a percent, with their intervals. */
public final class ComparisonTables {
    private static final double SMALLEST_P = 1e-4;

    private final ComparisonResult result;
    private final InWords words;

    /**
     * Writes tables.
     *
     * @param result the comparison's
     */
    public ComparisonTables(ComparisonResult result) {
        this.result = result;
        words = new InWords(result);
    }

    /** {@return one table per regime, and what weight decay is worth to each initialiser where there are both} */
    public List<TextTable> all() {
        List<TextTable> all = new ArrayList<>();
        result.regimes().forEach(standings -> all.add(regime(standings)));
        if (!result.decayOrNot().isEmpty()) {
            all.add(decay());
        }
        return all;
    }

    private TextTable regime(Standings standings) {
        List<List<String>> rows = new ArrayList<>();
        standings.standings().forEach((initialiser, standing) -> {
            List<String> row = new ArrayList<>(List.of(
                    initialiser,
                    percent(standing.last()),
                    percent(standing.first()),
                    reached(standing),
                    Numbers.text(standing.cost().value())));
            row.addAll(compared(standings, initialiser));
            rows.add(row);
        });
        return new TextTable(
                words.answer(standings),
                List.of(
                        "initialiser",
                        "at the end (%)",
                        "first epoch (%)",
                        "epochs to " + Numbers.text(result.question().target()) + " %",
                        "cost",
                        difference(result.question()),
                        "shown",
                        "Hedges' g",
                        "p"),
                rows,
                words.notes(standings));
    }

    /**
     * What a difference is from.
     *
     * @param question what was asked
     * @return the head of a column
     */
    public static String difference(Question question) {
        return question.named()
                .map(against -> "less " + against + " (points)")
                .orElse("less the best of the others (points)");
    }

    private List<String> compared(Standings standings, String initialiser) {
        if (standings.comparisons().isEmpty()
                || initialiser.equals(result.question().against())) {
            return List.of("", "", "", "");
        }
        ArmComparison compared = standings.comparison(When.END, initialiser);
        return List.of(points(compared.difference()), words.cell(compared), effect(compared.effect()), p(compared.p()));
    }

    /** The mean over the seeds if all of them got there; otherwise how many did. */
    private String reached(Standing standing) {
        int reached = standing.reachedAt().size();
        return reached == result.seeds()
                ? Numbers.text(standing.reachedAt().stream()
                        .mapToInt(Integer::intValue)
                        .average()
                        .orElseThrow())
                : "reached by " + reached + " of " + result.seeds();
    }

    private TextTable decay() {
        return new TextTable(
                words.decayOrNot(),
                List.of("initialiser", "gain from weight decay (points)", "shown", "Hedges' g", "p"),
                result.decayOrNot().entrySet().stream()
                        .map(gain -> gain(gain.getKey(), gain.getValue()))
                        .toList(),
                List.of(
                        "Every pair has its own standard error; the intervals are simultaneous by Bonferroni's inequality."));
    }

    private static List<String> gain(String initialiser, ArmComparison gain) {
        String shown = switch (gain.shown()) {
            case BETTER -> "gains";
            case WORSE -> "loses";
            case OPEN -> "not shown to differ";
        };
        return List.of(initialiser, points(gain.difference()), shown, effect(gain.effect()), p(gain.p()));
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

    /**
     * A difference as people read it.
     *
     * @param difference in points of percent, with its interval
     * @return for example {@code -0.34 [-0.61, +0.00]}
     */
    public static String points(Estimate difference) {
        return text("%+.2f [%+.2f, %+.2f]", difference.value(), difference.low(), difference.high());
    }

    private static String effect(Estimate effect) {
        return Double.isInfinite(effect.value())
                ? Numbers.text(effect.value())
                : text("%+.2f [%+.2f, %+.2f]", effect.value(), effect.low(), effect.high());
    }

    /** A probability; it is never 0. */
    static String p(double p) {
        return p < SMALLEST_P ? "< 0.0001" : text("%.4f", p);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
