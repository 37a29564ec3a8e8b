package org.tailoff.reproductions.argument.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.regression.SimpleRegression;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.PowerLaw;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Numbers;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Picture;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;

/**
 * How the settled size depends on T = eta/m, the temperature of the mini-batches' noise, at lambda = 5.
 *
 * <ul>
 *   <li><b>N3:</b> noise adds to a size that the gradient of the whole set keeps: S_1 = S_0 + c T. Fitted without the
 *       examples' own T, the line predicts the example.
 *   <li><b>N4:</b> the size is a power of T: 1/2 if the noise of a step does not depend on the weights' size and
 *       nothing else acts, 1/4 if a layer's output does not depend on it at all (scale invariance).
 *   <li><b>N5:</b> the size is that of the noise alone, sqrt(n eta E||g||^2/(2 lambda N)) (van Laarhoven 2017,
 *       1706.05350; Defazio 2025, 2506.02285).
 *   <li><b>N6:</b> a settled layer turns by sqrt(2q) a step in root mean square (Wan et al. 2021, 2006.08419; Kosson,
 *       Messmer and Jaggi 2024, 2305.17212); where only a share of the balance is kept across the weights, by the root
 *       of that share.
 * </ul>
 *
 * <p><b>How it is tested:</b> at T = 0.01, which is the examples', to 0.1, five seeds each, where the norm has settled.
 */
public final class Temperature implements ClaimTest {
    private static final double RESIDUAL = 0.03;
    private static final double EXPONENT = 0.1;
    private static final double TENTH = 0.1;
    private static final double TWENTIETH = 0.05;

    private static final Claim LINE = new Claim(
            "N3",
            "noise adds to a noise-free size: S_1 = S_0 + c eta/m",
            "the square of book eq. 93",
            "largest residual of a straight line of S_1 over T = eta/m, relative; prediction of the example from the others",
            "a residual, or an error of the prediction, of 3 % or more");
    private static final Claim POWER = new Claim(
            "N4",
            "the settled size is a power of eta/m",
            "random walk against decay (1/2); scale invariance, van Laarhoven 2017 (1/4)",
            "slope of ln RMS_1 over ln T, T = eta/m from 0.01 to 0.1, lambda = 5",
            "a slope more than 0.1 from the exponent");
    private static final Claim NOISE = new Claim(
            "N5",
            "the settled size is that of the noise alone, sqrt(n eta E||g||^2/(2 lambda N))",
            "van Laarhoven 2017 (1706.05350); Defazio 2025 (2506.02285)",
            "that size over the measured one, per layer and T",
            "a size more than 10 % away");
    private static final Claim ROTATION = new Claim(
            "N6",
            "a settled layer turns by sqrt(2q) a step",
            "Wan et al. 2021 (2006.08419); Kosson, Messmer and Jaggi 2024 (2305.17212)",
            "RMS angle of a step over sqrt(2q), and over sqrt(2q) times the root of the measured share across the weights",
            "an angle more than 10 % away (5 % with the share)");

    static List<SeededExperiment> worlds() {
        return ExperimentGrid.TEMPERATURES.stream()
                .map(ExperimentGrid::settledAt)
                .toList();
    }

    @Override
    public List<Claim> claims() {
        return List.of(LINE, POWER, NOISE, ROTATION);
    }

    @Override
    public List<Experiment> experiments() {
        return List.copyOf(worlds());
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<SeededExperiment> worlds = worlds();
        double[][] squares = SettledLayer.squares(records, worlds);
        List<Finding> findings =
                new ArrayList<>(List.of(prediction(records, worlds, squares), residual(records, worlds, squares)));
        findings.add(power(records, worlds, 0.5));
        findings.add(power(records, worlds, 0.25));
        for (int layer : List.of(Layers.HIDDEN, Layers.OUTPUT)) {
            worlds.forEach(world -> findings.add(relative(
                    records,
                    world,
                    SettledLayer.of(records, world, layer),
                    new Relative(NOISE, layer, "", TENTH, settled -> settled.noiseRms() / settled.rms()))));
        }
        for (int layer : List.of(Layers.HIDDEN, Layers.OUTPUT)) {
            for (SeededExperiment world : worlds) {
                findings.add(relative(
                        records,
                        world,
                        SettledLayer.of(records, world, layer),
                        new Relative(ROTATION, layer, "", TENTH, SettledLayer::relativeRotation)));
                findings.add(relative(
                        records,
                        world,
                        SettledLayer.of(records, world, layer),
                        new Relative(
                                ROTATION,
                                layer,
                                ", with the share across",
                                TWENTIETH,
                                settled -> settled.relativeRotation()
                                        / Math.sqrt(settled.balance().across()))));
            }
        }
        return findings;
    }

    static double[] temperatures(List<SeededExperiment> worlds) {
        return worlds.stream().mapToDouble(world -> world.step().temperature()).toArray();
    }

    /** S_1 of one seed over T, at the points from an index on. */
    static SimpleRegression line(double[] temperatures, double[][] squares, int seed, int from) {
        SimpleRegression line = new SimpleRegression();
        for (int i = from; i < temperatures.length; i++) {
            line.addData(temperatures[i], squares[i][seed]);
        }
        return line;
    }

    private static Estimate overSeeds(double[][] squares, ToDoubleFunction<Integer> quantity) {
        return Estimate.mean(IntStream.range(0, squares[0].length)
                .mapToDouble(seed -> quantity.applyAsDouble(seed))
                .toArray());
    }

    private static Finding prediction(ExperimentRuns records, List<SeededExperiment> worlds, double[][] squares) {
        double[] t = temperatures(worlds);
        return new Finding(
                LINE,
                "the example, predicted from the other eta/m",
                Prediction.near("predicted S_1 over the measured", 1, RESIDUAL, "3 %, fixed before the runs"),
                records.ends()
                        .evidence(
                                worlds,
                                overSeeds(
                                        squares,
                                        seed -> line(t, squares, seed, 1).predict(t[0]) / squares[0][seed]),
                                details(t, squares, 1).asMap()),
                List.of(recovers(t)));
    }

    private static Finding residual(ExperimentRuns records, List<SeededExperiment> worlds, double[][] squares) {
        double[] t = temperatures(worlds);
        return new Finding(
                LINE,
                "eta/m 0.01 to 0.1",
                Prediction.within("largest relative residual of the line", RESIDUAL, "3 %, fixed before the runs"),
                records.ends()
                        .evidence(
                                worlds,
                                overSeeds(squares, seed -> largestResidual(t, squares, seed)),
                                details(t, squares, 0).asMap()),
                List.of(recovers(t)));
    }

    private static double largestResidual(double[] t, double[][] squares, int seed) {
        SimpleRegression line = line(t, squares, seed, 0);
        return IntStream.range(0, t.length)
                .mapToDouble(i -> Math.abs(line.predict(t[i]) / squares[i][seed] - 1))
                .max()
                .orElseThrow();
    }

    private static NamedNumbers details(double[] t, double[][] squares, int from) {
        NamedNumbers details = new NamedNumbers()
                .add(
                        "S_0",
                        overSeeds(squares, seed -> line(t, squares, seed, from).getIntercept())
                                .value())
                .add(
                        "c",
                        overSeeds(squares, seed -> line(t, squares, seed, from).getSlope())
                                .value());
        for (int i = 0; i < t.length; i++) {
            int at = i;
            details.add(
                            "S_1 at " + Numbers.text(t[i]),
                            Arrays.stream(squares[i]).average().orElseThrow())
                    .add(
                            "S_0 over S_1 at " + Numbers.text(t[i]),
                            overSeeds(
                                            squares,
                                            seed -> line(t, squares, seed, from).getIntercept() / squares[at][seed])
                                    .value());
        }
        return details;
    }

    private static Control recovers(double[] t) {
        double[][] exact =
                Arrays.stream(t).mapToObj(each -> new double[] {2 + 3 * each}).toArray(double[][]::new);
        return new Control(
                Prediction.near("the same fit to an exact line, at eta/m = 0.01", 2.03, 1e-12, "it must find the line"),
                Estimate.exact(line(t, exact, 0, 1).predict(0.01)));
    }

    private static Finding power(ExperimentRuns records, List<SeededExperiment> worlds, double exponent) {
        double[] t = temperatures(worlds);
        PowerLaw law = PowerLaw.overSeeds(
                t,
                records.pairedBySeed(
                        worlds,
                        run -> Math.sqrt(
                                SettledLayer.of(records, run, Layers.HIDDEN).squares())));
        return new Finding(
                POWER,
                "exponent " + Numbers.text(exponent),
                Prediction.near("exponent of eta/m", exponent, EXPONENT, "the exponent claimed, within 0.1"),
                records.ends()
                        .evidence(
                                worlds,
                                law.exponent(),
                                new NamedNumbers().add(law, "eta/m").asMap()),
                List.of(Control.recoversPower(t, exponent)));
    }

    /** A number of a settled layer that a claim says is 1. */
    private record Relative(Claim claim, int layer, String part, double tolerance, ToDoubleFunction<SettledLayer> of) {}

    private static Finding relative(
            ExperimentRuns records, SeededExperiment world, List<SettledLayer> settled, Relative number) {
        return new Finding(
                number.claim,
                world.label() + ", " + Layers.name(number.layer) + number.part,
                Prediction.near(
                        number.claim.equals(NOISE)
                                ? "size of the noise alone over the size"
                                : "angle over the predicted",
                        1,
                        number.tolerance,
                        "fixed before the runs"),
                records.ends()
                        .evidence(
                                List.of(world),
                                Estimate.mean(
                                        settled.stream().mapToDouble(number.of).toArray()),
                                new NamedNumbers()
                                        .add("eta/m", world.step().temperature())
                                        .add("RMS", mean(settled, SettledLayer::rms))
                                        .add("RMS of the noise alone", mean(settled, SettledLayer::noiseRms))
                                        .add(
                                                "RMS angle of a step, radians",
                                                mean(
                                                        settled,
                                                        each -> each.balance().rotation()))
                                        .add(
                                                "share along the weights",
                                                mean(
                                                        settled,
                                                        each -> each.balance().along()))
                                        .add(
                                                "share across the weights",
                                                mean(
                                                        settled,
                                                        each -> each.balance().across()))
                                        .asMap()),
                List.of(new Control(
                        Prediction.near(
                                "what gradients add over what decay takes",
                                1,
                                TWENTIETH,
                                "the norm has settled, and its balance sheet must say so (C3f)"),
                        Estimate.exact(mean(settled, each -> each.balance().total())))));
    }

    private static double mean(List<SettledLayer> settled, ToDoubleFunction<SettledLayer> quantity) {
        return settled.stream().mapToDouble(quantity).average().orElse(Double.NaN);
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return TemperatureFigures.of(records);
    }
}
