package org.tailoff.reproductions;

import java.util.ArrayList;
import java.util.List;
import org.tailoff.reproductions.Curve.Quantity;
import org.tailoff.reproductions.CurveFigure.AccuracyFrame;
import org.tailoff.reproductions.CurveFigure.Drawn;
import org.tailoff.reproductions.figure.Colour;
import org.tailoff.reproductions.figure.Picture;
import org.tailoff.spec.DataSpec.DataSet;

/** What the two runs with 50,000 images and 30 epochs share: four curves each, two of them in one figure. */
final class AllImages {
    static final int TEST_IMAGES = 10_000;
    static final int TRAINING_IMAGES = 50_000;

    private AllImages() {}

    /** A curve of costs. */
    static Series cost(String run, DataSet set, String pointer, List<Criterion> criteria) {
        Curve curve = new Curve(run, set, Quantity.TOTAL_COST);
        return new Series(run, set.label() + " cost", curve, Published.curve(run, pointer), criteria);
    }

    /** A curve of counts. */
    static Series correct(String run, DataSet set, String pointer, List<Criterion> criteria) {
        Curve curve = new Curve(run, set, Quantity.CORRECT);
        return new Series(run, set.label() + " accuracy", curve, Published.curve(run, pointer), criteria);
    }

    /** The book's figure of both accuracies, and the differences. */
    static List<Picture> figures(String run, Comparisons compared) {
        List<Picture> figures = new ArrayList<>();
        figures.add(CurveFigure.accuracies(
                new AccuracyFrame("", 90, true),
                List.of(
                        new Drawn("Accuracy on the test data", Colour.BLUE, compared.named("test accuracy")),
                        new Drawn(
                                "Accuracy on the training data", Colour.ORANGE, compared.named("training accuracy")))));
        figures.addAll(DifferenceFigure.of(run, compared));
        return figures;
    }
}
