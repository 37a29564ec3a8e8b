package org.tailoff.reproductions.argument;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.reproductions.Course;
import org.tailoff.reproductions.figure.Axis;
import org.tailoff.reproductions.figure.Colour;
import org.tailoff.reproductions.figure.Frame;
import org.tailoff.reproductions.figure.Line;
import org.tailoff.reproductions.figure.Points;
import org.tailoff.reproductions.figure.Range;
import org.tailoff.reproductions.figure.Scale;
import org.tailoff.reproductions.figure.Stroke;

/** What the figures of the argument have in common. */
final class Drawing {
    private Drawing() {}

    /**
     * How a line is told from others.
     *
     * @param name what the legend calls it
     * @param colour its colour
     */
    record Ink(String name, Colour colour) {}

    /** A frame with a grid over epochs from 0 on. */
    static Frame over(int lastEpoch, Axis y) {
        return new Frame(Axis.linear("Epoch", 0, lastEpoch), y, true);
    }

    /** A logarithmic axis whose range comes from the data. */
    static Axis logarithmic(String label) {
        return new Axis(label, Scale.LOGARITHMIC, new Range.Automatic());
    }

    /** One point per epoch. */
    static Points perEpoch(int first, int last, IntToDoubleFunction quantity) {
        return Points.from(
                first, IntStream.rangeClosed(first, last).mapToDouble(quantity).toArray());
    }

    /** What is predicted: thin and dashed over what was measured. */
    static Line predicted(String name, Colour colour, Points points) {
        return new Line.Curve(name, colour, Stroke.THIN_DASHED, points);
    }

    /** One series per seed, the first value at an epoch. */
    static List<Line> overSeeds(Ink ink, int first, double[][] seeds) {
        double[] epochs =
                IntStream.range(first, first + seeds[0].length).asDoubleStream().toArray();
        return new Course(epochs, seeds).lines(ink.name, ink.colour);
    }
}
