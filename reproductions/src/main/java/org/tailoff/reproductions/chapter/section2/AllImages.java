package org.tailoff.reproductions.chapter.section2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Picture;
import org.tailoff.published.Criterion;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.CurveFigure;
import org.tailoff.published.CurveFigure.AccuracyFrame;
import org.tailoff.published.CurveFigure.Drawn;
import org.tailoff.published.DifferenceFigure;
import org.tailoff.published.EpochCurve;
import org.tailoff.published.EpochCurve.Quantity;
import org.tailoff.published.PublishedSeries;
import org.tailoff.reproductions.book.Published;
import org.tailoff.spec.DataSpec.DataSet;

/**
 * What the two runs with 50,000 images and 30 epochs share: four curves each, two of them in one figure.
 *
 * @param run the run
 * @param replicas its replicas
 */
record AllImages(String run, List<String> replicas) {
    private static final int TEST_IMAGES = 10_000;
    private static final int TRAINING_IMAGES = 50_000;

    AllImages {
        replicas = List.copyOf(replicas);
    }

    /** The four curves of the book's file: test cost, test accuracy, training cost, training accuracy. */
    List<PublishedSeries> series(List<Criterion> costs, IntFunction<List<Criterion>> ofCounts) {
        return List.of(
                Published.series(run, cost(DataSet.TEST), "/0", costs),
                Published.series(run, correct(DataSet.TEST), "/1", ofCounts.apply(TEST_IMAGES)),
                Published.series(run, cost(DataSet.TRAINING), "/2", costs),
                Published.series(run, correct(DataSet.TRAINING), "/3", ofCounts.apply(TRAINING_IMAGES)));
    }

    private EpochCurve cost(DataSet set) {
        return new EpochCurve(run, replicas, set, Quantity.TOTAL_COST);
    }

    /** The accuracies on a set, as counts. */
    EpochCurve correct(DataSet set) {
        return new EpochCurve(run, replicas, set, Quantity.CORRECT);
    }

    /** The book's figure of both accuracies, and the differences. */
    List<Picture> figures(CurveComparisons compared) {
        List<Picture> figures = new ArrayList<>();
        figures.add(CurveFigure.accuracies(
                new AccuracyFrame("", 90, true),
                List.of(
                        new Drawn("Accuracy on the test data", Colour.BLUE, compared.measuredBy(correct(DataSet.TEST))),
                        new Drawn(
                                "Accuracy on the training data",
                                Colour.ORANGE,
                                compared.measuredBy(correct(DataSet.TRAINING))))));
        figures.addAll(DifferenceFigure.of(run, compared));
        return figures;
    }
}
