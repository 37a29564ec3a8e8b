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
import org.tailoff.reproductions.figure.Stroke;

/** Draws accuracies over the size of the training set: ours, and the published ones thin and dashed over them. */
final class SizeFigure {
    static final String SIZE = "Training set size";
    private static final double SMALLEST = 100;
    private static final double LARGEST = 50_000;

    private SizeFigure() {}

    /** The book's logarithmic axis. */
    static Axis logarithmic() {
        return Axis.logarithmic(SIZE, SMALLEST, LARGEST);
    }

    /** One curve with dots of another colour, as the book draws it. */
    static Figure of(String id, Axis x, Axis y, Comparison accuracy) {
        Points points = measured(accuracy);
        List<Line> lines = new ArrayList<>(List.of(
                Line.measured("measured", Colour.BLUE, points),
                new Line.Curve("measured", Colour.ORANGE, Stroke.DOTS, points)));
        lines.addAll(published(accuracy, Colour.BLUE));
        return new Figure(id, "Accuracy (%) on the validation data", new Frame(x, y, true), Legend.LOWER_RIGHT, lines);
    }

    /** What the book draws without a title, from 25 % up. */
    static Figure comparison(String id, List<Line> lines) {
        Frame frame = new Frame(logarithmic(), Axis.linear("", 25, 100), true);
        return new Figure(id, "", frame, Legend.LOWER_RIGHT, lines);
    }

    /** A curve of ours with the published one over it; nothing of a curve that has no point yet. */
    static List<Line> lines(String name, Colour colour, Comparison accuracy) {
        List<Line> lines = new ArrayList<>();
        if (accuracy.points() > 0) {
            lines.add(new Line.Curve(name, colour, Stroke.SOLID_WITH_DOTS, measured(accuracy)));
            lines.addAll(published(accuracy, colour));
        }
        return lines;
    }

    private static Points measured(Comparison accuracy) {
        return Points.of(accuracy.x(), accuracy.shown(accuracy.measured()));
    }

    /** The published curve as far as ours goes; none where there is nothing to compare with. */
    private static List<Line> published(Comparison accuracy, Colour colour) {
        if (!accuracy.sameData()) {
            return List.of();
        }
        double[] published = Arrays.copyOf(accuracy.series().published(), accuracy.points());
        return List.of(Line.published(colour, Points.of(accuracy.x(), accuracy.shown(published))));
    }
}
