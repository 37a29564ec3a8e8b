package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.reproductions.argument.experiment.Drawing;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.Balance;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/** Claim 3, the mechanism: how what gradients add to the norm comes to balance what decay takes. */
final class BalanceFigures {
    private BalanceFigures() {}

    /** The figures; none of runs of one epoch. */
    static List<Picture> of(ExperimentRuns records) {
        List<RunRecord> runs = records.of(ExperimentGrid.settled(Start.OLD));
        if (runs.isEmpty() || runs.get(0).lastEpoch() < 2) {
            return List.of();
        }
        return List.of(new Panels(
                "balance",
                "What gradients add over what decay takes, eta 0.5, lambda 5, old",
                List.of(panel(runs, Layers.HIDDEN, Legend.UPPER_RIGHT), panel(runs, Layers.OUTPUT, Legend.NONE))));
    }

    private static Figure panel(List<RunRecord> runs, int layer, Legend legend) {
        List<List<Balance>> seeds =
                runs.stream().map(run -> Balance.perEpoch(run, layer)).toList();
        List<Line> lines = new ArrayList<>();
        lines.addAll(line(seeds, Balance::across, new Drawing.Ink("across the weights", Colour.ORANGE)));
        lines.addAll(line(seeds, Balance::along, new Drawing.Ink("along the weights", Colour.GREEN)));
        lines.addAll(line(seeds, Balance::total, new Drawing.Ink("both", Colour.BLUE)));
        lines.add(Line.horizontal("what decay takes", Colour.GREY, 1));
        return new Figure(
                "layer_" + layer,
                "",
                Drawing.over(runs.get(0).lastEpoch(), Axis.linear(Layers.name(layer) + ", over lambda S/n", -0.5, 3)),
                legend,
                lines);
    }

    private static List<Line> line(List<List<Balance>> seeds, ToDoubleFunction<Balance> term, Drawing.Ink ink) {
        return Drawing.overSeeds(
                ink,
                1,
                seeds.stream()
                        .map(seed -> seed.stream().mapToDouble(term).toArray())
                        .toArray(double[][]::new));
    }
}
