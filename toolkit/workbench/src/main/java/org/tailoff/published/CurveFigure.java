package org.tailoff.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Points;
import org.tailoff.figure.Stroke;

/** Puts curves over epochs into the book's figures: ours, and the published one thin and dashed over it. */
public final class CurveFigure {
    private CurveFigure() {}

    /**
     * A curve in a figure.
     *
     * @param name what the legend calls it
     * @param colour its colour
     * @param comparison what is drawn
     */
    public record Drawn(String name, Colour colour, CurveComparison comparison) {}

    /**
     * A figure with one curve of the runs with 1,000 images, from some epoch on, as the book draws it.
     *
     * @param title what stands above it
     * @param firstEpoch the first epoch shown; a quick run that has not got there is shown from its start
     * @param comparison the curve
     * @return the figure, with the id of the comparison's series
     */
    public static Figure single(String title, int firstEpoch, CurveComparison comparison) {
        int epochs = comparison.points();
        int from = epochs > firstEpoch + 1 ? firstEpoch : 0;
        Drawn drawn = new Drawn("measured", Colour.BLUE, comparison);
        Frame frame = new Frame(Axis.linear("Epoch", from, Math.max(epochs, from + 1)), Axis.automatic(""), true);
        return new Figure(comparison.series().figure(), title, frame, Legend.LOWER_RIGHT, lines(drawn, from));
    }

    /**
     * A figure with several accuracies in percent over all epochs.
     *
     * @param frame title and lowest percentage shown
     * @param drawn the curves
     * @return the figure, with the id of the first curve's series
     */
    public static Figure accuracies(AccuracyFrame frame, List<Drawn> drawn) {
        List<Line> lines = new ArrayList<>();
        drawn.forEach(each -> lines.addAll(lines(each, 0)));
        int epochs = drawn.get(0).comparison().series().published().length;
        return new Figure(
                drawn.get(0).comparison().series().figure(),
                frame.title(),
                new Frame(Axis.linear("Epoch", 0, epochs), Axis.linear("", frame.lowest(), 100), frame.grid()),
                Legend.LOWER_RIGHT,
                lines);
    }

    /**
     * A figure with several costs over all epochs, a dot at each, as the book draws learning rates.
     *
     * @param drawn the curves
     * @return the figure, with the id of the first curve's series
     */
    public static Figure costs(List<Drawn> drawn) {
        List<Line> lines = new ArrayList<>();
        drawn.forEach(each -> lines.addAll(lines(each, Stroke.SOLID_WITH_DOTS, 0)));
        CurveComparison first = drawn.get(0).comparison();
        return new Figure(
                first.series().figure(),
                "",
                new Frame(Axis.linear("Epoch", 0, first.series().published().length), Axis.automatic("Cost"), true),
                Legend.UPPER_RIGHT,
                lines);
    }

    /**
     * Every draw of several sessions, and the published one over them.
     *
     * @param id the id of the figure
     * @param drawn the sessions
     * @return the figure
     */
    public static Figure draws(String id, List<Drawn> drawn) {
        List<Line> lines = new ArrayList<>();
        for (Drawn each : drawn) {
            CurveComparison comparison = each.comparison();
            for (double[] draw : comparison.replicas()) {
                lines.add(Line.measured(
                        each.name(), each.colour(), Points.of(comparison.x(), comparison.inDisplayUnits(draw))));
            }
            if (comparison.isComparable()) {
                double[] published =
                        comparison.inDisplayUnits(comparison.series().published());
                lines.add(Line.published(each.colour(), Points.of(comparison.x(), published)));
            }
        }
        return new Figure(
                id,
                "Accuracy (%) on 100 validation images",
                new Frame(Axis.automatic("Epoch"), Axis.linear("", 0, 100), true),
                Legend.UPPER_LEFT,
                lines);
    }

    /**
     * The curve of a run and of its replicas: how far a chaotic curve is determined.
     *
     * @param id the id of the figure
     * @param title what stands above it
     * @param legend a corner without curves
     * @param drawn the curve with its replicas
     * @return the figure
     */
    public static Figure replicas(String id, String title, Legend legend, Drawn drawn) {
        List<Line> lines = new ArrayList<>();
        for (double[] replica : drawn.comparison().replicas()) {
            lines.add(Line.measured(
                    "replicas, last bit changed",
                    Colour.GREY,
                    Points.from(0, drawn.comparison().inDisplayUnits(replica))));
        }
        lines.addAll(lines(drawn, 0));
        return new Figure(id, title, new Frame(Axis.automatic("Epoch"), Axis.automatic(""), true), legend, lines);
    }

    /**
     * What surrounds accuracies in percent.
     *
     * @param title what stands above; may be empty
     * @param lowest the lowest percentage shown
     * @param grid whether there are grid lines
     */
    public record AccuracyFrame(String title, double lowest, boolean grid) {}

    private static List<Line> lines(Drawn drawn, int from) {
        return lines(drawn, Stroke.SOLID, from);
    }

    private static List<Line> lines(Drawn drawn, Stroke stroke, int from) {
        CurveComparison comparison = drawn.comparison();
        Line measured = new Line.Curve(
                drawn.name(),
                drawn.colour(),
                stroke,
                Points.from(from, tail(comparison.inDisplayUnits(comparison.measured()), from)));
        if (!comparison.isComparable()) {
            return List.of(measured);
        }
        double[] published = Arrays.copyOf(comparison.series().published(), comparison.points());
        return List.of(
                measured,
                Line.published(drawn.colour(), Points.from(from, tail(comparison.inDisplayUnits(published), from))));
    }

    private static double[] tail(double[] values, int from) {
        return Arrays.copyOfRange(values, from, values.length);
    }
}
