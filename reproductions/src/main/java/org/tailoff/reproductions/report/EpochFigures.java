package org.tailoff.reproductions.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.reproductions.figure.Axis;
import org.tailoff.reproductions.figure.Colour;
import org.tailoff.reproductions.figure.Figure;
import org.tailoff.reproductions.figure.Frame;
import org.tailoff.reproductions.figure.Legend;
import org.tailoff.reproductions.figure.Line;
import org.tailoff.reproductions.figure.Picture;
import org.tailoff.reproductions.figure.Points;

/** How a run does on each set of images, over its epochs. */
final class EpochFigures {
    private static final double PERCENT = 100;
    private static final List<Colour> COLOURS = List.of(Colour.BLUE, Colour.ORANGE, Colour.GREEN);

    private EpochFigures() {}

    /** Accuracy; none if no set was evaluated. */
    static List<Picture> of(List<EpochRecord> epochs) {
        List<String> sets = epochs.stream()
                .flatMap(epoch -> epoch.sets().stream())
                .map(SetScore::set)
                .distinct()
                .toList();
        if (sets.isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        for (String set : sets) {
            Points points = points(epochs, set, score -> PERCENT * score.accuracy());
            lines.add(Line.measured(set + " images", COLOURS.get(lines.size() % COLOURS.size()), points));
        }
        Frame frame = new Frame(Axis.automatic("Epochs trained"), Axis.automatic(""), true);
        return List.of(new Figure("accuracy", "Images classified correctly (%)", frame, Legend.LOWER_RIGHT, lines));
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
