package org.tailoff.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tailoff.comparison.ComparisonResult;
import org.tailoff.comparison.ComparisonTables;
import org.tailoff.comparison.TextTable;
import org.tailoff.report.plot.Intervals;

/**
 * A page of its own for the comparison of initialisers: {@code report/compare.html}.
 *
 * @param settled what it has shown
 * @param tables its numbers
 * @param intervals the differences at the end, one chart per regime
 * @param figures what the arms do, epoch by epoch
 * @param runs the runs they come from
 */
record ComparePage(
        ComparisonResult settled,
        List<TextTable> tables,
        List<Intervals> intervals,
        List<FigureView> figures,
        List<RunView> runs) {
    /** Where it lies, relative to the report. */
    static final String PLACE = "compare.html";

    ComparePage {
        tables = List.copyOf(tables);
        intervals = List.copyOf(intervals);
        figures = List.copyOf(figures);
        runs = List.copyOf(runs);
    }

    /** Of the runs of the whole report it takes its own. */
    static ComparePage of(Compared compared, List<RunView> runs, Path out) {
        return new ComparePage(
                compared.settled(),
                new ComparisonTables(compared.settled()).all(),
                compared.settled().regimes().stream()
                        .filter(standings -> !standings.comparisons().isEmpty())
                        .map(standings ->
                                Intervals.of(standings, compared.settled().question()))
                        .toList(),
                compared.figures().stream()
                        .map(plot -> FigureFiles.view(out, Compared.FOLDER, plot))
                        .toList(),
                runs.stream()
                        .filter(run -> compared.runs().containsValue(run.id()))
                        .toList());
    }

    void write(Path report) throws IOException {
        Pages.write(report.resolve(PLACE), "compare.jte", this);
    }

    /** Whether every initialiser was compared with the best of the others. */
    boolean withTheBest() {
        return settled.question().against().isEmpty();
    }

    /** What was trained, but for initialiser and seed. */
    String setting() {
        return RunInWords.setting(settled.base());
    }
}
