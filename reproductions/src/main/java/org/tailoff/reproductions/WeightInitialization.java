package org.tailoff.reproductions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailoff.reproductions.Curve.Quantity;
import org.tailoff.reproductions.CurveFigure.AccuracyFrame;
import org.tailoff.reproductions.CurveFigure.Drawn;
import org.tailoff.reproductions.figure.Colour;
import org.tailoff.reproductions.figure.Picture;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/** What the two figures of section 3.3 share: the old and the new initialisation of one network, side by side. */
final class WeightInitialization {
    private WeightInitialization() {}

    static Map<String, RunSpec> runs(String id) {
        return Map.of(id + "_old", Experiments.spec(id + "_old"), id + "_new", Experiments.spec(id + "_new"));
    }

    static List<Series> series(String id) {
        return List.of(
                correct(id, "old", "/large_weight_initialization/1"),
                correct(id, "new", "/default_weight_initialization/1"));
    }

    private static Series correct(String id, String arm, String pointer) {
        Curve curve = new Curve(id + "_" + arm, DataSet.VALIDATION, Quantity.CORRECT);
        return new Series(
                id, arm + ", validation accuracy", curve, Published.curve(id, pointer), List.of(Criterion.equal()));
    }

    static List<Picture> figures(String id, Comparisons compared) {
        Comparison old = compared.named("old, validation accuracy");
        Comparison fresh = compared.named("new, validation accuracy");
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
