package org.tailoff.reproductions.chapter.section2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailoff.figure.Picture;
import org.tailoff.published.Criterion;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.CurveFigure;
import org.tailoff.published.DifferenceFigure;
import org.tailoff.published.EpochCurve;
import org.tailoff.published.EpochCurve.Quantity;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.reproductions.book.BookCriteria;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.reproductions.book.Published;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/**
 * One run with 1,000 images and 400 epochs, of the reproduction's id: four curves, all determined to the last image.
 */
interface ThousandImages extends Reproduction {
    @Override
    default Map<String, RunSpec> runs() {
        return Map.of(id(), BookSpecs.spec(id()));
    }

    /** The four curves of a file of the book's: test cost, test accuracy, training cost, training accuracy. */
    @Override
    default List<PublishedSeries> series() {
        String run = id();
        List<Criterion> close = List.of(BookCriteria.costs());
        List<Criterion> equal = List.of(Criterion.equal());
        return List.of(
                Published.series(run + 3, cost(run, DataSet.TEST), "/0", close),
                Published.series(run + 2, correct(run, DataSet.TEST), "/1", equal),
                Published.series(run + 1, cost(run, DataSet.TRAINING), "/2", close),
                Published.series(run + 4, correct(run, DataSet.TRAINING), "/3", equal));
    }

    private static EpochCurve cost(String run, DataSet set) {
        return new EpochCurve(run, set, Quantity.TOTAL_COST);
    }

    private static EpochCurve correct(String run, DataSet set) {
        return new EpochCurve(run, set, Quantity.CORRECT);
    }

    /** The four figures in the book's order, and the differences. */
    @Override
    default List<Picture> figures(CurveComparisons compared) {
        String run = id();
        List<Picture> figures = new ArrayList<>();
        figures.add(
                CurveFigure.single("Cost on the training data", 200, compared.measuredBy(cost(run, DataSet.TRAINING))));
        figures.add(CurveFigure.single(
                "Accuracy (%) on the test data", 200, compared.measuredBy(correct(run, DataSet.TEST))));
        figures.add(CurveFigure.single("Cost on the test data", 0, compared.measuredBy(cost(run, DataSet.TEST))));
        figures.add(CurveFigure.single(
                "Accuracy (%) on the training data", 0, compared.measuredBy(correct(run, DataSet.TRAINING))));
        figures.addAll(DifferenceFigure.of(run, compared));
        return figures;
    }
}
