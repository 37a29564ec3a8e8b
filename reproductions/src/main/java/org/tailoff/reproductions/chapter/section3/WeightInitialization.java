package org.tailoff.reproductions.chapter.section3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailoff.command.CommandLines;
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
import org.tailoff.published.Reproduction;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.reproductions.book.Published;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/**
 * Figures weight_initialization_30 and weight_initialization_100 of section 3.3, the examples of the exercise that
 * Tailoff is about: the old and the new initialisation of one network, side by side.
 *
 * <p><b>Setting:</b> 784-30-10 and 784-100-10, cross-entropy, eta = 0.1, lambda = 5, mini-batches of 10, all 50,000
 * training images, 30 epochs. The old arm starts from N(0,1) weights, the new one from N(0,1/n_in); biases are N(0,1)
 * in both.
 *
 * <p><b>To run:</b> {@code tailoff reproduce weight_initialization_30 weight_initialization_100}, or this class.
 */
public final class WeightInitialization implements Reproduction {
    /** With 30 hidden neurons. */
    public static final WeightInitialization WITH_30 = new WeightInitialization(
            30,
            "The new initialisation starts at 92.70 % where the old one starts at 86.43 %; both end "
                    + "at the same accuracy, somewhat over 96 %.");

    /** With 100 hidden neurons. */
    public static final WeightInitialization WITH_100 = new WeightInitialization(
            100,
            "The new initialisation starts at 92.95 % where the old one starts at 89.94 %; after 30 "
                    + "epochs the curves have not quite met, 97.81 % against 97.42 %.");

    private final int hidden;
    private final String id;
    private final String reading;

    private WeightInitialization(int hidden, String reading) {
        this.hidden = hidden;
        this.id = "weight_initialization_" + hidden;
        this.reading = reading;
    }

    /**
     * Runs these reproductions alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(WITH_30, WITH_100), args);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String question() {
        return "What does the 1/sqrt(n_in) initialisation do for a network with " + hidden + " hidden neurons?";
    }

    @Override
    public String interpretation() {
        return reading;
    }

    @Override
    public String source() {
        return "section 3.3, figure " + id;
    }

    @Override
    public Map<String, RunSpec> runs() {
        return Map.of(id + "_old", BookSpecs.spec(id + "_old"), id + "_new", BookSpecs.spec(id + "_new"));
    }

    @Override
    public List<PublishedSeries> series() {
        return List.of(
                correct("old", "/large_weight_initialization/1"), correct("new", "/default_weight_initialization/1"));
    }

    private PublishedSeries correct(String arm, String pointer) {
        double[] published = Published.curve(id, pointer);
        return new PublishedSeries(
                id, arm + ", validation accuracy", curve(arm), published, List.of(Criterion.equal()));
    }

    private EpochCurve curve(String arm) {
        return new EpochCurve(id + "_" + arm, DataSet.VALIDATION, Quantity.CORRECT);
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        CurveComparison old = compared.measuredBy(curve("old"));
        CurveComparison fresh = compared.measuredBy(curve("new"));
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
