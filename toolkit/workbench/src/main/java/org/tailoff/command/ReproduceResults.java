package org.tailoff.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tailoff.published.AgreementCounts;
import org.tailoff.published.ComparedReproduction;
import org.tailoff.published.CurveComparison;
import org.tailoff.published.CurveComparison.Agreement;
import org.tailoff.run.FinishedRun;
import org.tailoff.svm.FinishedSvm;
import org.tailoff.terminal.Table;
import org.tailoff.text.Texts;

/** What {@code tailoff reproduce} prints when the runs are done. */
final class ReproduceResults {
    private final List<CurveComparison> all;
    private final AgreementCounts counts;
    private final Map<String, Spent> spent = new HashMap<>();
    private final boolean quick;

    /** How long something took when it was trained, and whether that was before. */
    private record Spent(double seconds, boolean reused) {}

    /**
     * The results of some reproductions.
     *
     * @param compared the reproductions
     * @param runs the runs by name
     * @param machines the support vector machines by name
     * @param quick whether they were cut short
     */
    ReproduceResults(
            List<ComparedReproduction> compared,
            Map<String, FinishedRun> runs,
            Map<String, FinishedSvm> machines,
            boolean quick) {
        this.quick = quick;
        all = ComparedReproduction.curves(compared).toList();
        counts = AgreementCounts.of(compared);
        runs.forEach((name, run) -> spent.put(name, new Spent(run.seconds(), run.reused())));
        machines.forEach(
                (name, machine) -> spent.put(name, new Spent(machine.result().seconds(), machine.reused())));
    }

    String table() {
        Table table = new Table("figure", "series", "points", "exact", "largest difference", "verdict", "seconds");
        all.forEach(comparison -> table.row(
                comparison.series().figure(),
                comparison.series().name(),
                Integer.toString(comparison.points()),
                comparison.isComparable() ? Integer.toString(comparison.exact()) : "-",
                comparison.isComparable() ? String.format(Locale.ROOT, "%.3g", comparison.largestDifference()) : "-",
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
        return Texts.fixed(seconds, 1) + (stored ? " (stored)" : "");
    }

    String summary(Path out) {
        if (!counts.isComparable()) {
            return "\nThe data set is not MNIST, so nothing was compared. Figures: " + shown(out);
        }
        if (counts.curves() == 0) {
            return "\nNothing was published of these figures, so nothing was compared. Written to " + shown(out);
        }
        long notCompared = counts.curves(Agreement.NOT_COMPARED);
        return String.format(
                Locale.ROOT,
                "%n%scurves%s: %d EXACT, %d MATCH, %d MISS%s. Written to %s",
                accuracies(),
                quick ? " (of a quick run: the first epochs alone)" : "",
                counts.curves(Agreement.EXACT),
                counts.curves(Agreement.MATCH),
                counts.curves(Agreement.MISS),
                notCompared == 0 ? "" : ", " + notCompared + " not compared",
                shown(out));
    }

    /** Nothing if no accuracy was published, or none of those epochs trained. */
    private String accuracies() {
        return counts.accuracies() == 0
                ? ""
                : counts.equalAccuracies() + " of " + counts.accuracies() + " published accuracies equal; ";
    }

    private static Path shown(Path out) {
        return out.toAbsolutePath().normalize();
    }

    boolean missed() {
        return all.stream()
                .filter(CurveComparison::isComparable)
                .anyMatch(comparison -> comparison.verdict() == Agreement.MISS);
    }
}
