package org.tailoff.reproductions.argument.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Stroke;
import org.tailoff.record.IterationColumn;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.Drawing;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/**
 * Claim 1 by force: rho = (lambda/n) ||W|| / ||grad C_0|| over a run, with the gradient of the mini-batch and with that
 * of the whole set.
 */
final class ForceFigures {
    /** Iterations behind one point: a gradient of ten images scatters over a factor of ten. */
    private static final int STRETCH = 50;

    private ForceFigures() {}

    /** The figure. */
    static List<Picture> of(ExperimentRuns records) {
        RunRecord run = records.of(BookRun.OLD_30);
        return List.of(new Figure(
                "force",
                "Force of decay over force of the gradient, weight_initialization_30, old",
                new Frame(
                        Axis.linear("Epoch", 0, run.lastEpoch()),
                        Axis.logarithmic("rho = (lambda/n) ||W|| / ||grad C0||", 1e-4, 10),
                        true),
                Legend.LOWER_RIGHT,
                List.of(
                        mini(run, Layers.HIDDEN, new Drawing.Ink("hidden, mini-batches (median of 50)", Colour.BLUE)),
                        mini(run, Layers.OUTPUT, new Drawing.Ink("output, mini-batches", Colour.ORANGE)),
                        whole(run, Layers.HIDDEN, new Drawing.Ink("hidden, all images", Colour.GREEN)),
                        whole(run, Layers.OUTPUT, new Drawing.Ink("output, all images", Colour.PURPLE)),
                        Line.horizontal("equal forces", Colour.GREY, 1))));
    }

    private static Line mini(RunRecord run, int layer, Drawing.Ink ink) {
        double[] decay = run.series(layer, IterationColumn.DECAY_STEP_NORM);
        double[] gradient = run.series(layer, IterationColumn.GRADIENT_STEP_NORM);
        double[] rho = medians(
                IntStream.range(0, decay.length)
                        .mapToDouble(i -> decay[i] / gradient[i])
                        .toArray(),
                STRETCH);
        double epochs = (double) STRETCH * run.recordEvery() / run.law().stepsPerEpoch();
        double[] x = IntStream.range(0, rho.length)
                .mapToDouble(i -> (i + 0.5) * epochs)
                .toArray();
        return Line.measured(ink.name(), ink.colour(), Points.of(x, rho));
    }

    /** The upper median of every stretch; a shorter one at the end is left out. */
    static double[] medians(double[] values, int stretch) {
        return IntStream.range(0, values.length / stretch)
                .mapToDouble(i -> Arrays.stream(values, i * stretch, (i + 1) * stretch)
                        .sorted()
                        .skip(stretch / 2)
                        .findFirst()
                        .orElseThrow())
                .toArray();
    }

    private static Line whole(RunRecord run, int layer, Drawing.Ink ink) {
        int[] epochs = run.gradientEpochs();
        return new Line.Curve(
                ink.name(),
                ink.colour(),
                Stroke.DOTS,
                Points.of(
                        Arrays.stream(epochs).asDoubleStream().toArray(),
                        Arrays.stream(epochs)
                                .mapToDouble(epoch -> run.force(layer, epoch))
                                .toArray()));
    }
}
