package org.tailoff.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;

/** How a run does on each set of examples, over its epochs. */
public final class EpochFigures {
    private static final List<Colour> COLOURS = List.of(Colour.BLUE, Colour.ORANGE, Colour.GREEN);

    private EpochFigures() {}

    /** Accuracy, or the data cost where there are no classes; none if no set was evaluated. */
    public static List<Picture> of(List<EpochRecord> epochs) {
        List<String> sets = epochs.stream()
                .flatMap(epoch -> epoch.sets().stream())
                .map(SetScore::set)
                .distinct()
                .toList();
        if (sets.isEmpty()) {
            return List.of();
        }
        boolean classes = epochs.stream()
                .flatMap(epoch -> epoch.sets().stream())
                .allMatch(score -> score.correct().isPresent());
        List<Line> lines = new ArrayList<>();
        for (String set : sets) {
            Points points = points(
                    epochs,
                    set,
                    classes ? SetScore::percent : score -> score.cost().data());
            lines.add(Line.measured(set + " examples", COLOURS.get(lines.size() % COLOURS.size()), points));
        }
        Frame frame = new Frame(Axis.automatic("Epochs trained"), Axis.automatic(""), true);
        return List.of(
                classes
                        ? new Figure("accuracy", "Examples classified correctly (%)", frame, Legend.LOWER_RIGHT, lines)
                        : new Figure("set-cost", "Data cost, mean over each set", frame, Legend.UPPER_RIGHT, lines));
    }

    private static Points points(List<EpochRecord> epochs, String set, ToDoubleFunction<SetScore> value) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (EpochRecord epoch : epochs) {
            epoch.sets().stream().filter(score -> score.set().equals(set)).forEach(score -> {
                x.add((double) epoch.epoch());
                y.add(value.applyAsDouble(score));
            });
        }
        return Points.of(array(x), array(y));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
