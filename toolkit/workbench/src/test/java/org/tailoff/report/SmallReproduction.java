package org.tailoff.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Centres;
import org.tailoff.figure.Colour;
import org.tailoff.figure.ColourScale;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Grid;
import org.tailoff.figure.HeatMap;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Palette;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Scale;
import org.tailoff.published.Criterion;
import org.tailoff.published.CurveComparison;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.EpochCurve;
import org.tailoff.published.EpochCurve.Quantity;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/**
 * A made-up reproduction of three epochs: an accuracy that is equal at every point, a cost that is not, and every kind
 * of figure.
 */
final class SmallReproduction implements Reproduction {
    @Override
    public String id() {
        return "small";
    }

    @Override
    public String question() {
        return "Does " + SmallOutput.MARKUP + " stay a text?";
    }

    @Override
    public String interpretation() {
        return "It does & the <b>tags</b> show.";
    }

    @Override
    public String source() {
        return "section 0";
    }

    @Override
    public Map<String, RunSpec> runs() {
        return Map.of(SmallOutput.RUN, SmallOutput.spec());
    }

    @Override
    public List<PublishedSeries> series() {
        return List.of(
                series("accuracy", Quantity.CORRECT, new double[] {81, 82, 83}, Criterion.equal()),
                series("cost", Quantity.TOTAL_COST, new double[] {1.75, 1.5, 1.5}, Criterion.relative(0.5, "made up")));
    }

    private static PublishedSeries series(String name, Quantity quantity, double[] published, Criterion rule) {
        return new PublishedSeries(
                "small1", name, new EpochCurve(SmallOutput.RUN, DataSet.TEST, quantity), published, List.of(rule));
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        CurveComparison accuracy = compared.all().get(0);
        Frame frame = new Frame(Axis.automatic("Epoch"), Axis.automatic("Accuracy (%)"), true);
        Points ours = Points.from(0, accuracy.inDisplayUnits(accuracy.measured()));
        Figure curves = new Figure(
                "small1",
                "Accuracy & more",
                frame,
                Legend.LOWER_RIGHT,
                List.of(
                        Line.measured("measured " + SmallOutput.MARKUP, Colour.BLUE, ours),
                        Line.published(Colour.BLUE, ours)));
        double[] spread = new double[ours.size()];
        Arrays.fill(spread, 0.5);
        Figure spreading = new Figure(
                "small2a",
                "",
                frame,
                Legend.LOWER_RIGHT,
                List.of(
                        Line.band("band", Colour.ORANGE, Points.from(0, new double[] {80, 81, 82}), ours),
                        Line.measured("with errors", Colour.GREEN, ours.withErrors(spread)),
                        Line.horizontal("a rule", Colour.GREY, 82.5)));
        Figure differences = new Figure(
                "small2b",
                "",
                frame,
                Legend.UPPER_LEFT,
                List.of(Line.differences("difference", Colour.PURPLE, Points.from(0, new double[] {1, -1, 0.5}))));
        return List.of(curves, new Panels("small2", "Two panels", List.of(spreading, differences)), map());
    }

    private static HeatMap map() {
        Centres x = new Centres("eta", Scale.LINEAR, List.of(1.0, 2.0));
        Centres y = new Centres("lambda", Scale.LINEAR, List.of(3.0, 4.0));
        return new HeatMap(
                "small3",
                "A map",
                Grid.of(x, y, new double[][] {{1, 2}, {3, Double.NaN}}),
                new ColourScale(Axis.automatic("share"), Palette.SEQUENTIAL, "diverged"),
                List.of());
    }
}
