package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
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
import org.tailoff.record.ValueDistribution.Histogram;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.Drawing;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/** Claim 3 in the exercise's first example, carried on after the end of its graph. */
final class TailOffFigures {
    private static final int INPUTS = 784;
    private static final int GRAPHED = 30;
    private static final int TICKS = 2;
    private static final List<Integer> SHOWN = List.of(0, 1, 5, 10, 30, 200);
    private static final List<Colour> COLOURS =
            List.of(Colour.GREY, Colour.BLUE, Colour.GREEN, Colour.ORANGE, Colour.VERMILION, Colour.PURPLE);

    private TailOffFigures() {}

    /** The figures; of a run of one epoch its weights alone. */
    static List<Picture> of(ExperimentRuns records) {
        RunRecord run = records.of(BookRun.OLD_30_CONTINUED);
        return run.lastEpoch() < 2
                ? List.of(weights(run))
                : List.of(bothStarts(records), size(run), deadAndLive(run), weights(run));
    }

    /** Both starts on their way to one size, over decay's time constant. */
    private static Figure bothStarts(ExperimentRuns records) {
        RunRecord old = records.of(BookRun.OLD_30_CONTINUED);
        RunRecord fresh = records.of(BookRun.NEW_30_CONTINUED);
        List<Line> lines = new ArrayList<>();
        lines.add(Line.measured("old start, N(0,1)", Colour.BLUE, Drawing.perEpoch(0, old.lastEpoch(), old::rms)));
        lines.add(Line.measured(
                "new start, N(0,1/n_in)", Colour.ORANGE, Drawing.perEpoch(0, fresh.lastEpoch(), fresh::rms)));
        lines.add(Line.horizontal("1", Colour.GREY, 1));
        lines.add(Line.horizontal("1/sqrt(n_in)", Colour.GREEN, 1 / Math.sqrt(INPUTS)));
        lines.add(Line.horizontal("1/sqrt(N_w)", Colour.VERMILION, 1 / Math.sqrt(old.weights())));
        for (double time = 1 / old.law().exponent();
                time <= TICKS / old.law().exponent();
                time += 1 / old.law().exponent()) {
            lines.add(Line.vertical("1 and 2 time constants", Colour.GREY, time));
        }
        return new Figure(
                "both_starts",
                "Size of all weights from both starts, eta 0.1, lambda 5",
                Drawing.over(old.lastEpoch(), Axis.logarithmic("RMS of all weights", 4e-4, 1.5)),
                Legend.LOWER_RIGHT,
                lines);
    }

    private static Figure size(RunRecord run) {
        int last = run.lastEpoch();
        double unit = Math.sqrt(run.weights());
        List<Line> lines = new ArrayList<>();
        lines.add(Line.measured("measured", Colour.BLUE, Drawing.perEpoch(0, last, epoch -> run.rms(epoch) * unit)));
        lines.add(Drawing.predicted(
                "decay alone",
                Colour.BLUE,
                Drawing.perEpoch(0, last, epoch -> run.law().factor(epoch) * unit)));
        lines.add(Line.horizontal("1/sqrt(n_in)", Colour.GREEN, unit / Math.sqrt(INPUTS)));
        lines.add(Line.horizontal("1/sqrt(N_w)", Colour.VERMILION, 1));
        lines.addAll(endOfGraph(last));
        return new Figure(
                "tail_off",
                "Size of all weights, weight_initialization_30 carried on, old",
                Drawing.over(last, Drawing.logarithmic("RMS times sqrt(N_w)")),
                Legend.LOWER_LEFT,
                lines);
    }

    private static List<Line> endOfGraph(int last) {
        return last > GRAPHED ? List.of(Line.vertical("end of the book's graph", Colour.GREY, GRAPHED)) : List.of();
    }

    private static Figure deadAndLive(RunRecord run) {
        int last = run.lastEpoch();
        double dead = dead(run, 0);
        List<Line> lines = new ArrayList<>();
        lines.add(Line.measured("on live pixels", Colour.BLUE, Drawing.perEpoch(0, last, epoch -> live(run, epoch))));
        lines.add(Line.measured(
                "on pixels that are always zero", Colour.ORANGE, Drawing.perEpoch(0, last, epoch -> dead(run, epoch))));
        lines.add(Drawing.predicted(
                "f^e, decay alone",
                Colour.ORANGE,
                Drawing.perEpoch(0, last, epoch -> dead * run.law().factor(epoch))));
        lines.addAll(endOfGraph(last));
        return new Figure(
                "dead_and_live",
                "Weights with and without gradient, weight_initialization_30 carried on",
                Drawing.over(last, Drawing.logarithmic("RMS of the hidden layer's weights")),
                Legend.LOWER_LEFT,
                lines);
    }

    private static double dead(RunRecord run, int epoch) {
        return run.tensor(Layers.HIDDEN, epoch).inputs().dead().orElseThrow();
    }

    private static double live(RunRecord run, int epoch) {
        return run.tensor(Layers.HIDDEN, epoch).inputs().live().orElseThrow();
    }

    private static Figure weights(RunRecord run) {
        List<Line> lines = IntStream.range(0, SHOWN.size())
                .filter(i -> SHOWN.get(i) <= run.lastEpoch())
                .<Line>mapToObj(i -> Line.measured(
                        "epoch " + SHOWN.get(i),
                        COLOURS.get(i),
                        density(
                                run.tensor(Layers.HIDDEN, SHOWN.get(i))
                                        .distribution()
                                        .histogram(),
                                run.weights(Layers.HIDDEN))))
                .toList();
        return new Figure(
                "weights_over_epochs",
                "Hidden layer's weights, weight_initialization_30 carried on, old",
                new Frame(Axis.automatic("weight"), Drawing.logarithmic("density"), true),
                Legend.UPPER_RIGHT,
                lines);
    }

    /** Share of all weights per unit of weight at the middle of every bin that holds one. */
    static Points density(Histogram histogram, int weights) {
        int[] bins = IntStream.range(0, histogram.counts().size())
                .filter(i -> histogram.counts().get(i) > 0)
                .toArray();
        return Points.of(
                IntStream.of(bins)
                        .mapToDouble(i -> (low(histogram, i) + low(histogram, i + 1)) / 2)
                        .toArray(),
                IntStream.of(bins)
                        .mapToDouble(i ->
                                histogram.counts().get(i) / (weights * (low(histogram, i + 1) - low(histogram, i))))
                        .toArray());
    }

    private static double low(Histogram histogram, int bin) {
        return histogram.edges().get(bin);
    }
}
