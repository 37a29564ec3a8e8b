package org.tailoff.reproductions.chapter.section5;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tailoff.command.CommandLines;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Stroke;
import org.tailoff.published.CurveComparison;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.CurveFigure;
import org.tailoff.published.CurveFigure.Drawn;
import org.tailoff.published.EpochCurve;
import org.tailoff.published.EpochCurve.Quantity;
import org.tailoff.published.FurtherDraw.Statistic;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.published.SeedDraws;
import org.tailoff.published.SeedDraws.Epochs;
import org.tailoff.published.Seeds;
import org.tailoff.reproductions.book.BookCriteria;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.reproductions.book.Published;
import org.tailoff.reproductions.chapter.section5.StrategyDecay.StrategySession;
import org.tailoff.run.FinishedRun;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/**
 * The failing and the first useful tries of section 3.5, "Broad strategy": sessions without a seed, whose counts the
 * text prints.
 *
 * <p><b>Setting:</b> new N(0,1/n_in) weights, mini-batches of 10. First 784-30-10 on all images with eta = 10, lambda =
 * 1000; then 784-10 on 1,000 images, counted on the first 100 validation images, with lambda = 20 and eta = 10, 100 and
 * 1.
 *
 * <p>Why they fail is arithmetic: a step multiplies every weight by 1 - eta lambda/n. On all images that is 1 - 0.2, so
 * within ten iterations nine tenths of what was learnt is gone, and the weights are too small to tell one image from
 * another. On 1,000 images with lambda still 1000 it is 1 - 10 = -9: the weights grow by nine at every step until they
 * are no numbers any more. With lambda = 20 it is -1 for eta = 100, where every step turns the weights round, 0.8 for
 * eta = 10, and 0.98 for eta = 1, where learning begins.
 *
 * <p><b>To run:</b> {@code tailoff reproduce broad_strategy}, or this class.
 */
public final class BroadStrategy implements Reproduction {
    private static final String ID = "broad_strategy";
    private static final String ALL = "strategy_all";
    private static final String ALL_CURVE = "eta = 10, lambda = 1000, all images, every epoch";
    private static final String ALL_PRINTED = "eta = 10, lambda = 1000, all images";
    private static final int DRAWS = 5;

    private static final String NOTHING_LEARNT =
            "a step multiplies every weight by 1 - eta lambda/n = 0.8, so that the network gives every image"
                    + " the same label, and the count is that of one digit among the 10,000 validation images, whichever it is";

    private static final List<Try> TRIES = List.of(
            new Try("strategy_eta1", "eta = 1, lambda = 20", Colour.BLUE),
            new Try("strategy_eta10", "eta = 10, lambda = 20", Colour.ORANGE),
            new Try("strategy_eta100", "eta = 100, lambda = 20", Colour.VERMILION));

    private final Seeds seeds;

    /**
     * Makes the reproduction.
     *
     * @param seeds how many draws
     */
    public BroadStrategy(Seeds seeds) {
        this.seeds = seeds;
    }

    /** A try on 1,000 images: its spec, what its curve is called, and its colour. */
    private record Try(String run, String name, Colour colour) {}

    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new BroadStrategy(seeds)), args);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "Why does the first network of section 3.5 learn nothing, and what changes when eta and lambda do?";
    }

    @Override
    public String interpretation() {
        return "With eta = 10 and lambda = 1000 a step multiplies every weight by 1 - eta lambda/n = 0.8, so that nothing stays learnt: the "
                + "network gives every image the same label. Each of the book's counts is the number of validation images of one digit: "
                + "1,030 threes, 990 twos, 1,009 eights, 983 fours, 967 sixes. On 1,000 images the factor is -9 for lambda = 1000, where the "
                + "weights diverge (NaN or infinity) and the count is that of the zeros; for lambda = 20 it is -1, 0.8 and 0.98 for "
                + "eta = 100, 10 and 1, and with the last the network begins to learn. The records show it: in every epoch of every session "
                + "the step of decay is eta lambda/n of the weights, and in 30 epochs those of the first layer sink to a norm below 0.001, "
                + "from one of about sqrt(30) before the first step, which first throws them up, while at eta = 100 they grow past 100,000 in four.";
    }

    @Override
    public String source() {
        return "section 3.5, text";
    }

    @Override
    public Map<String, RunSpec> runs() {
        Map<String, RunSpec> runs = new TreeMap<>(Map.of(ALL, BookSpecs.spec(ALL)));
        TRIES.forEach(each -> runs.putAll(seeds.runs(each.run(), BookSpecs.spec(each.run()), DRAWS)));
        return runs;
    }

    @Override
    public List<PublishedSeries> series() {
        List<PublishedSeries> series = new ArrayList<>();
        series.add(new PublishedSeries(
                ID,
                ALL_PRINTED,
                new SeedDraws(List.of(ALL), DataSet.VALIDATION, new Epochs(List.of(0, 1, 2, 27, 28, 29))),
                Published.curve("text", "/" + ALL),
                List.of(new OneDigit(OneDigit.VALIDATION, NOTHING_LEARNT))));
        series.add(
                PublishedSeries.unpublished(ID, ALL_CURVE, new EpochCurve(ALL, DataSet.VALIDATION, Quantity.CORRECT)));
        TRIES.forEach(each -> series.add(series(each)));
        return series;
    }

    private PublishedSeries series(Try each) {
        List<String> runs = List.copyOf(
                seeds.runs(each.run(), BookSpecs.spec(each.run()), DRAWS).keySet());
        return new PublishedSeries(
                ID + "-small",
                each.name(),
                new SeedDraws(runs, DataSet.VALIDATION_100, new Epochs(List.of(0, 1, 2, 3))),
                Published.curve("text", "/" + each.run()),
                List.of(BookCriteria.oneDraw(Statistic.MEAN)));
    }

    @Override
    public List<Picture> figures(CurveComparisons compared, Map<String, FinishedRun> runs) {
        List<StrategySession> sessions = new ArrayList<>();
        sessions.add(session(ALL_PRINTED, Colour.GREEN, ALL, runs));
        TRIES.forEach(each -> sessions.add(session(each.name(), each.colour(), firstDraw(each), runs)));
        List<Picture> figures = new ArrayList<>(figures(compared));
        figures.add(StrategyDecay.of(ID + "-decay", sessions));
        return figures;
    }

    private String firstDraw(Try each) {
        return seeds.runs(each.run(), BookSpecs.spec(each.run()), DRAWS).firstKey();
    }

    private StrategySession session(String words, Colour colour, String run, Map<String, FinishedRun> runs) {
        return new StrategySession(words, colour, runs().get(run), runs.get(run));
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        List<Picture> figures = new ArrayList<>();
        figures.add(digits(ID, compared.named(ALL_CURVE), compared.named(ALL_PRINTED)));
        List<Drawn> drawn = TRIES.stream()
                .map(each -> new Drawn(each.name(), each.colour(), compared.named(each.name())))
                .filter(each -> each.comparison().points() > 0)
                .toList();
        if (!drawn.isEmpty()) {
            figures.add(CurveFigure.draws(ID + "-small", drawn));
        }
        return figures;
    }

    /**
     * The counts of a network that gives all images one label, among those of the ten digits.
     *
     * @param id the id of the figure
     * @param every counts of all epochs
     * @param printed those epochs whose counts the book prints
     * @return the figure
     */
    private static Figure digits(String id, CurveComparison every, CurveComparison printed) {
        List<Line> lines = new ArrayList<>();
        if (printed.isComparable()) {
            for (int images : OneDigit.VALIDATION) {
                lines.add(Line.horizontal("images of one digit", Colour.GREY, images));
            }
        }
        lines.add(new Line.Curve("measured", Colour.BLUE, Stroke.DOTS, Points.from(0, every.measured())));
        if (printed.isComparable() && printed.points() > 0) {
            Points points = Points.of(printed.x(), printed.series().published());
            lines.add(new Line.Curve(Line.PUBLISHED, Colour.ORANGE, Stroke.DOTS, points));
        }
        // Above the most frequent of MNIST's digits there is room for the legend.
        Axis y = printed.isComparable() ? Axis.linear("", 880, 1180) : Axis.automatic("");
        return new Figure(
                id,
                "Validation images classified correctly, of 10,000",
                new Frame(Axis.automatic("Epoch"), y, false),
                Legend.UPPER_RIGHT,
                lines);
    }
}
