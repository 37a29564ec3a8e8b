package org.tailoff.figure.render;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tailoff.figure.ColourScale;
import org.tailoff.figure.HeatMap;
import org.tailoff.figure.Palette;
import org.tailoff.figure.Range;
import org.tailoff.figure.Scale;

/**
 * A colour scale with its range made up.
 *
 * @param colours the scale
 * @param low the value at the palette's lower end
 * @param high the value at its upper end
 */
record Shading(ColourScale colours, double low, double high) {
    /** Up to this many decades the colour bar has ticks at 1, 2 and 5 times the powers of ten. */
    private static final int FEW_DECADES = 3;

    /** Darker than this, a background needs white text: a luminance, of 255. */
    private static final double DARK = 128;

    static Shading of(HeatMap map) {
        ColourScale colours = map.colours();
        if (colours.axis().range() instanceof Range.Fixed fixed) {
            return new Shading(colours, fixed.low(), fixed.high());
        }
        boolean logarithmic = colours.axis().scale() == Scale.LOGARITHMIC;
        double from =
                logarithmic ? StrictMath.log10(map.grid().min()) : map.grid().min();
        double to =
                logarithmic ? StrictMath.log10(map.grid().max()) : map.grid().max();
        double[] ends = colours.palette() == Palette.DIVERGING ? symmetric(from, to) : apart(from, to);
        return logarithmic
                ? new Shading(colours, StrictMath.pow(10, ends[0]), StrictMath.pow(10, ends[1]))
                : new Shading(colours, ends[0], ends[1]);
    }

    private static double[] symmetric(double from, double to) {
        double most = Math.max(Math.abs(from), Math.abs(to));
        return apart(-most, most);
    }

    /** A single value gets room around it. */
    private static double[] apart(double from, double to) {
        double room = to > from ? 0 : from == 0 ? 1 : Math.abs(from) / 20;
        return new double[] {from - room, to + room};
    }

    /** Where a value lies between the ends: 0 at the lower, 1 at the upper one. */
    double share(double value) {
        return (measure(value) - measure(low)) / (measure(high) - measure(low));
    }

    private double measure(double value) {
        return colours.axis().scale() == Scale.LINEAR ? value : StrictMath.log(value);
    }

    Color colour(double value) {
        return new Color(colours.palette().at(share(value)));
    }

    /** Black or white: what can be read on the colour of a value. Weights of the channels: ITU-R BT.601. */
    Color textColour(double value) {
        Color back = colour(value);
        double luminance = 0.299 * back.getRed() + 0.587 * back.getGreen() + 0.114 * back.getBlue();
        return luminance < DARK ? Color.WHITE : Color.BLACK;
    }

    /** The values with a tick on the colour bar, ascending. */
    double[] ticks() {
        double[] decades = colours.axis().scale() == Scale.LOGARITHMIC ? decades() : new double[0];
        return decades.length > 1 ? decades : steps();
    }

    private double[] decades() {
        int first = (int) Math.floor(StrictMath.log10(low));
        int last = (int) Math.ceil(StrictMath.log10(high));
        int stride = 1 + (last - first) / 10;
        List<Integer> leading = last - first <= FEW_DECADES ? List.of(1, 2, 5) : List.of(1);
        return within(IntStream.rangeClosed(first, last)
                .filter(power -> Math.floorMod(power, stride) == 0)
                .boxed()
                .flatMapToDouble(power -> leading.stream().mapToDouble(m -> Double.parseDouble(m + "e" + power))));
    }

    private double[] steps() {
        Ticks ticks = Ticks.fixed(low, high);
        double unit = StrictMath.pow(10, ticks.exponent());
        DoubleStream all = DoubleStream.concat(
                DoubleStream.concat(DoubleStream.of(ticks.low()), Arrays.stream(ticks.inner())),
                DoubleStream.of(ticks.high()));
        return within(all.filter(tick -> isMultiple(tick / ticks.step().doubleValue()))
                .map(tick -> tick * unit));
    }

    private static boolean isMultiple(double steps) {
        return Math.abs(steps - Math.rint(steps)) < 1e-6;
    }

    private double[] within(DoubleStream values) {
        return values.filter(v -> share(v) > -1e-9 && share(v) < 1 + 1e-9).toArray();
    }
}
