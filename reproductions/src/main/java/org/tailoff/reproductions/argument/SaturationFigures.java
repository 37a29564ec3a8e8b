package org.tailoff.reproductions.argument;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.claim.Numbers;
import org.tailoff.record.LayerEpoch;
import org.tailoff.reproductions.argument.World.Start;
import org.tailoff.reproductions.figure.Axis;
import org.tailoff.reproductions.figure.Colour;
import org.tailoff.reproductions.figure.Figure;
import org.tailoff.reproductions.figure.Legend;
import org.tailoff.reproductions.figure.Line;
import org.tailoff.reproductions.figure.Panels;
import org.tailoff.reproductions.figure.Picture;

/** The fourth answer's mechanism: how saturated the hidden neurons are while their weights decay. */
final class SaturationFigures {
    private static final int EPOCHS = 20;
    private static final List<Double> LAMBDAS = List.of(5.0, 50.0, 500.0);
    private static final List<Colour> COLOURS = List.of(Colour.BLUE, Colour.ORANGE, Colour.GREEN);

    private SaturationFigures() {}

    /** The figures; none of runs of one epoch. */
    static List<Picture> of(Records records) {
        if (records.of(Worlds.settled(Start.OLD)).stream().allMatch(run -> run.lastEpoch() < 2)) {
            return List.of();
        }
        return List.of(new Panels(
                "saturation",
                "Hidden neurons, eta 0.5, old initialisation, bands over seeds",
                List.of(
                        panel(records, Axis.linear("fraction of |z| > 5", 0, 1), LayerEpoch::saturation),
                        panel(records, Axis.linear("mean sigma'(z)", 0, 0.25), LayerEpoch::meanSigmaPrime))));
    }

    private static Figure panel(Records records, Axis y, ToDoubleFunction<LayerEpoch> quantity) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < LAMBDAS.size(); i++) {
            List<RunRecord> runs = records.of(Worlds.settled(LAMBDAS.get(i), Start.OLD));
            if (!runs.isEmpty()) {
                Drawing.Ink ink = new Drawing.Ink("lambda " + Numbers.text(LAMBDAS.get(i)), COLOURS.get(i));
                lines.addAll(Drawing.overSeeds(ink, 0, values(runs, quantity)));
            }
        }
        return new Figure("panel", "", Drawing.over(EPOCHS, y), Legend.UPPER_RIGHT, lines);
    }

    private static double[][] values(List<RunRecord> runs, ToDoubleFunction<LayerEpoch> quantity) {
        return runs.stream()
                .map(run -> IntStream.rangeClosed(0, Math.min(EPOCHS, run.lastEpoch()))
                        .mapToDouble(epoch -> quantity.applyAsDouble(run.neurons(0, epoch)))
                        .toArray())
                .toArray(double[][]::new);
    }
}
