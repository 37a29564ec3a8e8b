package org.tailoff.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tailoff.figure.Picture;
import org.tailoff.published.CurveComparison;
import org.tailoff.published.PublishedSeries;
import org.tailoff.text.Texts;

/**
 * A published curve and ours in one row.
 *
 * @param figure id of the figure that shows it
 * @param name what the curve is
 * @param values first, best and last, each with what was published and what was measured
 * @param equal how many points are equal, of how many
 * @param largest the largest difference, in the unit of the values
 * @param verdict how well the two agree
 * @param rules the rules they must agree by
 */
record CurveRow(
        String figure,
        String name,
        List<Value> values,
        String equal,
        String largest,
        Judgement verdict,
        List<RuleRow> rules) {
    private static final String NOTHING = "–";

    CurveRow {
        values = List.copyOf(values);
        rules = List.copyOf(rules);
    }

    /**
     * One number of both curves.
     *
     * @param which first, best or last
     * @param published the book's
     * @param measured ours
     */
    record Value(String which, String published, String measured) {}

    /**
     * A rule of agreement.
     *
     * @param rule the rule in words
     * @param why its reason
     * @param outcome what it found
     */
    record RuleRow(String rule, String why, String outcome) {}

    static CurveRow of(CurveComparison comparison) {
        PublishedSeries series = comparison.series();
        boolean same = comparison.isComparable();
        return new CurveRow(
                series.figure(),
                series.name(),
                values(comparison),
                same ? comparison.exact() + " of " + comparison.points() : NOTHING,
                same && comparison.points() > 0 ? text(comparison, comparison.largestDifference()) : NOTHING,
                Judgement.of(comparison),
                comparison.findings().stream().map(CurveRow::rule).toList());
    }

    private static RuleRow rule(CurveComparison.JudgedRule finding) {
        String outcome = !finding.outcome().applicable()
                ? "the run was too short to tell"
                : finding.outcome().holds() ? "holds" : "broken";
        return new RuleRow(finding.criterion().rule(), finding.criterion().why(), outcome);
    }

    private static List<Value> values(CurveComparison comparison) {
        if (comparison.points() == 0) {
            return List.of();
        }
        Value first = value("first", comparison, values -> values[0]);
        Value last = value("last", comparison, values -> values[values.length - 1]);
        if (comparison.series().source().runs().isEmpty()) {
            return List.of(first, last);
        }
        boolean counts = comparison.series().source().counts();
        ToDoubleFunction<double[]> best = values -> counts
                ? Arrays.stream(values).max().orElseThrow()
                : Arrays.stream(values).min().orElseThrow();
        return List.of(first, value("best", comparison, best), last);
    }

    /** Of the published curve what ours can be compared with: a quick run has not got to its end. */
    private static Value value(String which, CurveComparison comparison, ToDoubleFunction<double[]> number) {
        double[] published = Arrays.copyOf(comparison.series().published(), comparison.points());
        return new Value(
                which,
                comparison.isComparable() ? text(comparison, number.applyAsDouble(published)) : NOTHING,
                text(comparison, number.applyAsDouble(comparison.measured())));
    }

    private static String text(CurveComparison comparison, double value) {
        return comparison.series().source().counts()
                ? Texts.fixed(comparison.inDisplayUnits(new double[] {value})[0], 2) + " %"
                : Picture.number(value);
    }
}
