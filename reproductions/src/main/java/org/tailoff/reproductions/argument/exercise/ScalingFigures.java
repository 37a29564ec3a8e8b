package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.PowerLaw;
import org.tailoff.claim.Numbers;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Stroke;
import org.tailoff.reproductions.argument.experiment.Drawing;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.EndStates;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/**
 * Claim 3, what the stationary size depends on: the number of weights, the strength of decay, and not the
 * initialisation.
 */
final class ScalingFigures {
    private final ExperimentRuns records;
    private final EndStates ends;

    private ScalingFigures(ExperimentRuns records) {
        this.records = records;
        ends = records.ends();
    }

    /** The figures; of runs of one epoch those of the sizes alone, which are then not stationary. */
    static List<Picture> of(ExperimentRuns records) {
        ScalingFigures figures = new ScalingFigures(records);
        List<Picture> all = new ArrayList<>(List.of(figures.byWidth(), figures.byLambda()));
        if (!records.plan().quick()) {
            all.add(figures.oldAndNew());
        }
        return all;
    }

    /**
     * A quantity that the stationary size may depend on.
     *
     * @param symbol what it is called in a power
     * @param of its value in a run
     * @param exponent the exponent claimed
     */
    private record Abscissa(String symbol, ToDoubleFunction<RunRecord> of, double exponent) {}

    private Figure byWidth() {
        Abscissa weights = new Abscissa("N_w", RunRecord::weights, -0.5);
        return new Figure(
                "size_by_width",
                "Stationary size over the number of weights, lambda 50, old",
                frame("N_w, weights of the network"),
                Legend.LOWER_LEFT,
                lines(Scaling.widths(), weights));
    }

    private Figure byLambda() {
        Abscissa lambda = new Abscissa("lambda", ScalingFigures::lambda, 0);
        return new Figure(
                "size_by_lambda",
                "Stationary size over the strength of decay, 30 hidden neurons, new",
                frame("lambda"),
                Legend.LOWER_LEFT,
                lines(Scaling.strengths(), lambda));
    }

    private static double lambda(RunRecord run) {
        int images = run.spec().data().trainingImages();
        return run.spec().training().regularisation().coefficient(images) * images;
    }

    private static Frame frame(String x) {
        return new Frame(Drawing.logarithmic(x), Axis.logarithmic("RMS of all weights at the end", 1e-4, 1), true);
    }

    private List<Line> lines(List<SeededExperiment> worlds, Abscissa abscissa) {
        List<SeededExperiment> finished =
                worlds.stream().filter(world -> !records.of(world).isEmpty()).toList();
        List<SeededExperiment> stationary = finished.stream()
                .filter(world -> ends.obstacle(world).isEmpty())
                .toList();
        List<SeededExperiment> others =
                finished.stream().filter(world -> !stationary.contains(world)).toList();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.measured(
                "1/sqrt(N_w), the size claimed", Colour.VERMILION, points(finished, abscissa, this::claimed)));
        if (stationary.size() > 1) {
            lines.addAll(powers(stationary, abscissa));
        }
        lines.addAll(
                sizes(stationary, abscissa, new Drawing.Ink("stationary, with deviation over seeds", Colour.BLUE)));
        lines.addAll(sizes(others, abscissa, new Drawing.Ink("not stationary", Colour.GREY)));
        return lines;
    }

    private List<Line> powers(List<SeededExperiment> worlds, Abscissa abscissa) {
        double[] x = worlds.stream().mapToDouble(world -> x(world, abscissa)).toArray();
        PowerLaw law = PowerLaw.overSeeds(x, ends.rmsBySeed(worlds));
        double first = StatUtils.mean(ends.rms(worlds.get(0)));
        return List.of(
                Line.measured(
                        "fit, " + abscissa.symbol + "^" + text(law.exponent()),
                        Colour.ORANGE,
                        along(
                                x,
                                each -> law.constant()
                                        * StrictMath.pow(each, law.exponent().value()))),
                Drawing.predicted(
                        "exponent claimed, " + Numbers.text(abscissa.exponent),
                        Colour.BLUE,
                        along(x, each -> first * StrictMath.pow(each / x[0], abscissa.exponent))));
    }

    /** A value with its interval, if it has one. */
    private static String text(Estimate slope) {
        String value = Numbers.text(slope.value());
        return Double.isInfinite(slope.high())
                ? value
                : String.format(
                        Locale.ROOT, "%s [%s, %s]", value, Numbers.text(slope.low()), Numbers.text(slope.high()));
    }

    private static Points along(double[] x, DoubleUnaryOperator y) {
        return Points.of(x, Arrays.stream(x).map(y).toArray());
    }

    /** A dot per experiment; none if there is no experiment. */
    private List<Line> sizes(List<SeededExperiment> worlds, Abscissa abscissa, Drawing.Ink ink) {
        if (worlds.isEmpty()) {
            return List.of();
        }
        double[] deviations = worlds.stream()
                .mapToDouble(world -> Math.sqrt(StatUtils.variance(ends.rms(world))))
                .toArray();
        Points means = points(worlds, abscissa, world -> StatUtils.mean(ends.rms(world)));
        return List.of(new Line.Curve(ink.name(), ink.colour(), Stroke.DOTS, means.withErrors(deviations)));
    }

    private double claimed(SeededExperiment world) {
        return 1 / Math.sqrt(records.of(world).get(0).weights());
    }

    private double x(SeededExperiment world, Abscissa abscissa) {
        return abscissa.of.applyAsDouble(records.of(world).get(0));
    }

    private Points points(List<SeededExperiment> worlds, Abscissa abscissa, ToDoubleFunction<SeededExperiment> y) {
        return Points.of(
                worlds.stream().mapToDouble(world -> x(world, abscissa)).toArray(),
                worlds.stream().mapToDouble(y).toArray());
    }

    private Figure oldAndNew() {
        SeededExperiment old = ExperimentGrid.settled(Start.OLD);
        SeededExperiment fresh = ExperimentGrid.settled(Start.NEW);
        int last = records.of(old).get(0).lastEpoch();
        List<Line> lines = new ArrayList<>(over(old, new Drawing.Ink("old, N(0,1)", Colour.BLUE)));
        lines.addAll(over(fresh, new Drawing.Ink("new, N(0,1/n_in)", Colour.ORANGE)));
        lines.add(Line.horizontal(
                "1/sqrt(N_w)", Colour.GREY, 1 / Math.sqrt(records.of(old).get(0).weights())));
        return new Figure(
                "old_and_new",
                "Size from either initialisation, eta 0.5, lambda 5, bands over seeds",
                Drawing.over(last, Drawing.logarithmic("RMS of all weights")),
                Legend.UPPER_RIGHT,
                lines);
    }

    private List<Line> over(SeededExperiment world, Drawing.Ink ink) {
        return Drawing.overSeeds(
                ink,
                0,
                records.of(world).stream()
                        .map(run -> IntStream.rangeClosed(0, run.lastEpoch())
                                .mapToDouble(run::rms)
                                .toArray())
                        .toArray(double[][]::new));
    }
}
