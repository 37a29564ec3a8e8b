package org.tailoff.reproductions.chapter.section2;

import java.util.ArrayList;
import java.util.List;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Picture;
import org.tailoff.published.Criterion;
import org.tailoff.published.Curve;
import org.tailoff.published.Curve.Quantity;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.CurveFigure;
import org.tailoff.published.CurveFigure.AccuracyFrame;
import org.tailoff.published.CurveFigure.Drawn;
import org.tailoff.published.DifferenceFigure;
import org.tailoff.published.PublishedSeries;
import org.tailoff.reproductions.book.Published;
import org.tailoff.spec.DataSpec.DataSet;

/** What the two runs with 50,000 images and 30 epochs share: four curves each, two of them in one figure. */
final class AllImages {
    static final int TEST_IMAGES = 10_000;
    static final int TRAINING_IMAGES = 50_000;

    private AllImages() {}

    /** A curve of costs. */
    static PublishedSeries cost(String run, DataSet set, String pointer, List<Criterion> criteria) {
        Curve curve = new Curve(run, set, Quantity.TOTAL_COST);
        return new PublishedSeries(run, set.label() + " cost", curve, Published.curve(run, pointer), criteria);
    }

    /** A curve of counts. */
    static PublishedSeries correct(String run, DataSet set, String pointer, List<Criterion> criteria) {
        Curve curve = new Curve(run, set, Quantity.CORRECT);
        return new PublishedSeries(run, set.label() + " accuracy", curve, Published.curve(run, pointer), criteria);
    }

    /** The book's figure of both accuracies, and the differences. */
    static List<Picture> figures(String run, CurveComparisons compared) {
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
