package org.tailoff.reproductions.argument.experiment;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Line;
import org.tailoff.figure.Points;
import org.tailoff.figure.Range;
import org.tailoff.figure.Scale;
import org.tailoff.figure.SeedCurves;
import org.tailoff.figure.Stroke;

/** What the figures of the argument have in common. */
public final class Drawing {
    private Drawing() {}

    /**
     * How a line is told from others.
     *
     * @param name what the legend calls it
     * @param colour its colour
     */
    public record Ink(String name, Colour colour) {}

    /** A frame with a grid over epochs from 0 on. */
    public static Frame over(int lastEpoch, Axis y) {
        return new Frame(Axis.linear("Epoch", 0, lastEpoch), y, true);
    }

    /** A logarithmic axis whose range comes from the data. */
    public static Axis logarithmic(String label) {
        return new Axis(label, Scale.LOGARITHMIC, new Range.Automatic());
    }

    /** One point per epoch. */
    public static Points perEpoch(int first, int last, IntToDoubleFunction quantity) {
        return Points.from(
                first, IntStream.rangeClosed(first, last).mapToDouble(quantity).toArray());
    }

    /** What is predicted: thin and dashed over what was measured. */
    public static Line predicted(String name, Colour colour, Points points) {
        return new Line.Curve(name, colour, Stroke.THIN_DASHED, points);
    }

    /** One series per seed, the first value at an epoch. */
    public static List<Line> overSeeds(Ink ink, int first, double[][] seeds) {
        double[] epochs =
                IntStream.range(first, first + seeds[0].length).asDoubleStream().toArray();
        return new SeedCurves(epochs, seeds).lines(ink.name, ink.colour);
    }
}
