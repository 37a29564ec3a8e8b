package org.tailoff.figure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts a heat map into words. */
final class HeatMapDescription {
    private HeatMapDescription() {}

    static String of(HeatMap map) {
        Grid grid = map.grid();
        String heading = map.title().isBlank() ? map.id() : map.title();
        String sentences = heading + ". "
                + axis("Horizontal", grid.x())
                + axis("Vertical", grid.y())
                + values(map)
                + (grid.missing() == 0 ? "" : missing(map))
                + map.marks().stream().map(HeatMapDescription::mark).collect(Collectors.joining());
        return sentences.stripTrailing();
    }

    private static String axis(String direction, Centres centres) {
        List<Double> values = centres.values();
        return direction + " axis" + (centres.label().isBlank() ? "" : " " + centres.label())
                + (centres.scale() == Scale.LOGARITHMIC ? ", logarithmic" : "")
                + ": " + Description.number(values.get(0))
                + " to " + Description.number(values.get(values.size() - 1))
                + " in " + values.size() + " cells. ";
    }

    private static String values(HeatMap map) {
        Axis axis = map.colours().axis();
        return "Colours" + (axis.label().isBlank() ? "" : " " + axis.label())
                + (axis.scale() == Scale.LOGARITHMIC ? ", logarithmic, " : ", ")
                + map.colours().palette().name().toLowerCase(Locale.ROOT)
                + ": lowest " + extreme(map.grid(), 1)
                + ", highest " + extreme(map.grid(), -1) + ". ";
    }

    private static String extreme(Grid grid, int sign) {
        int columns = grid.columns();
        int cell = IntStream.range(0, grid.rows() * columns)
                .filter(c -> !Double.isNaN(grid.value(c / columns, c % columns)))
                .boxed()
                .min(Comparator.comparingDouble(c -> sign * grid.value(c / columns, c % columns)))
                .orElseThrow();
        return Description.number(grid.value(cell / columns, cell % columns)) + " at "
                + place(grid.x().values().get(cell % columns), grid.y().values().get(cell / columns));
    }

    private static String missing(HeatMap map) {
        Grid grid = map.grid();
        return grid.missing() + " of " + grid.rows() * grid.columns() + " cells without value: "
                + map.colours().missing() + ". ";
    }

    private static String mark(HeatMap.Mark mark) {
        return mark.name() + " at " + place(mark.x(), mark.y()) + ". ";
    }

    private static String place(double x, double y) {
        return "(" + Description.number(x) + ", " + Description.number(y) + ")";
    }
}
