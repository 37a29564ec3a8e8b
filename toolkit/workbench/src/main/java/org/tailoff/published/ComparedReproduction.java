package org.tailoff.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tailoff.figure.Picture;
import org.tailoff.run.FinishedRun;

/**
 * A reproduction with what came of it: its published curves beside ours, and its figures.
 *
 * @param reproduction what was reproduced
 * @param curves its curves
 * @param figures its figures
 */
public record ComparedReproduction(Reproduction reproduction, CurveComparisons curves, List<Picture> figures) {
    /** Copies the figures. */
    public ComparedReproduction {
        figures = List.copyOf(figures);
    }

    /**
     * Compares and draws.
     *
     * @param reproduction what was reproduced
     * @param measured the curves of the finished runs
     * @param runs the finished runs by name
     * @param sameData whether they were trained on MNIST
     * @return the outcome
     */
    public static ComparedReproduction of(
            Reproduction reproduction, Curves measured, Map<String, FinishedRun> runs, boolean sameData) {
        CurveComparisons curves = CurveComparisons.of(reproduction.series(), measured, sameData);
        return new ComparedReproduction(reproduction, curves, reproduction.figures(curves, runs));
    }

    /**
     * Every figure of several reproductions.
     *
     * @param all the reproductions
     * @return the figures by the id of their reproduction and their own, such as {@code overfitting/overfitting1}
     */
    public static Map<String, Picture> pictures(List<ComparedReproduction> all) {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        all.forEach(each -> each.figures()
                .forEach(picture -> pictures.put(each.reproduction().id() + "/" + picture.id(), picture)));
        return pictures;
    }

    /**
     * Every curve of several reproductions.
     *
     * @param all the reproductions
     * @return the curves, in their order
     */
    public static Stream<CurveComparison> curves(List<ComparedReproduction> all) {
        return all.stream().flatMap(each -> each.curves().all().stream());
    }
}
