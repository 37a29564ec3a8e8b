package org.tailoff.reproductions.argument;

import java.util.List;
import org.tailoff.reproductions.figure.Axis;
import org.tailoff.reproductions.figure.Colour;
import org.tailoff.reproductions.figure.Figure;
import org.tailoff.reproductions.figure.Legend;
import org.tailoff.reproductions.figure.Line;
import org.tailoff.reproductions.figure.Panels;
import org.tailoff.reproductions.figure.Picture;
import org.tailoff.reproductions.figure.Points;

/** Claim 2 for live weights: the norm over the example against f^e, and what each epoch left of it against f. */
final class DecayFigures {
    private static final double PERCENT = 100;

    private DecayFigures() {}

    /** The figures; none of a run of one epoch. */
    static List<Picture> of(Records records) {
        RunRecord run = records.of(Example.OLD_30);
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
