package org.tailoff.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One quantity over the epochs, of several runs that differ in their seeds.
 *
 * @param epochs where it is known, ascending
 * @param seeds of each seed one value per epoch, at least one seed
 */
public record SeedCurves(double[] epochs, double[][] seeds) {
    /**
     * Draws it.
     *
     * @param name what the legend calls it
     * @param colour its colour
     * @return the mean over the seeds as a curve, over a band from the lowest to the highest if there are several;
     *     nothing if it is known nowhere
     */
    public List<Line> lines(String name, Colour colour) {
        if (epochs.length == 0) {
            return List.of();
        }
        double[][] sorted = IntStream.range(0, epochs.length)
                .mapToObj(i -> Arrays.stream(seeds)
                        .mapToDouble(seed -> seed[i])
                        .sorted()
                        .toArray())
                .toArray(double[][]::new);
        List<Line> lines = new ArrayList<>();
        if (epochs.length > 1 && seeds.length > 1) {
            Points low = Points.of(epochs, at(sorted, 0));
            Points high = Points.of(epochs, at(sorted, seeds.length - 1));
            lines.add(Line.band(name, colour, low, high));
        }
        double[] mean = Arrays.stream(sorted)
                .mapToDouble(values -> Arrays.stream(values).average().orElseThrow())
                .toArray();
        lines.add(Line.measured(name, colour, Points.of(epochs, mean)));
        return lines;
    }

    private static double[] at(double[][] sorted, int place) {
        return Arrays.stream(sorted).mapToDouble(values -> values[place]).toArray();
    }
}
