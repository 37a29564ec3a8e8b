package org.tailoff.reproductions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tailoff.reproductions.figure.Axis;
import org.tailoff.reproductions.figure.Colour;
import org.tailoff.reproductions.figure.Figure;
import org.tailoff.reproductions.figure.Frame;
import org.tailoff.reproductions.figure.Legend;
import org.tailoff.reproductions.figure.Line;
import org.tailoff.reproductions.figure.Points;

/** Puts curves over epochs into the book's figures: ours, and the published one thin and dashed over it. */
final class CurveFigure {
    private CurveFigure() {}

    /**
     * A curve in a figure.
     *
     * @param name what the legend calls it
     * @param colour its colour
     * @param comparison what is drawn
     */
    record Drawn(String name, Colour colour, Comparison comparison) {}

    /**
     * A figure with one curve of the runs with 1,000 images, from some epoch on, as the book draws it.
     *
     * @param title what stands above it
     * @param firstEpoch the first epoch shown; a quick run that has not got there is shown from its start
     * @param comparison the curve
     * @return the figure, with the id of the comparison's series
     */
    static Figure single(String title, int firstEpoch, Comparison comparison) {
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
    static Figure accuracies(AccuracyFrame frame, List<Drawn> drawn) {
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
     * The accuracy of a run and of its replicas: how far a chaotic curve is determined.
     *
     * @param id the id of the figure
     * @param comparison the curve with its replicas
     * @return the figure
     */
    static Figure replicas(String id, Comparison comparison) {
        List<Line> lines = new ArrayList<>();
        for (double[] replica : comparison.replicas()) {
            lines.add(Line.measured(
                    "replicas, last bit changed", Colour.GREY, Points.from(0, comparison.shown(replica))));
        }
        lines.addAll(lines(new Drawn("measured", Colour.BLUE, comparison), 0));
        return new Figure(
                id,
                "Accuracy (%) on the test data",
                new Frame(Axis.automatic("Epoch"), Axis.automatic(""), true),
                Legend.LOWER_RIGHT,
                lines);
    }

    /**
     * What surrounds accuracies in percent.
     *
     * @param title what stands above; may be empty
     * @param lowest the lowest percentage shown
     * @param grid whether there are grid lines
     */
    record AccuracyFrame(String title, double lowest, boolean grid) {}

    private static List<Line> lines(Drawn drawn, int from) {
        Comparison comparison = drawn.comparison();
        Line measured = Line.measured(
                drawn.name(), drawn.colour(), Points.from(from, tail(comparison.shown(comparison.measured()), from)));
        if (!comparison.sameData()) {
            return List.of(measured);
        }
        double[] published = Arrays.copyOf(comparison.series().published(), comparison.points());
        return List.of(
                measured, Line.published(drawn.colour(), Points.from(from, tail(comparison.shown(published), from))));
    }

    private static double[] tail(double[] values, int from) {
        return Arrays.copyOfRange(values, from, values.length);
    }
}
