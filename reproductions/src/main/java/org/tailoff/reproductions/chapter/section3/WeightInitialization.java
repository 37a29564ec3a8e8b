package org.tailoff.reproductions.chapter.section3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Picture;
import org.tailoff.published.Criterion;
import org.tailoff.published.CurveComparison;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.CurveFigure;
import org.tailoff.published.CurveFigure.AccuracyFrame;
import org.tailoff.published.CurveFigure.Drawn;
import org.tailoff.published.DifferenceFigure;
import org.tailoff.published.EpochCurve;
import org.tailoff.published.EpochCurve.Quantity;
import org.tailoff.published.PublishedSeries;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.reproductions.book.Published;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/** What the two figures of section 3.3 share: the old and the new initialisation of one network, side by side. */
final class WeightInitialization {
    private WeightInitialization() {}

    static Map<String, RunSpec> runs(String id) {
        return Map.of(id + "_old", BookSpecs.spec(id + "_old"), id + "_new", BookSpecs.spec(id + "_new"));
    }

    static List<PublishedSeries> series(String id) {
        return List.of(
                correct(id, "old", "/large_weight_initialization/1"),
                correct(id, "new", "/default_weight_initialization/1"));
    }

    private static PublishedSeries correct(String id, String arm, String pointer) {
        return new PublishedSeries(
                id,
                arm + ", validation accuracy",
                curve(id, arm),
                Published.curve(id, pointer),
                List.of(Criterion.equal()));
    }

    private static EpochCurve curve(String id, String arm) {
        return new EpochCurve(id + "_" + arm, DataSet.VALIDATION, Quantity.CORRECT);
    }

    static List<Picture> figures(String id, CurveComparisons compared) {
        CurveComparison old = compared.measuredBy(curve(id, "old"));
        CurveComparison fresh = compared.measuredBy(curve(id, "new"));
        List<Picture> figures = new ArrayList<>();
        figures.add(CurveFigure.accuracies(
                new AccuracyFrame("Classification accuracy", 85, false),
                List.of(
                        new Drawn("Old approach to weight initialization", Colour.BLUE, old),
                        new Drawn("New approach to weight initialization", Colour.ORANGE, fresh))));
        figures.addAll(DifferenceFigure.of(id, compared));
        return figures;
    }
}
