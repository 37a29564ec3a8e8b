package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Centres;
import org.tailoff.figure.Colour;
import org.tailoff.figure.ColourScale;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Grid;
import org.tailoff.figure.HeatMap;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Palette;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Scale;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.Drawing;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/** Claim 1, most weights: how many weights decay moves further than everything else does, epoch by epoch and where. */
final class MostWeightsFigures {
    private static final int SIDE = 28;
    private static final int PERCENT = 100;

    private MostWeightsFigures() {}

    /** The figures; of runs of one epoch the map alone. */
    static List<Picture> of(ExperimentRuns records) {
        List<RunRecord> runs = records.of(ExperimentGrid.example(Start.OLD));
        return runs.get(0).lastEpoch() < 2 ? List.of(map(runs)) : List.of(shares(records), map(runs));
    }

    private static Figure shares(ExperimentRuns records) {
        List<Line> lines = new ArrayList<>();
        lines.addAll(line(records, ExperimentGrid.example(Start.OLD), new Drawing.Ink("30 hidden", Colour.BLUE)));
        lines.addAll(line(records, BookRun.OLD_100, new Drawing.Ink("100 hidden", Colour.ORANGE)));
        lines.add(Line.horizontal("half of the weights", Colour.GREY, PERCENT / 2.0));
        return new Figure(
                "most_weights",
                "Live hidden weights that decay moves further",
                Drawing.over(
                        records.of(ExperimentGrid.example(Start.OLD)).get(0).lastEpoch(),
                        Axis.linear("share of the weights (%)", 0, PERCENT)),
                Legend.LOWER_RIGHT,
                lines);
    }

    private static List<Line> line(ExperimentRuns records, Experiment experiment, Drawing.Ink ink) {
        return Drawing.overSeeds(
                ink,
                1,
                records.of(experiment).stream()
                        .map(run -> IntStream.rangeClosed(1, run.lastEpoch())
                                .mapToDouble(epoch ->
                                        PERCENT * MostWeights.live(run, epoch).decayFurther())
                                .toArray())
                        .toArray(double[][]::new));
    }

    /** Of each pixel the share of its weights, over hidden neurons and seeds, in epoch 1. */
    private static HeatMap map(List<RunRecord> runs) {
        double[][] values = new double[SIDE][SIDE];
        for (RunRecord run : runs) {
            List<Long> further = run.displacement(Layers.HIDDEN, 1).decayedByInput();
            int neurons = run.spec().dense().layers().get(1);
            for (int pixel = 0; pixel < further.size(); pixel++) {
                values[SIDE - 1 - pixel / SIDE][pixel % SIDE] +=
                        (double) PERCENT * further.get(pixel) / neurons / runs.size();
            }
        }
        List<Double> pixels =
                IntStream.rangeClosed(1, SIDE).mapToObj(each -> (double) each).toList();
        return new HeatMap(
                "most_weights_map",
                "Weights of each pixel that decay moves further, epoch 1",
                Grid.of(
                        new Centres("column of pixels", Scale.LINEAR, pixels),
                        new Centres("row of pixels, from below", Scale.LINEAR, pixels),
                        values),
                new ColourScale(
                        Axis.linear("share of the pixel's weights (%)", 0, PERCENT), Palette.SEQUENTIAL, "none"),
                List.of());
    }
}
