package org.tailoff.reproductions.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tailoff.reproductions.Comparison;
import org.tailoff.reproductions.Comparisons;
import org.tailoff.reproductions.Criterion;
import org.tailoff.reproductions.Curve;
import org.tailoff.reproductions.Curve.Quantity;
import org.tailoff.reproductions.Reproduction;
import org.tailoff.reproductions.Series;
import org.tailoff.reproductions.figure.Axis;
import org.tailoff.reproductions.figure.Centres;
import org.tailoff.reproductions.figure.Colour;
import org.tailoff.reproductions.figure.ColourScale;
import org.tailoff.reproductions.figure.Figure;
import org.tailoff.reproductions.figure.Frame;
import org.tailoff.reproductions.figure.Grid;
import org.tailoff.reproductions.figure.HeatMap;
import org.tailoff.reproductions.figure.Legend;
import org.tailoff.reproductions.figure.Line;
import org.tailoff.reproductions.figure.Palette;
import org.tailoff.reproductions.figure.Panels;
import org.tailoff.reproductions.figure.Picture;
import org.tailoff.reproductions.figure.Points;
import org.tailoff.reproductions.figure.Scale;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/** A made-up reproduction of three epochs: an accuracy that is equal at every point, a cost that is not, and every kind of figure. */
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
    public String reading() {
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
    public List<Series> series() {
        return List.of(
                series("accuracy", Quantity.CORRECT, new double[] {81, 82, 83}, Criterion.equal()),
                series("cost", Quantity.TOTAL_COST, new double[] {1.75, 1.5, 1.5}, Criterion.relative(0.5, "made up")));
    }

    private static Series series(String name, Quantity quantity, double[] published, Criterion rule) {
        return new Series("small1", name, new Curve(SmallOutput.RUN, DataSet.TEST, quantity), published, List.of(rule));
    }

    @Override
    public List<Picture> figures(Comparisons compared) {
        Comparison accuracy = compared.all().get(0);
        Frame frame = new Frame(Axis.automatic("Epoch"), Axis.automatic("Accuracy (%)"), true);
        Points ours = Points.from(0, accuracy.shown(accuracy.measured()));
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
