package org.tailoff.reproductions.argument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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

    /** One series per seed: their mean as a curve and, from two seeds on, a band from the lowest to the highest. */
    static List<Line> overSeeds(Ink ink, int first, double[][] seeds) {
        int[] indices = IntStream.range(0, seeds[0].length).toArray();
        double[][] sorted = Arrays.stream(indices)
                .mapToObj(i -> Arrays.stream(seeds)
                        .mapToDouble(seed -> seed[i])
                        .sorted()
                        .toArray())
                .toArray(double[][]::new);
        List<Line> lines = new ArrayList<>();
        if (seeds.length > 1 && indices.length > 1) {
            Points low = perEpoch(first, first + indices.length - 1, epoch -> sorted[epoch - first][0]);
            Points high = perEpoch(first, first + indices.length - 1, epoch -> sorted[epoch - first][seeds.length - 1]);
            lines.add(Line.band(ink.name, ink.colour, low, high));
        }
        double[] mean = Arrays.stream(sorted)
                .mapToDouble(values -> Arrays.stream(values).average().orElseThrow())
                .toArray();
        lines.add(Line.measured(ink.name, ink.colour, Points.from(first, mean)));
        return lines;
    }
}
