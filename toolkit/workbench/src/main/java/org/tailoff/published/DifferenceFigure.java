package org.tailoff.published;

import java.util.ArrayList;
import java.util.List;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Points;

/** Draws what is left when the published curve is taken from ours, for curves that are not equal at every point. */
public final class DifferenceFigure {
    private static final List<Colour> COLOURS = List.of(Colour.BLUE, Colour.ORANGE);

    private DifferenceFigure() {}

    /** At most two figures: accuracies in percentage points, costs relative to the published cost. */
    public static List<Figure> of(String reproduction, CurveComparisons compared) {
        List<Figure> figures = new ArrayList<>();
        for (boolean counts : new boolean[] {true, false}) {
            List<CurveComparison> group = compared.all().stream()
                    .filter(c -> c.series().source().counts() == counts && c.isComparable() && c.exact() < c.points())
                    .toList();
            if (!group.isEmpty()) {
                figures.add(figure(reproduction, counts, group));
            }
        }
        return figures;
    }

    private static Figure figure(String reproduction, boolean counts, List<CurveComparison> group) {
        List<Line> lines = new ArrayList<>();
        for (CurveComparison comparison : group) {
            Colour colour = COLOURS.get(lines.size() % COLOURS.size());
            double[] differences = counts ? comparison.inDisplayUnits(comparison.differences()) : relative(comparison);
            lines.add(Line.differences(comparison.series().name(), colour, Points.from(0, differences)));
        }
        String what = counts ? "accuracy" : "cost";
        String unit = counts ? "Percentage points" : "Relative difference";
        return new Figure(
                reproduction + "-" + what + "-difference",
                "Measured minus published " + what,
                new Frame(Axis.automatic("Epoch"), Axis.automatic(unit), true),
                Legend.UPPER_LEFT,
                lines);
    }

    private static double[] relative(CurveComparison comparison) {
        double[] differences = comparison.differences();
        double[] published = comparison.series().published();
        for (int epoch = 0; epoch < differences.length; epoch++) {
            differences[epoch] /= published[epoch];
        }
        return differences;
    }
}
