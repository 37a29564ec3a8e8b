package org.tailoff.reproductions.report;

import java.util.List;
import org.tailoff.reproductions.Comparisons;
import org.tailoff.reproductions.Reproduction;
import org.tailoff.reproductions.figure.Picture;

/**
 * A reproduction on the page.
 *
 * @param id its id
 * @param question what its figures answer
 * @param reading what there is to see in them
 * @param source where in the book they stand
 * @param madeBy the class behind it
 * @param curves the published curves beside ours
 * @param figures the figures
 * @param runs the runs they come from
 */
record Section(
        String id,
        String question,
        String reading,
        String source,
        String madeBy,
        List<CurveRow> curves,
        List<FigureView> figures,
        List<RunView> runs) {
    Section {
        curves = List.copyOf(curves);
        figures = List.copyOf(figures);
        runs = List.copyOf(runs);
    }

    static Section of(Reproduction reproduction, Comparisons compared, List<Picture> pictures, List<RunView> runs) {
        String folder = "figures/" + reproduction.id() + "/";
        return new Section(
                reproduction.id(),
                reproduction.question(),
                reproduction.reading(),
                reproduction.source(),
                reproduction.getClass().getName(),
                compared.all().stream().map(CurveRow::of).toList(),
                pictures.stream()
                        .map(Plots::of)
                        .map(plot -> figure(folder, plot))
                        .toList(),
                runs);
    }

    private static FigureView figure(String folder, Plot plot) {
        String file = "../" + folder + plot.id();
        return new FigureView(
                plot,
                folder + plot.id() + ".svg",
                List.of(
                        new Link("CSV", "../" + folder + "published-vs-measured.csv"),
                        new Link("SVG", file + ".svg"),
                        new Link("PNG", file + ".png")));
    }

    /** The worst verdict of its curves, or of none. */
    List<Judgement> judgements() {
        return curves.stream().map(CurveRow::verdict).distinct().toList();
    }
}
