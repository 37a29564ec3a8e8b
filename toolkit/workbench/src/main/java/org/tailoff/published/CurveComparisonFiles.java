package org.tailoff.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.stat.StatUtils;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.PredictionInterval;
import org.tailoff.store.JsonFiles;

/** The text of {@code comparison.json} and of {@code published-vs-measured.csv}. */
public final class CurveComparisonFiles {
    private CurveComparisonFiles() {}

    /**
     * The comparison of one series, as it is written.
     *
     * @param reproduction id of the reproduction
     * @param figure id of the figure that shows the series
     * @param series what the curve is
     * @param runs names of the runs ours comes from; none for a formula
     * @param publishedPoints points the book has
     * @param points points compared
     * @param exact points that are equal
     * @param largestDifference the largest |measured - published|
     * @param criteria each rule with what it found
     * @param draws of several draws the mean with its 95 % interval, and the interval of one more draw; left out of
     *     others
     * @param verdict EXACT, MATCH, MISS or NOT_COMPARED
     */
    record Row(
            String reproduction,
            String figure,
            String series,
            List<String> runs,
            int publishedPoints,
            int points,
            int exact,
            double largestDifference,
            List<WrittenRule> criteria,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> draws,
            CurveComparison.Agreement verdict) {}

    /**
     * One rule, as it is written.
     *
     * @param tolerance the rule in words
     * @param why its reason
     * @param worst the largest deviation it saw
     * @param holds whether it holds
     * @param applicable whether the run was long enough to tell
     */
    record WrittenRule(String tolerance, String why, double worst, boolean holds, boolean applicable) {}

    private static Row row(String reproduction, CurveComparison comparison) {
        PublishedSeries series = comparison.series();
        return new Row(
                reproduction,
                series.figure(),
                series.name(),
                series.source().runs(),
                series.published().length,
                comparison.points(),
                comparison.exact(),
                comparison.largestDifference(),
                comparison.findings().stream().map(CurveComparisonFiles::rule).toList(),
                draws(comparison),
                comparison.verdict());
    }

    private static Map<String, Double> draws(CurveComparison comparison) {
        Map<String, Double> draws = new TreeMap<>();
        if (comparison.series().source().isMeanOfDraws()
                && comparison.replicas().size() > 1) {
            double[] each =
                    comparison.replicas().stream().mapToDouble(StatUtils::mean).toArray();
            Estimate mean = Estimate.mean(each);
            PredictionInterval further = PredictionInterval.of(Estimate.CONFIDENCE, each);
            draws.put("number", (double) each.length);
            draws.put("mean", mean.value());
            draws.put("mean_low", mean.low());
            draws.put("mean_high", mean.high());
            draws.put("further_low", further.low());
            draws.put("further_high", further.high());
        }
        return draws;
    }

    private static WrittenRule rule(CurveComparison.JudgedRule finding) {
        Criterion.Outcome outcome = finding.outcome();
        return new WrittenRule(
                finding.criterion().rule(),
                finding.criterion().why(),
                outcome.worst(),
                outcome.holds(),
                outcome.applicable());
    }

    /**
     * The content of {@code comparison.json}: a list with one object per series; empty for other data than MNIST.
     *
     * @param compared the reproductions
     * @return a JSON document
     */
    public static String json(List<ComparedReproduction> compared) {
        List<Row> rows = new ArrayList<>();
        compared.forEach(each -> each.curves().all().stream()
                .filter(CurveComparison::isComparable)
                .forEach(comparison -> rows.add(row(each.reproduction().id(), comparison))));
        return JsonFiles.text(rows);
    }

    /**
     * The content of {@code published-vs-measured.csv}: one line per point compared; x is the epoch of a curve over
     * epochs, and what stands on the horizontal axis of any other.
     *
     * @param comparisons the comparisons of one reproduction
     * @return a CSV document, without published numbers for other data than MNIST; counts are integers, costs the
     *     shortest text that reads back as the same double
     */
    public static String csv(List<CurveComparison> comparisons) {
        StringBuilder csv = new StringBuilder("figure,series,x,published,measured,difference\n");
        for (CurveComparison comparison : comparisons) {
            append(comparison, csv);
        }
        return csv.toString();
    }

    private static void append(CurveComparison comparison, StringBuilder csv) {
        PublishedSeries series = comparison.series();
        double[] published = series.published();
        double[] measured = comparison.measured();
        double[] x = comparison.x();
        double[] differences = comparison.differences();
        boolean same = comparison.isComparable();
        for (int point = 0; point < measured.length; point++) {
            csv.append(series.figure()).append(',');
            csv.append('"').append(series.name()).append("\",");
            csv.append(number(x[point]))
                    .append(',')
                    .append(same ? number(published[point]) : "")
                    .append(',');
            csv.append(number(measured[point])).append(',').append(same ? number(differences[point]) : "");
            csv.append('\n');
        }
    }

    /** The shortest text that reads back as the same number, without ".0" for an integer. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
