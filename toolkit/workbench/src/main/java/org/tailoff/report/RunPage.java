package org.tailoff.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tailoff.figure.Picture;
import org.tailoff.figure.render.FigureRenderer;
import org.tailoff.record.EpochRecord;
import org.tailoff.report.plot.EpochFigures;
import org.tailoff.report.plot.IterationFigures;
import org.tailoff.report.plot.Plots;
import org.tailoff.store.StoredRun;

/**
 * A page of its own for a run: {@code report/runs/<id>.html}.
 *
 * @param run the run
 * @param figures what was recorded at every iteration and epoch
 * @param histograms the elements of each tensor, epoch by epoch
 * @param chapter whether there is a main page to go back to
 */
record RunPage(RunView run, List<FigureView> figures, List<HistogramPlot> histograms, boolean chapter) {
    private static final String FOLDER = "runs/";

    RunPage {
        figures = List.copyOf(figures);
        histograms = List.copyOf(histograms);
    }

    /**
     * Where pages of runs are written.
     *
     * @param report the folder of the report
     * @param renderer draws their figures
     * @param chapter whether there is a main page that tells of them
     */
    record Site(Path report, FigureRenderer renderer, boolean chapter) {}

    /** Where the page of a run lies, relative to the report. */
    static String place(String id) {
        return FOLDER + id + ".html";
    }

    /** Reads a run and writes its page and drawings. */
    static void write(RunView run, StoredRun stored, Site site) throws IOException {
        List<EpochRecord> epochs = stored.epochs();
        List<Picture> pictures = new ArrayList<>(EpochFigures.of(epochs));
        pictures.addAll(IterationFigures.of(stored));
        List<FigureView> figures = new ArrayList<>();
        for (Picture picture : pictures) {
            String image = run.id() + "/" + picture.id() + ".svg";
            Pages.write(site.report.resolve(FOLDER + image), site.renderer.svg(picture));
            figures.add(new FigureView(Plots.of(picture), image, List.of(new Link("SVG", image))));
        }
        RunPage page = new RunPage(run, figures, HistogramPlot.of(epochs), site.chapter);
        Pages.write(site.report.resolve(place(run.id())), "run.jte", page);
    }
}
