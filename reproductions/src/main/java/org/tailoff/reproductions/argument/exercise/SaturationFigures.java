package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.claim.Numbers;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.record.LayerEpoch;
import org.tailoff.reproductions.argument.experiment.Drawing;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/** The fourth answer's mechanism: how saturated the hidden neurons are while their weights decay. */
final class SaturationFigures {
    private static final int EPOCHS = 20;
    private static final List<Double> LAMBDAS = List.of(5.0, 50.0, 500.0);
    private static final List<Colour> COLOURS = List.of(Colour.BLUE, Colour.ORANGE, Colour.GREEN);

    private SaturationFigures() {}

    /** The figures; none of runs of one epoch. */
    static List<Picture> of(ExperimentRuns records) {
        if (records.of(ExperimentGrid.settled(Start.OLD)).stream().allMatch(run -> run.lastEpoch() < 2)) {
            return List.of();
        }
        return List.of(new Panels(
                "saturation",
                "Hidden neurons, eta 0.5, old initialisation, bands over seeds",
                List.of(
                        panel(records, Axis.linear("fraction of |z| > 5", 0, 1), LayerEpoch::saturation),
                        panel(records, Axis.linear("mean sigma'(z)", 0, 0.25), LayerEpoch::meanSigmaPrime))));
    }

    private static Figure panel(ExperimentRuns records, Axis y, ToDoubleFunction<LayerEpoch> quantity) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < LAMBDAS.size(); i++) {
            List<RunRecord> runs = records.of(ExperimentGrid.settled(LAMBDAS.get(i), Start.OLD));
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
