package org.tailoff.reproductions.chapter.section2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailoff.command.CommandLines;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Picture;
import org.tailoff.published.Criterion;
import org.tailoff.published.Criterion.BestAndLast;
import org.tailoff.published.Criterion.Distance.PercentagePoints;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.CurveFigure;
import org.tailoff.published.CurveFigure.Drawn;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/**
 * Figure overfitting_full of section 3.2.
 *
 * <p><b>Setting:</b> that of {@link Overfitting}, on all 50,000 training images for 30 epochs.
 *
 * <p>This run is chaotic: from epoch 2 on no two machines draw the same curve. So its first two epochs are compared
 * with the published numbers; for the rest four replicas start from weights that differ in the last bit, and the
 * medians of the best and of the last accuracy are compared.
 *
 * <p><b>To run:</b> {@code tailoff reproduce overfitting_full}, or this class.
 */
public final class OverfittingFull implements Reproduction {
    private static final String RUN = "overfitting_full";
    /**
     * With the run itself five draws: the best of one varies by about 6 images of 10,000, so their median by about 3.
     */
    private static final int REPLICAS = 4;

    private static final AllImages CURVES = new AllImages(RUN, BookSpecs.replicas(RUN, REPLICAS));

    private static final int DETERMINED_EPOCHS = 2;
    private static final double DETERMINED_TOLERANCE = 1e-10;
    private static final double CHAOTIC_POINTS = 0.3;

    private static final String CHAOTIC =
            "without weight decay at eta = 0.5 on 50,000 images the training is chaotic: a"
                    + " difference of 1e-16 in one weight grows by about 300 an epoch at first, so that runs that differ in the"
                    + " last bit alone are independent after epoch 2, so the published curve is one draw and ours is another; four"
                    + " replicas that start one bit apart make the median one of five draws";

    private static final String BEFORE_CHAOS =
            "the difference grows by about 300 an epoch from 1e-14, so that the first two"
                    + " epochs are still determined to 1e-11";

    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new OverfittingFull()), args);
    }

    @Override
    public String id() {
        return RUN;
    }

    @Override
    public String question() {
        return "Does a network trained on all 50,000 images still overfit?";
    }

    @Override
    public String interpretation() {
        return "Training and test accuracy now end about 2.5 points apart instead of 17.7: more data is "
                + "the best cure for overfitting. Without regularisation the run is chaotic: from epoch 2 "
                + "on no two machines draw the same curve, so for those epochs only the best and the last "
                + "accuracy are compared, as medians over this run and four whose first weights differ in "
                + "the last bit.";
    }

    @Override
    public String source() {
        return "section 3.2, figure overfitting_full";
    }

    @Override
    public Map<String, RunSpec> runs() {
        return BookSpecs.withReplicas(RUN, CURVES.replicas());
    }

    @Override
    public List<PublishedSeries> series() {
        List<Criterion> costs = List.of(Criterion.relative(DETERMINED_EPOCHS, DETERMINED_TOLERANCE, BEFORE_CHAOS));
        return CURVES.series(costs, OverfittingFull::accuracies);
    }

    private static List<Criterion> accuracies(int images) {
        return List.of(
                Criterion.equal(DETERMINED_EPOCHS, BEFORE_CHAOS),
                new BestAndLast(new PercentagePoints(images), CHAOTIC_POINTS, CHAOTIC));
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        List<Picture> figures = new ArrayList<>(CURVES.figures(compared));
        figures.add(CurveFigure.replicas(
                RUN + "-replicas",
                "Accuracy (%) on the test data",
                Legend.LOWER_RIGHT,
                new Drawn("measured", Colour.BLUE, compared.measuredBy(CURVES.correct(DataSet.TEST)))));
        return figures;
    }
}
