package org.tailoff.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tailoff.figure.render.Style;
import org.tailoff.published.ComparedReproduction;
import org.tailoff.published.CurveComparisonFiles;
import org.tailoff.report.FigureFiles;

/** The figures and tables of reproductions in an output directory. */
final class ReproduceFiles {
    private ReproduceFiles() {}

    /** Writes what was drawn and compared. */
    static void write(List<ComparedReproduction> compared, OutputDirectory directory, Style style) throws IOException {
        FigureFiles.write(directory.root(), ComparedReproduction.pictures(compared), style);
        for (ComparedReproduction each : compared) {
            directory.write(
                    "figures/" + each.reproduction().id() + "/published-vs-measured.csv",
                    CurveComparisonFiles.csv(each.curves().all()).getBytes(StandardCharsets.UTF_8));
        }
        directory.write("comparison.json", CurveComparisonFiles.json(compared).getBytes(StandardCharsets.UTF_8));
    }
}
