package org.tailoff.reproductions.chapter.section2;

import java.util.ArrayList;
import java.util.List;
import org.tailoff.figure.Picture;
import org.tailoff.published.Criterion;
import org.tailoff.published.Curve;
import org.tailoff.published.Curve.Quantity;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.CurveFigure;
import org.tailoff.published.DifferenceFigure;
import org.tailoff.published.PublishedSeries;
import org.tailoff.reproductions.book.Published;
import org.tailoff.reproductions.book.Reasons;
import org.tailoff.spec.DataSpec.DataSet;

/** What the two runs with 1,000 images and 400 epochs share: four curves each, all determined to the last image. */
final class ThousandImages {
    private static final double COST_TOLERANCE = 1e-9;

    private ThousandImages() {}

    /** The four curves of a file of the book's: test cost, test accuracy, training cost, training accuracy. */
    static List<PublishedSeries> series(String run) {
        return List.of(
                cost(run, 3, DataSet.TEST, "/0"),
                correct(run, 2, DataSet.TEST, "/1"),
                cost(run, 1, DataSet.TRAINING, "/2"),
                correct(run, 4, DataSet.TRAINING, "/3"));
    }

    private static PublishedSeries cost(String run, int figure, DataSet set, String pointer) {
        return new PublishedSeries(
                run + figure,
                set.label() + " cost",
                new Curve(run, set, Quantity.TOTAL_COST),
                Published.curve(run, pointer),
                List.of(Criterion.relative(COST_TOLERANCE, Reasons.SUMMATION)));
    }

    private static PublishedSeries correct(String run, int figure, DataSet set, String pointer) {
        return new PublishedSeries(
                run + figure,
                set.label() + " accuracy",
                new Curve(run, set, Quantity.CORRECT),
                Published.curve(run, pointer),
                List.of(Criterion.equal()));
    }

    /** The four figures in the book's order, and the differences. */
    static List<Picture> figures(String run, CurveComparisons compared) {
        List<Picture> figures = new ArrayList<>();
        figures.add(CurveFigure.single("Cost on the training data", 200, compared.named("training cost")));
        figures.add(CurveFigure.single("Accuracy (%) on the test data", 200, compared.named("test accuracy")));
        figures.add(CurveFigure.single("Cost on the test data", 0, compared.named("test cost")));
        figures.add(CurveFigure.single("Accuracy (%) on the training data", 0, compared.named("training accuracy")));
        figures.addAll(DifferenceFigure.of(run, compared));
        return figures;
    }
}
