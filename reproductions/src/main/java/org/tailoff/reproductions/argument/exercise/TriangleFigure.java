package org.tailoff.reproductions.argument.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Stroke;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/**
 * D and R of an epoch as a triangle: weights begin at (1, 0), the origin is far to the left at (0, 0), decay alone goes
 * left by D, and everything else goes R from there, along the weights and across them.
 */
final class TriangleFigure {
    private static final int ARC = 60;
    private static final double ANGLE = 0.16;

    private TriangleFigure() {}

    static Picture of(ExperimentRuns records) {
        RunRecord run = records.of(BookRun.OLD_30);
        double before = run.norm(Layers.HIDDEN, 0);
        double f = run.law().factor();
        double drift = run.displacement(Layers.HIDDEN, 1).drift() / before;
        double x = run.slope(Layers.HIDDEN, 1);
        double y = Math.sqrt(drift * drift - (x - f) * (x - f));
        double after = run.norm(Layers.HIDDEN, 1) / before;
        return new Figure(
                "triangle",
                "Epoch 1, hidden layer: decay and everything else",
                new Frame(
                        Axis.linear("along the weights, in units of ||W||", 0.86, 1.005),
                        Axis.linear("across them", -0.005, 0.165),
                        true),
                Legend.LOWER_LEFT,
                List.of(
                        Line.measured("D, the way of decay alone", Colour.BLUE, segment(1, 0, f, 0)),
                        Line.measured("R, everything else", Colour.VERMILION, segment(f, 0, x, y)),
                        Line.measured("what the epoch did", Colour.GREY, segment(1, 0, x, y)),
                        arc("length after the epoch", Colour.GREEN, after),
                        arc("length under decay alone", Colour.PURPLE, f)));
    }

    /** From left to right, as points must be. */
    private static Points segment(double x0, double y0, double x1, double y1) {
        return x0 <= x1
                ? Points.of(new double[] {x0, x1}, new double[] {y0, y1})
                : Points.of(new double[] {x1, x0}, new double[] {y1, y0});
    }

    private static Line arc(String name, Colour colour, double radius) {
        double[] angles = IntStream.rangeClosed(0, ARC)
                .mapToDouble(i -> (ARC - i) * ANGLE / ARC)
                .toArray();
        return new Line.Curve(
                name,
                colour,
                Stroke.THIN_DASHED,
                Points.of(
                        Arrays.stream(angles)
                                .map(angle -> radius * StrictMath.cos(angle))
                                .toArray(),
                        Arrays.stream(angles)
                                .map(angle -> radius * StrictMath.sin(angle))
                                .toArray()));
    }
}
