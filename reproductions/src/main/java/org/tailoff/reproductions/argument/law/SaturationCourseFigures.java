package org.tailoff.reproductions.argument.law;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.reproductions.argument.experiment.Drawing;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/** Saturation, the size of the weighted inputs and accuracy over the examples' epochs, from both starts. */
final class SaturationCourseFigures {
    private static final int PERCENT = 100;

    private SaturationCourseFigures() {}

    /** The figures; none of runs of one epoch. */
    static List<Picture> of(ExperimentRuns records) {
        if (records.of(ExperimentGrid.example(Start.OLD)).get(0).lastEpoch() < 2) {
            return List.of();
        }
        return List.of(new Panels(
                "saturation_course",
                "Hidden neurons and accuracy, eta 0.1, lambda 5, 30 hidden",
                List.of(
                        panel(
                                records,
                                Axis.automatic("fraction of |z| > 5"),
                                Legend.UPPER_RIGHT,
                                (run, epoch) -> run.neurons(0, epoch).saturation()),
                        panel(
                                records,
                                Axis.automatic("RMS of z"),
                                Legend.NONE,
                                (run, epoch) -> run.neurons(0, epoch).rmsZ().orElseThrow()),
                        panel(
                                records,
                                Axis.linear("accuracy (%)", 85, 97),
                                Legend.NONE,
                                (run, epoch) -> PERCENT * run.accuracy(epoch)))));
    }

    /** A number of a run at an epoch. */
    private interface PerEpoch {
        double of(RunRecord run, int epoch);
    }

    private static Figure panel(ExperimentRuns records, Axis y, Legend legend, PerEpoch quantity) {
        List<Line> lines = new ArrayList<>();
        lines.addAll(line(records, Start.OLD, new Drawing.Ink("old initialisation", Colour.BLUE), quantity));
        lines.addAll(line(records, Start.NEW, new Drawing.Ink("new initialisation", Colour.ORANGE), quantity));
        int last = records.of(ExperimentGrid.example(Start.OLD)).get(0).lastEpoch();
        return new Figure("panel", "", Drawing.over(last, y), legend, lines);
    }

    private static List<Line> line(ExperimentRuns records, Start start, Drawing.Ink ink, PerEpoch quantity) {
        SeededExperiment world = ExperimentGrid.example(start);
        return Drawing.overSeeds(
                ink,
                0,
                records.of(world).stream()
                        .map(run -> IntStream.rangeClosed(0, run.lastEpoch())
                                .mapToDouble(epoch -> quantity.of(run, epoch))
                                .toArray())
                        .toArray(double[][]::new));
    }
}
