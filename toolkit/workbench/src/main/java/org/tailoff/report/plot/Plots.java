package org.tailoff.report.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Grid;
import org.tailoff.figure.HeatMap;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Range;
import org.tailoff.figure.Scale;
import org.tailoff.figure.Stroke;

/** Takes the data out of pictures. */
public final class Plots {
    /** More points than a plot is pixels wide, so that the thinned curve looks like the whole one. */
    private static final int MOST_POINTS = 1600;

    private static final double[] NONE = {};

    private Plots() {}

    /** {@return the data of a picture} */
    public static Plot of(Picture picture) {
        List<Plot.Panel> panels = new ArrayList<>();
        List<Plot.Cells> cells = new ArrayList<>();
        if (picture instanceof HeatMap map) {
            cells.add(cells(map));
        } else if (picture instanceof Panels stacked) {
            stacked.figures().forEach(figure -> panels.add(panel(figure)));
        } else {
            panels.add(panel((Figure) picture));
        }
        return new Plot(picture.id(), picture.title(), picture.describe(), panels, cells);
    }

    private static Plot.Panel panel(Figure figure) {
        long published = figure.lines().stream().filter(Plots::isPublished).count();
        List<Plot.Trace> traces = new ArrayList<>();
        for (Line line : figure.lines()) {
            boolean ambiguous = published > 1 && isPublished(line) && !traces.isEmpty();
            String name = ambiguous ? traces.get(traces.size() - 1).name() + ", " + line.name() : line.name();
            traces.add(trace(name, line));
        }
        return new Plot.Panel(
                figure.title(), axis(figure.frame().x()), axis(figure.frame().y()), traces);
    }

    private static boolean isPublished(Line line) {
        return line instanceof Line.Curve curve && curve.stroke() == Stroke.THIN_DASHED;
    }

    private static Plot.PlotAxis axis(Axis axis) {
        List<Double> limits =
                axis.range() instanceof Range.Fixed fixed ? List.of(fixed.low(), fixed.high()) : List.of();
        return new Plot.PlotAxis(axis.label(), axis.scale() == Scale.LOGARITHMIC, limits);
    }

    private static Plot.Trace trace(String name, Line line) {
        String colour = hex(line.colour());
        if (line instanceof Line.Curve curve) {
            Points points = curve.points().thinned(MOST_POINTS);
            double[] errors = points.hasErrors() ? array(points, points::error) : NONE;
            String kind = kebab(curve.stroke());
            return new Plot.Trace(name, kind, colour, array(points, points::x), array(points, points::y), errors);
        }
        if (line instanceof Line.Band band) {
            return new Plot.Trace(
                    name,
                    Plot.Trace.BAND,
                    colour,
                    array(band.low(), band.low()::x),
                    array(band.low(), band.low()::y),
                    array(band.high(), band.high()::y));
        }
        Line.Rule rule = (Line.Rule) line;
        return new Plot.Trace(name, kebab(rule.direction()), colour, NONE, new double[] {rule.at()}, NONE);
    }

    private static double[] array(Points points, IntToDoubleFunction value) {
        return IntStream.range(0, points.size()).mapToDouble(value).toArray();
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String hex(Colour colour) {
        return String.format(Locale.ROOT, "#%06x", colour.rgb());
    }

    private static Plot.Cells cells(HeatMap map) {
        Grid grid = map.grid();
        List<List<Double>> values = IntStream.range(0, grid.y().values().size())
                .mapToObj(row -> row(grid, row))
                .toList();
        return new Plot.Cells(
                grid.x().label(),
                grid.y().label(),
                map.colours().axis().label(),
                grid.x().values(),
                grid.y().values(),
                values,
                map.colours().missing());
    }

    private static List<Double> row(Grid grid, int row) {
        Double[] values = IntStream.range(0, grid.x().values().size())
                .mapToObj(column -> grid.value(row, column))
                .map(value -> value.isNaN() ? null : value)
                .toArray(Double[]::new);
        return Arrays.asList(values);
    }
}
