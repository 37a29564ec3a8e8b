package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.Drawing;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/** Claim 1 by displacement: how far decay and gradients move the hidden layer's weights in every epoch. */
final class DominanceFigures {
    private static final int EPOCHS = 30;

    private DominanceFigures() {}

    /** The figures; none of runs of one epoch. */
    static List<Picture> of(ExperimentRuns records) {
        RunRecord run = records.of(BookRun.OLD_30);
        int last = Math.min(EPOCHS, run.lastEpoch());
        if (last < 2) {
            return List.of();
        }
        return List.of(new Panels(
                "dominance",
                "Decay against gradients, hidden layer, old initialisation",
                List.of(ways(run, last), ratios(records, last))));
    }

    private static Figure ways(RunRecord run, int last) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.measured(
                "D, decay alone",
                Colour.BLUE,
                Drawing.perEpoch(
                        1, last, epoch -> run.displacement(Layers.HIDDEN, epoch).decay())));
        lines.add(Line.measured(
                "R, the rest",
                Colour.VERMILION,
                Drawing.perEpoch(
                        1, last, epoch -> run.displacement(Layers.HIDDEN, epoch).drift())));
        int[] dominated = dominated(run, last);
        if (dominated.length > 0) {
            int until = dominated[dominated.length - 1];
            String name = "D exceeds R from epoch " + dominated[0] + " to " + until;
            lines.add(Line.vertical(name, Colour.GREY, dominated[0]));
            lines.add(Line.vertical(name, Colour.GREY, until));
        }
        return new Figure(
                "ways",
                "",
                Drawing.over(last, Drawing.logarithmic("way, weight_initialization_30")),
                Legend.UPPER_RIGHT,
                lines);
    }

    /** The epochs in which D exceeds R. */
    private static int[] dominated(RunRecord run, int last) {
        return IntStream.rangeClosed(1, last)
                .filter(epoch -> run.dominance(Layers.HIDDEN, epoch) > 1)
                .toArray();
    }

    private static Figure ratios(ExperimentRuns records, int last) {
        List<Line> lines = new ArrayList<>();
        lines.add(ratio(records.of(BookRun.OLD_30), last, new Drawing.Ink("weight_initialization_30", Colour.BLUE)));
        lines.add(ratio(records.of(BookRun.OLD_100), last, new Drawing.Ink("weight_initialization_100", Colour.GREEN)));
        lines.add(ratio(
                records.of(BookRun.REGULARIZED_FULL), last, new Drawing.Ink("regularized_full", Colour.VERMILION)));
        lines.add(ratio(
                records.of(BookRun.REGULARIZED), last, new Drawing.Ink("regularized, 1000 images", Colour.PURPLE)));
        lines.add(Line.horizontal("as far as each other", Colour.GREY, 1));
        return new Figure("ratios", "", Drawing.over(last, Drawing.logarithmic("D / R")), Legend.LOWER_RIGHT, lines);
    }

    private static Line ratio(RunRecord run, int last, Drawing.Ink ink) {
        int shown = Math.min(last, run.lastEpoch());
        return Line.measured(
                ink.name(), ink.colour(), Drawing.perEpoch(1, shown, epoch -> run.dominance(Layers.HIDDEN, epoch)));
    }
}
