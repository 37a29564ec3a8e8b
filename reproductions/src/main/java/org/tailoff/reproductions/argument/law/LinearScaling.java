package org.tailoff.reproductions.argument.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;

/**
 * N2: at fixed lambda the settled state depends on eta/m alone. Twice the mini-batch at twice the learning rate takes
 * half as many steps of twice the length against half the variance: the same walk.
 *
 * <p><b>Source:</b> the linear scaling rule, Goyal et al. 2017 (arXiv 1706.02677); noise scale eta n/m, Smith and Le
 * 2018 (1710.06451); limits of the diffusion, Li, Lyu and Arora 2020 (2010.02916).
 *
 * <p><b>How it is tested:</b> RMS of the hidden layer where it has settled, seed by seed against eta = 0.5, m = 10.
 *
 * <p><b>What would refute it:</b> a size more than 2 % away, or 3 % with mini-batches of 40.
 */
public final class LinearScaling implements ClaimTest {
    private static final double TOLERANCE = 0.02;
    private static final double WIDE_TOLERANCE = 0.03;
    private static final int WIDE = 40;

    private static final Claim CLAIM = new Claim(
            "N2",
            "at fixed lambda the settled size depends on eta/m alone",
            "linear scaling: Goyal et al. 2017; Smith and Le 2018; Li, Lyu and Arora 2020",
            "RMS of the hidden layer, settled, over that at eta = 0.5, m = 10, same seeds; eta/m = 0.05 in all",
            "a size more than 2 % away (3 % with m = 40)");

    private static final SeededExperiment REFERENCE = ExperimentGrid.settledAt(0.5, 10);
    private static final List<SeededExperiment> OTHERS = List.of(
            ExperimentGrid.settledAt(0.25, 5), ExperimentGrid.settledAt(1, 20), ExperimentGrid.settledAt(2, WIDE));
    private static final SeededExperiment HALF = ExperimentGrid.settledAt(0.2, 10);

    @Override
    public List<Claim> claims() {
        return List.of(CLAIM);
    }

    @Override
    public List<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>(List.of(REFERENCE, HALF));
        all.addAll(OTHERS);
        return all;
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        return OTHERS.stream().map(other -> finding(records, other)).toList();
    }

    private static Finding finding(ExperimentRuns records, SeededExperiment other) {
        double tolerance = other.step().miniBatch() == WIDE ? WIDE_TOLERANCE : TOLERANCE;
        double[][] squares = SettledLayer.squares(records, List.of(REFERENCE, other));
        return new Finding(
                CLAIM,
                other.label() + " against m 10",
                Prediction.near(
                        "RMS over that of the reference",
                        1,
                        tolerance,
                        "terms of second order in the step, q and eta times the curvature, grow with m"),
                records.ends()
                        .evidence(
                                List.of(REFERENCE, other),
                                ratio(squares[1], squares[0]),
                                new NamedNumbers()
                                        .add("eta/m", other.step().temperature())
                                        .add("RMS, reference", mean(records, REFERENCE))
                                        .add("RMS", mean(records, other))
                                        .asMap()),
                List.of(new Control(
                        new Prediction(
                                "the same at eta/m = 0.02 against 0.05",
                                Double.NEGATIVE_INFINITY,
                                1 - TOLERANCE,
                                "another eta/m must be seen"),
                        control(records))));
    }

    private static Estimate control(ExperimentRuns records) {
        double[][] squares = SettledLayer.squares(records, List.of(REFERENCE, HALF));
        return ratio(squares[1], squares[0]);
    }

    private static double mean(ExperimentRuns records, SeededExperiment experiment) {
        return SettledLayer.of(records, experiment, Layers.HIDDEN).stream()
                .mapToDouble(SettledLayer::rms)
                .average()
                .orElse(Double.NaN);
    }

    private static Estimate ratio(double[] squares, double[] reference) {
        double[] ratios = new double[squares.length];
        Arrays.setAll(ratios, seed -> Math.sqrt(squares[seed] / reference[seed]));
        return Estimate.mean(ratios);
    }
}
