package org.tailoff.reproductions.argument.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.analysis.Estimate;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Stroke;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.verify.ExperimentRuns;

/** The settled size over eta/m with the fitted line, and what keeps it there. */
final class TemperatureFigures {
    private static final double LAST = 0.11;

    private TemperatureFigures() {}

    /** The figures; none of runs of one epoch. */
    static List<Picture> of(ExperimentRuns records) {
        List<SeededExperiment> worlds = Temperature.worlds();
        if (records.of(worlds.get(0)).get(0).lastEpoch() < 2) {
            return List.of();
        }
        return List.of(new Panels(
                "size_by_temperature",
                "Where the hidden weights settle, lambda 5, 30 hidden, old",
                List.of(size(records, worlds), balance(records, worlds))));
    }

    private static Figure size(ExperimentRuns records, List<SeededExperiment> worlds) {
        double[] t = Temperature.temperatures(worlds);
        double[][] squares = SettledLayer.squares(records, worlds);
        double[] ends = {0, LAST};
        double[] fitted = Arrays.stream(ends)
                .map(end -> IntStream.range(0, squares[0].length)
                        .mapToDouble(
                                seed -> Temperature.line(t, squares, seed, 1).predict(end))
                        .average()
                        .orElseThrow())
                .toArray();
        return new Figure(
                "size",
                "",
                frame("S_1, squared norm"),
                Legend.UPPER_LEFT,
                List.of(
                        points("measured", Colour.BLUE, t, squares),
                        new Line.Curve(
                                "line through all but the example's 0.01",
                                Colour.BLUE,
                                Stroke.THIN_DASHED,
                                Points.of(ends, fitted))));
    }

    private static Frame frame(String label) {
        return new Frame(Axis.linear("eta/m", 0, LAST), Axis.automatic(label), true);
    }

    private static Line points(String name, Colour colour, double[] x, double[][] seeds) {
        Estimate[] estimates = Arrays.stream(seeds).map(Estimate::mean).toArray(Estimate[]::new);
        Points points = Points.of(
                x, Arrays.stream(estimates).mapToDouble(Estimate::value).toArray());
        double[] errors = Arrays.stream(estimates)
                .mapToDouble(each -> each.high() - each.value())
                .toArray();
        boolean finite = Arrays.stream(errors).allMatch(Double::isFinite);
        return new Line.Curve(name, colour, Stroke.SOLID_WITH_DOTS, finite ? points.withErrors(errors) : points);
    }

    private static Figure balance(ExperimentRuns records, List<SeededExperiment> worlds) {
        double[] t = Temperature.temperatures(worlds);
        List<Line> lines = new ArrayList<>();
        lines.add(points(
                "across the weights",
                Colour.ORANGE,
                t,
                of(records, worlds, each -> each.balance().across())));
        lines.add(points(
                "along the weights",
                Colour.GREEN,
                t,
                of(records, worlds, each -> each.balance().along())));
        lines.add(Line.horizontal("what decay takes", Colour.GREY, 1));
        return new Figure("balance", "", frame("share of lambda S/n"), Legend.LOWER_LEFT, lines);
    }

    private static double[][] of(
            ExperimentRuns records, List<SeededExperiment> worlds, ToDoubleFunction<SettledLayer> share) {
        return worlds.stream()
                .map(world -> SettledLayer.of(records, world, Layers.HIDDEN).stream()
                        .mapToDouble(share)
                        .toArray())
                .toArray(double[][]::new);
    }
}
