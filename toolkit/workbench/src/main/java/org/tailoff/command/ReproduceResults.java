package org.tailoff.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tailoff.figure.Picture;
import org.tailoff.figure.render.Style;
import org.tailoff.published.CurveComparison;
import org.tailoff.published.CurveComparisonFiles;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.Curves;
import org.tailoff.published.Reproduction;
import org.tailoff.record.EpochRecord;
import org.tailoff.report.FigureFiles;
import org.tailoff.run.FinishedRun;
import org.tailoff.svm.FinishedSvm;
import org.tailoff.svm.SvmResult;
import org.tailoff.terminal.Table;

/** What {@code tailoff reproduce} writes and prints when the runs are done. */
public final class ReproduceResults {
    private final Map<Reproduction, CurveComparisons> compared = new LinkedHashMap<>();
    private final Map<String, Spent> spent = new HashMap<>();
    private final Map<String, FinishedRun> runs;
    private final boolean quick;

    /** How long something took when it was trained, and whether that was before. */
    private record Spent(double seconds, boolean reused) {}

    /**
     * What was trained.
     *
     * @param runs the runs by name
     * @param svms the support vector machines by name
     * @param mnist whether it was on MNIST
     * @param quick whether it was cut short
     */
    public record Measured(
            Map<String, FinishedRun> runs, Map<String, FinishedSvm> svms, boolean mnist, boolean quick) {}

    public ReproduceResults(List<Reproduction> reproductions, Measured measured) {
        quick = measured.quick();
        runs = measured.runs();
        Map<String, List<EpochRecord>> epochs = new HashMap<>();
        runs.forEach((name, run) -> {
            epochs.put(name, run.epochs());
            spent.put(name, new Spent(run.seconds(), run.reused()));
        });
        Map<String, SvmResult> svms = new HashMap<>();
        measured.svms().forEach((name, svm) -> {
            svms.put(name, svm.result());
            spent.put(name, new Spent(svm.result().seconds(), svm.reused()));
        });
        Curves curves = new Curves(epochs, svms);
        boolean sameData = measured.mnist();
        reproductions.forEach(each -> compared.put(each, CurveComparisons.of(each.series(), curves, sameData)));
    }

    void write(OutputDirectory directory, Style style) throws IOException {
        FigureFiles.write(directory.root(), pictures(), style);
        for (Map.Entry<Reproduction, CurveComparisons> entry : compared.entrySet()) {
            directory.write(
                    "figures/" + entry.getKey().id() + "/published-vs-measured.csv",
                    CurveComparisonFiles.csv(entry.getValue().all()).getBytes(StandardCharsets.UTF_8));
        }
        directory.write("comparison.json", CurveComparisonFiles.json(compared).getBytes(StandardCharsets.UTF_8));
    }

    /** Every figure, by the id of its reproduction and its own, such as {@code overfitting/overfitting1}. */
    public Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        compared.forEach((reproduction, comparisons) -> reproduction
                .figures(comparisons, runs)
                .forEach(picture -> pictures.put(reproduction.id() + "/" + picture.id(), picture)));
        return pictures;
    }

    String table() {
        Table table = new Table("figure", "series", "points", "exact", "largest difference", "verdict", "seconds");
        all().forEach(comparison -> table.row(
                comparison.series().figure(),
                comparison.series().name(),
                Integer.toString(comparison.points()),
                comparison.isComparable() ? Integer.toString(comparison.exact()) : "-",
                comparison.isComparable() ? text("%.3g", comparison.largestDifference()) : "-",
                verdict(comparison),
                seconds(comparison.series().source().runs())));
        return table.toString();
    }

    private static String verdict(CurveComparison comparison) {
        if (!comparison.series().isPublished()) {
            return "not published";
        }
        return comparison.isComparable() ? comparison.verdict().toString() : "other data";
    }

    private String seconds(List<String> names) {
        List<Spent> trained =
                names.stream().filter(spent::containsKey).map(spent::get).toList();
        double seconds = trained.stream().mapToDouble(Spent::seconds).sum();
        boolean stored = !trained.isEmpty() && trained.stream().allMatch(Spent::reused);
        return text(stored ? "%.1f (stored)" : "%.1f", seconds);
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    String summary(Path out) {
        List<CurveComparison> all = all().stream()
                .filter(comparison -> comparison.series().isPublished())
                .toList();
        if (all.stream().anyMatch(comparison -> !comparison.isComparable())) {
            return "\nThe data set is not MNIST, so nothing was compared. Figures: " + shown(out);
        }
        if (all.isEmpty()) {
            return "\nNothing was published of these figures, so nothing was compared. Written to " + shown(out);
        }
        long notCompared = count(all, CurveComparison.Verdict.NOT_COMPARED);
        return String.format(
                Locale.ROOT,
                "%n%scurves%s: %d EXACT, %d MATCH, %d MISS%s. Written to %s",
                accuracies(all),
                quick ? " (of a quick run: the first epochs alone)" : "",
                count(all, CurveComparison.Verdict.EXACT),
                count(all, CurveComparison.Verdict.MATCH),
                count(all, CurveComparison.Verdict.MISS),
                notCompared == 0 ? "" : ", " + notCompared + " not compared",
                shown(out));
    }

    /** Nothing if no accuracy was published, or none of those epochs trained. */
    private static String accuracies(List<CurveComparison> all) {
        List<CurveComparison> accuracies = all.stream()
                .filter(comparison -> comparison.series().source().counts())
                .toList();
        int points = accuracies.stream().mapToInt(CurveComparison::points).sum();
        int exact = accuracies.stream().mapToInt(CurveComparison::exact).sum();
        return points == 0 ? "" : exact + " of " + points + " published accuracies equal; ";
    }

    private static long count(List<CurveComparison> all, CurveComparison.Verdict verdict) {
        return all.stream()
                .filter(comparison -> comparison.verdict() == verdict)
                .count();
    }

    private static Path shown(Path out) {
        return out.toAbsolutePath().normalize();
    }

    boolean missed() {
        return all().stream()
                .filter(CurveComparison::isComparable)
                .anyMatch(comparison -> comparison.verdict() == CurveComparison.Verdict.MISS);
    }

    private List<CurveComparison> all() {
        List<CurveComparison> all = new ArrayList<>();
        compared.values().forEach(comparisons -> all.addAll(comparisons.all()));
        return all;
    }
}
