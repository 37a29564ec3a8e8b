package org.tailoff.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tailoff.examine.RunExamination;
import org.tailoff.examine.TensorCourse;
import org.tailoff.examine.TensorExamination;
import org.tailoff.figure.Look;
import org.tailoff.figure.Picture;
import org.tailoff.figure.render.FigureRenderer;
import org.tailoff.report.plot.ExamineFigures;
import org.tailoff.report.plot.Plots;
import org.tailoff.store.StoredRun;

/**
 * The page of what {@code tailoff examine} found, {@code report/examine.html}.
 *
 * @param runs the runs that were examined
 */
public record ExaminePage(List<Run> runs) {
    private static final String FOLDER = "examine/";

    /** Copies the list. */
    public ExaminePage {
        runs = List.copyOf(runs);
    }

    /**
     * A run.
     *
     * @param id its id
     * @param epochs how many epochs it has
     * @param tensors its tensors of weights
     */
    record Run(String id, int epochs, List<Tensor> tensors) {
        Run {
            tensors = List.copyOf(tensors);
        }
    }

    /**
     * A tensor of weights.
     *
     * @param found what was found
     * @param figures the same in figures
     */
    record Tensor(TensorExamination found, List<FigureView> figures) {
        Tensor {
            figures = List.copyOf(figures);
        }

        /** Its name and what it is called, where that is not the same. */
        String heading() {
            return found.title().equals(found.tensor()) ? found.tensor() : found.tensor() + ", " + found.title();
        }
    }

    /**
     * Writes the page of runs that were examined.
     *
     * @param out the output directory; the page is {@code out/report/examine.html}
     * @param runs the runs, in order
     * @param examined what was found of each
     * @param look how its figures are drawn
     * @return the page
     * @throws IOException if something cannot be read or written
     */
    public static Path write(Path out, List<StoredRun> runs, List<RunExamination> examined, Look look)
            throws IOException {
        Path report = out.resolve("report");
        FigureRenderer renderer = new FigureRenderer(look);
        List<Run> pages = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<Tensor> tensors = new ArrayList<>();
            for (TensorExamination tensor : examined.get(i).tensors()) {
                tensors.add(new Tensor(tensor, figures(report, runs.get(i), tensor, renderer)));
            }
            pages.add(new Run(runs.get(i).id(), examined.get(i).epochs(), tensors));
        }
        Assets.copyTo(report);
        Path page = report.resolve("examine.html");
        Pages.write(page, "examine.jte", new ExaminePage(pages));
        return page;
    }

    private static List<FigureView> figures(
            Path report, StoredRun run, TensorExamination tensor, FigureRenderer renderer) throws IOException {
        List<FigureView> figures = new ArrayList<>();
        for (Picture picture : ExamineFigures.of(tensor, TensorCourse.of(run, tensor.tensor()))) {
            String image = FOLDER + run.id() + "/" + picture.id() + ".svg";
            Pages.write(report.resolve(image), renderer.svg(picture));
            figures.add(new FigureView(Plots.of(picture), image, List.of(new Link("SVG", image))));
        }
        return figures;
    }
}
