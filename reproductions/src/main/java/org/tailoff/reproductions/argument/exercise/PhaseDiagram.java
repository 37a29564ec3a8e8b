package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Centres;
import org.tailoff.figure.ColourScale;
import org.tailoff.figure.Grid;
import org.tailoff.figure.HeatMap;
import org.tailoff.figure.Palette;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Scale;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/**
 * What becomes of the old initialisation at any decay per epoch and any strength of decay, network and images being the
 * examples': which of the exercise's conditions holds where, and where the examples lie.
 */
final class PhaseDiagram {
    private static final double PERCENT = 100;

    private static final List<HeatMap.Mark> EXAMPLES = List.of(
            new HeatMap.Mark("both graphed", 0.05, 5),
            new HeatMap.Mark("regularized_full", 0.25, 5),
            new HeatMap.Mark("regularized (but n = 1000)", 0.005, 0.1));

    private PhaseDiagram() {}

    /** One experiment per cell. */
    static List<Experiment> experiments() {
        List<Experiment> cells = new ArrayList<>();
        for (double lambda : ExperimentGrid.PHASE_LAMBDAS) {
            ExperimentGrid.PHASE_EXPONENTS.forEach(exponent -> cells.add(ExperimentGrid.phase(exponent, lambda)));
        }
        return cells;
    }

    /** The figures; accuracy beside size, for weights also shrink where a network no longer learns. */
    static List<Picture> of(ExperimentRuns records) {
        List<Picture> maps = new ArrayList<>();
        maps.add(new HeatMap(
                "phase_dominance",
                "Epoch 1: way of decay over that of gradients, all weights",
                grid(records, run -> GraphedExamples.dominance(run, 1)),
                new ColourScale(Axis.logarithmic("D / R of epoch 1", 0.02, 50), Palette.DIVERGING, "diverged"),
                EXAMPLES));
        maps.add(new HeatMap(
                "phase_size",
                "Size of all weights at the end of the run",
                grid(records, run -> run.rms(run.lastEpoch()) * Math.sqrt(run.weights())),
                new ColourScale(Axis.logarithmic("RMS times sqrt(N_w)", 1, 1000), Palette.SEQUENTIAL, "diverged"),
                EXAMPLES));
        maps.add(new HeatMap(
                "phase_accuracy",
                "Accuracy on the validation data at the end of the run",
                grid(records, run -> PERCENT * run.accuracy()),
                new ColourScale(Axis.linear("images classified correctly (%)", 0, 100), Palette.SEQUENTIAL, "diverged"),
                EXAMPLES));
        return maps;
    }

    private static Grid grid(ExperimentRuns records, ToDoubleFunction<RunRecord> quantity) {
        double[][] values = ExperimentGrid.PHASE_LAMBDAS.stream()
                .map(lambda -> ExperimentGrid.PHASE_EXPONENTS.stream()
                        .mapToDouble(exponent -> value(records, ExperimentGrid.phase(exponent, lambda), quantity))
                        .toArray())
                .toArray(double[][]::new);
        return Grid.of(
                new Centres("decay of an epoch, eta lambda / m", Scale.LOGARITHMIC, ExperimentGrid.PHASE_EXPONENTS),
                new Centres("lambda", Scale.LOGARITHMIC, ExperimentGrid.PHASE_LAMBDAS),
                values);
    }

    /** NaN if the run diverged. */
    private static double value(ExperimentRuns records, Experiment cell, ToDoubleFunction<RunRecord> quantity) {
        return records.of(cell).stream().mapToDouble(quantity).findFirst().orElse(Double.NaN);
    }
}
