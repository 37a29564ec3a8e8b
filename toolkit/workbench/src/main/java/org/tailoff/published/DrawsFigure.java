package org.tailoff.published;

import java.util.ArrayList;
import java.util.List;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.PredictionInterval;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Stroke;

/** Draws numbers of sessions without a seed: the interval of one more draw of ours, and the published one. */
public final class DrawsFigure {
    private DrawsFigure() {}

    /**
     * One number.
     *
     * @param colour its colour
     * @param comparison our draws and the published number
     */
    public record DrawnNumber(Colour colour, CurveComparison comparison) {}

    /**
     * A dot and a bar for each number that has been measured, side by side; no figure if there is none.
     *
     * @param id the id of the figure
     * @param bars the numbers, from left to right
     */
    public static List<Picture> bars(String id, List<DrawnNumber> bars) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            CurveComparison comparison = bars.get(i).comparison();
            if (comparison.replicas().size() > 1) {
                lines.addAll(lines(i + 1, bars.get(i)));
            }
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        Frame frame = new Frame(
                Axis.linear("Session, as in the legend", 0, bars.size() + 1), Axis.automatic("Accuracy (%)"), true);
        return List.of(new Figure(
                id, "Our sessions, the interval of one more, and the published one", frame, Legend.LOWER_RIGHT, lines));
    }

    private static List<Line> lines(int place, DrawnNumber bar) {
        CurveComparison comparison = bar.comparison();
        double[] draws = comparison.replicas().stream()
                .mapToDouble(draw -> comparison.inDisplayUnits(draw)[0])
                .toArray();
        PredictionInterval interval = PredictionInterval.of(Estimate.CONFIDENCE, draws);
        double[] x = {place};
        List<Line> lines = new ArrayList<>();
        lines.add(new Line.Curve(
                place + ": " + comparison.series().name(),
                bar.colour(),
                Stroke.DOTS,
                Points.of(x, new double[] {interval.mean()}).withErrors(new double[] {interval.half()})));
        if (comparison.isComparable()) {
            lines.add(Line.published(
                    bar.colour(),
                    Points.of(x, comparison.inDisplayUnits(comparison.series().published()))));
        }
        return lines;
    }
}
