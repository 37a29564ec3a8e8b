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

/** Draws accuracies over the size of the training set: ours, and the published ones thin and dashed over them. */
public final class SizeFigure {
    public static final String SIZE = "Training set size";
    private static final double SMALLEST = 100;
    private static final double LARGEST = 50_000;

    private SizeFigure() {}

    /** The book's logarithmic axis. */
    public static Axis logarithmic() {
        return Axis.logarithmic(SIZE, SMALLEST, LARGEST);
    }

    /** One curve with dots of another colour, as the book draws it. */
    public static Figure of(String id, Axis x, Axis y, CurveComparison accuracy) {
        Points points = measured(accuracy);
        List<Line> lines = new ArrayList<>(List.of(
                Line.measured("measured", Colour.BLUE, points),
                new Line.Curve("measured", Colour.ORANGE, Stroke.DOTS, points)));
        lines.addAll(published(accuracy, Colour.BLUE));
        return new Figure(id, "Accuracy (%) on the validation data", new Frame(x, y, true), Legend.LOWER_RIGHT, lines);
    }

    /** What the book draws without a title, from 25 % up. */
    public static Figure comparison(String id, List<Line> lines) {
        Frame frame = new Frame(logarithmic(), Axis.linear("", 25, 100), true);
        return new Figure(id, "", frame, Legend.LOWER_RIGHT, lines);
    }

    /** A curve of ours with the published one over it; nothing of a curve that has no point yet. */
    public static List<Line> lines(String name, Colour colour, CurveComparison accuracy) {
        List<Line> lines = new ArrayList<>();
        if (accuracy.points() > 0) {
            lines.add(new Line.Curve(name, colour, Stroke.SOLID_WITH_DOTS, measured(accuracy)));
            lines.addAll(published(accuracy, colour));
        }
        return lines;
    }

    private static Points measured(CurveComparison accuracy) {
        return Points.of(accuracy.x(), accuracy.inDisplayUnits(accuracy.measured()));
    }

    /** The published curve as far as ours goes; none where there is nothing to compare with. */
    private static List<Line> published(CurveComparison accuracy, Colour colour) {
        if (!accuracy.isComparable()) {
            return List.of();
        }
        double[] published = Arrays.copyOf(accuracy.series().published(), accuracy.points());
        return List.of(Line.published(colour, Points.of(accuracy.x(), accuracy.inDisplayUnits(published))));
    }
}
