package org.tailoff.reproductions.argument.exercise;

import java.util.List;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.Drawing;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/** Claim 2 for live weights: the norm over the example against f^e, and what each epoch left of it against f. */
final class DecayFigures {
    private static final double PERCENT = 100;

    private DecayFigures() {}

    /** The figures; none of a run of one epoch. */
    static List<Picture> of(ExperimentRuns records) {
        RunRecord run = records.of(BookRun.OLD_30);
        if (run.lastEpoch() < 2) {
            return List.of();
        }
        return List.of(new Panels(
                "decay_norm",
                "What decay leaves of the norm, weight_initialization_30, old",
                List.of(norms(run), residuals(run))));
    }

    private static Figure norms(RunRecord run) {
        int last = run.lastEpoch();
        return new Figure(
                "norms",
                "",
                Drawing.over(last, Drawing.logarithmic("||W(e)|| / ||W(0)||")),
                Legend.UPPER_RIGHT,
                List.of(
                        Line.measured("output layer", Colour.ORANGE, left(run, Layers.OUTPUT)),
                        Line.measured("hidden layer", Colour.BLUE, left(run, Layers.HIDDEN)),
                        Drawing.predicted(
                                "f^e, decay alone", Colour.GREY, Drawing.perEpoch(0, last, run.law()::factor))));
    }

    private static Points left(RunRecord run, int layer) {
        return Drawing.perEpoch(0, run.lastEpoch(), epoch -> run.norm(layer, epoch) / run.norm(layer, 0));
    }

    private static Figure residuals(RunRecord run) {
        int last = run.lastEpoch();
        double f = run.law().factor();
        return new Figure(
                "residuals",
                "",
                Drawing.over(last, Axis.automatic("||W(e)|| / ||W(e-1)|| over f, less 1 (%)")),
                Legend.UPPER_RIGHT,
                List.of(
                        Line.band(
                                "within 1 % of f",
                                Colour.GREY,
                                Drawing.perEpoch(0, last, epoch -> -1),
                                Drawing.perEpoch(0, last, epoch -> 1)),
                        Line.measured(
                                "output layer",
                                Colour.ORANGE,
                                Drawing.perEpoch(
                                        1, last, epoch -> PERCENT * (run.shrinkage(Layers.OUTPUT, epoch) / f - 1))),
                        Line.measured(
                                "hidden layer",
                                Colour.BLUE,
                                Drawing.perEpoch(
                                        1, last, epoch -> PERCENT * (run.shrinkage(Layers.HIDDEN, epoch) / f - 1)))));
    }
}
