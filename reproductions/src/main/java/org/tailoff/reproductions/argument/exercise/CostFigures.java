package org.tailoff.reproductions.argument.exercise;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.Drawing;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/** Claim 2 from the published costs of regularized_full: the norm that they imply, ours, and that under decay alone. */
final class CostFigures {
    private CostFigures() {}

    /** The figures; none of a run of one epoch. */
    static List<Picture> of(ExperimentRuns records) {
        RunRecord run = records.of(BookRun.REGULARIZED_FULL);
        int last = run.lastEpoch();
        if (last < 2) {
            return List.of();
        }
        double start = Math.sqrt(run.squares(0));
        return List.of(new Figure(
                "published_costs",
                "Norm of all weights, regularized_full",
                Drawing.over(last, Axis.automatic("sqrt(S)")),
                Legend.UPPER_RIGHT,
                List.of(
                        Line.measured("published costs, gap neglected", Colour.ORANGE, implied(last, epoch -> 0)),
                        Line.measured(
                                "published costs, gap of our run",
                                Colour.GREEN,
                                implied(last, epoch -> PublishedCosts.gap(run, epoch))),
                        Drawing.predicted(
                                "our run",
                                Colour.BLUE,
                                Drawing.perEpoch(0, last, epoch -> Math.sqrt(run.squares(epoch)))),
                        Line.measured(
                                "f^e, decay alone",
                                Colour.GREY,
                                Drawing.perEpoch(
                                        0, last, epoch -> start * run.law().factor(epoch))))));
    }

    /** sqrt(S) of the published costs where S comes out positive. */
    private static Points implied(int last, IntToDoubleFunction gap) {
        int[] epochs = IntStream.rangeClosed(1, last)
                .filter(epoch -> PublishedCosts.squares(epoch, gap.applyAsDouble(epoch)) > 0)
                .toArray();
        return Points.of(
                IntStream.of(epochs).asDoubleStream().toArray(),
                IntStream.of(epochs)
                        .mapToDouble(epoch -> Math.sqrt(PublishedCosts.squares(epoch, gap.applyAsDouble(epoch))))
                        .toArray());
    }
}
