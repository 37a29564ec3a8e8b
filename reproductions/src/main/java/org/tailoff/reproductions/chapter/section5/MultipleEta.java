package org.tailoff.reproductions.chapter.section5;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tailoff.command.CommandLines;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Picture;
import org.tailoff.published.Criterion;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.CurveFigure;
import org.tailoff.published.CurveFigure.Drawn;
import org.tailoff.published.DifferenceFigure;
import org.tailoff.published.EpochCurve;
import org.tailoff.published.EpochCurve.Quantity;
import org.tailoff.published.FurtherDraw;
import org.tailoff.published.FurtherDraw.Statistic;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.reproductions.book.BookCriteria;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.reproductions.book.Published;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/**
 * Figure multiple_eta of section 3.5.
 *
 * <p><b>Setting:</b> 784-30-10, cross-entropy, the new N(0,1/n_in) weights, lambda = 5, mini-batches of 10, all 50,000
 * training images, 30 epochs; eta = 0.025, 0.25 and 2.5, trained one after another by one program, whose random streams
 * are never set again.
 *
 * <p>The run with eta = 2.5 is chaotic from its first epoch on. So the mean, the lowest and the highest of its costs
 * are compared, over the run itself and four replicas whose first weights differ in the last bit.
 *
 * <p><b>To run:</b> {@code tailoff reproduce multiple_eta}, or this class.
 */
public final class MultipleEta implements Reproduction {
    private static final String ID = "multiple_eta";
    private static final List<String> RATES = List.of("0.025", "0.25", "2.5");
    private static final List<Colour> COLOURS = List.of(Colour.BLUE, Colour.YELLOW, Colour.VERMILION);
    private static final String CHAOTIC = "2.5";
    private static final List<String> REPLICAS = BookSpecs.replicas(run(CHAOTIC), 4);

    private static final String OVERSHOOTING =
            "at eta = 2.5 the steps overshoot and the training is chaotic from the first epoch on: runs that"
                    + " differ in the last bit alone are independent, so the published curve is one draw; where one more draw of ours would"
                    + " fall follows from the spread of five, the run itself and four replicas that start one bit apart";

    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new MultipleEta()), args);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "How does the training cost fall with a learning rate that is too small, right, or too large?";
    }

    @Override
    public String interpretation() {
        return "With eta = 0.025 the cost falls in every epoch and is still falling at the end; with eta = 0.25 it falls faster, "
                + "then wavers near its minimum; with eta = 2.5 it jumps about from the start, because the steps overshoot. That "
                + "run is chaotic: two machines draw two curves, which agree in their level and in how far they swing.";
    }

    @Override
    public String source() {
        return "section 3.5, figure multiple_eta";
    }

    private static String run(String rate) {
        return ID + "_" + rate;
    }

    private static String name(String rate) {
        return "eta = " + rate + ", training cost";
    }

    @Override
    public Map<String, RunSpec> runs() {
        Map<String, RunSpec> runs = new TreeMap<>();
        RATES.forEach(rate -> runs.put(run(rate), BookSpecs.spec(run(rate))));
        runs.putAll(BookSpecs.withReplicas(run(CHAOTIC), REPLICAS));
        return runs;
    }

    @Override
    public List<PublishedSeries> series() {
        return RATES.stream().map(MultipleEta::series).toList();
    }

    private static PublishedSeries series(String rate) {
        boolean chaotic = rate.equals(CHAOTIC);
        List<String> replicas = chaotic ? REPLICAS : List.of();
        EpochCurve curve = new EpochCurve(run(rate), replicas, DataSet.TRAINING, Quantity.TOTAL_COST);
        double[] published = Published.curve(ID, "/" + RATES.indexOf(rate) + "/2");
        return new PublishedSeries(
                ID, name(rate), curve, published, chaotic ? statistics() : List.of(BookCriteria.costs()));
    }

    private static List<Criterion> statistics() {
        return Stream.of(Statistic.MEAN, Statistic.LOWEST, Statistic.HIGHEST)
                .<Criterion>map(statistic -> new FurtherDraw(statistic, OVERSHOOTING))
                .toList();
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < RATES.size(); i++) {
            String rate = RATES.get(i);
            drawn.add(new Drawn("eta = " + rate, COLOURS.get(i), compared.named(name(rate))));
        }
        List<Picture> figures = new ArrayList<>();
        figures.add(CurveFigure.costs(drawn));
        figures.add(
                CurveFigure.replicas(ID + "-replicas", "Cost on the training data", Legend.UPPER_RIGHT, drawn.get(2)));
        figures.addAll(DifferenceFigure.of(
                ID,
                new CurveComparisons(
                        drawn.stream().limit(2).map(Drawn::comparison).toList())));
        return figures;
    }
}
