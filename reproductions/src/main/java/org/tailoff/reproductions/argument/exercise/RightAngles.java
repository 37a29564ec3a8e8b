package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Picture;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.LayerEpoch.WeightedInputs;
import org.tailoff.record.TensorEpoch;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * Claim 1, why its readings differ: gradients move the weights far and change the norm little. Three explanations.
 *
 * <ul>
 *   <li><b>C1f, dimension:</b> in so many dimensions any direction is nearly at right angles to the weights: the cosine
 *       of gradient and weights is that of random vectors, 1/sqrt(N) in root mean square.
 *   <li><b>C1g, saturation:</b> the gradient along neuron j's weights W_j is the mean over images of delta_j (z_j -
 *       b_j), and delta_j is large only where the neuron is not saturated, hence where z_j - b_j is small: weighted
 *       with delta^2, z - b is at most half of what it is.
 *   <li><b>C1h, the norm's own step:</b> a step r across the weights lengthens them by r^2/(2||W||) alone, so the norm
 *       stays near f ||W(e-1)|| because R^2/(2||W||) is small against decay.
 * </ul>
 *
 * <p>C1h in exact terms: with u = W(e) - f W(e-1), ||W(e)||^2 - f^2 ||W(e-1)||^2 = 2 f &lt;W(e-1), u&gt; + R^2. Both
 * terms are recorded; the claim leaves out the first.
 *
 * <p><b>How it is tested:</b> C1f on the mini-batches' gradients of epoch 1, C1g before the first update, C1h over
 * epoch 1; per layer where it applies.
 *
 * <p><b>What would refute it:</b> cosines twice, or half, as large as chance makes them; weighted inputs that are not
 * smaller where the gradient is; a term along the weights that is no smaller than the term across them.
 */
public final class RightAngles implements ClaimTest {
    private static final double TWICE = 2;

    private static final Claim DIMENSION = new Claim(
            "C1f",
            "gradients are at right angles to the weights because there are so many dimensions",
            "this page, first edition, on " + Claim.EXERCISE,
            "RMS cosine of the mini-batches' gradient and the weights in epoch 1, times sqrt(N)",
            "an RMS cosine twice that of random vectors, 1/sqrt(N), or half of it");
    private static final Claim SATURATION = new Claim(
            "C1g",
            "gradients are at right angles to the weights because saturated neurons have none",
            "gradient along W_j = mean of delta_j (z_j - b_j), book eq. BP4",
            "RMS of z - b weighted with delta^2 over that without weights, before the first update",
            "z - b where the gradient comes from more than half as large as everywhere");
    private static final Claim ACROSS = new Claim(
            "C1h",
            "the norm follows f because steps across the weights change it by R^2/(2||W||) alone",
            "this page, first edition, on " + Claim.EXERCISE,
            "|<W(e-1), u>| over R^2/(2f), u = W(e) - f W(e-1), epoch 1; both as shares of f^2 ||W||^2/2 in the details",
            "a part along the weights of more than half of the part across them");

    private static final List<Experiment> OLD =
            List.of(ExperimentGrid.example(Start.OLD), BookRun.OLD_30, BookRun.OLD_100);
    private static final List<Experiment> NEW = List.of(ExperimentGrid.example(Start.NEW), BookRun.NEW_30);

    @Override
    public List<Claim> claims() {
        return List.of(DIMENSION, SATURATION, ACROSS);
    }

    @Override
    public List<Experiment> experiments() {
        Set<Experiment> all = new LinkedHashSet<>(OLD);
        all.addAll(NEW);
        return List.copyOf(all);
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        for (Experiment experiment : experiments()) {
            findings.add(cosine(records, experiment, Layers.HIDDEN));
            findings.add(cosine(records, experiment, Layers.OUTPUT));
        }
        OLD.forEach(experiment -> findings.add(saturation(records, experiment)));
        for (Experiment experiment : experiments()) {
            findings.add(across(records, experiment, Layers.HIDDEN));
            findings.add(across(records, experiment, Layers.OUTPUT));
        }
        return findings;
    }

    private static Finding cosine(ExperimentRuns records, Experiment experiment, int layer) {
        NamedNumbers details = new NamedNumbers()
                .add("RMS cosine in epoch 1", records.mean(experiment, run -> rmsCosine(run, layer)))
                .add(
                        "RMS cosine of random directions",
                        records.mean(experiment, run -> 1 / Math.sqrt(run.weights(layer))))
                .add(
                        "mean cosine in epoch 1, positive towards the origin",
                        records.mean(
                                experiment,
                                run -> Arrays.stream(cosines(run, layer))
                                        .average()
                                        .orElseThrow()));
        for (int epoch : records.of(experiment).get(0).gradientEpochs()) {
            details.add(
                    "cosine of the whole training set's gradient, epoch " + epoch,
                    records.mean(experiment, run -> fullCosine(run, layer, epoch)));
        }
        return new Finding(
                DIMENSION,
                experiment.label() + ", " + Layers.name(layer),
                Prediction.around(
                        "RMS cosine times sqrt(N)",
                        1,
                        TWICE,
                        "of random vectors it is 1; chance is left room of a factor of two"),
                records.evidence(
                        experiment, run -> rmsCosine(run, layer) * Math.sqrt(run.weights(layer)), details.asMap()),
                List.of(new Control(
                        Prediction.near(
                                "cosine of the update and -W over that of its parts, first recorded iteration",
                                1,
                                1e-9,
                                "the update is the decay step and the gradient step"),
                        records.estimate(experiment, run -> rebuilt(run, layer)))));
    }

    /** Cosines of the gradient g and W before the step, one per recorded iteration of epoch 1. */
    private static double[] cosines(RunRecord run, int layer) {
        double[] cosine = run.series(layer, IterationColumn.COSINE_UPDATE_WEIGHTS, 1);
        double[] update = run.series(layer, IterationColumn.UPDATE_NORM, 1);
        double[] decay = run.series(layer, IterationColumn.DECAY_STEP_NORM, 1);
        double[] step = run.series(layer, IterationColumn.GRADIENT_STEP_NORM, 1);
        double[] cosines = new double[cosine.length];
        for (int i = 0; i < cosines.length; i++) {
            // <update, -W> = (||decay step|| + eta ||g|| cos) ||W||
            cosines[i] = (cosine[i] * update[i] - decay[i]) / step[i];
        }
        return cosines;
    }

    private static double rmsCosine(RunRecord run, int layer) {
        return Math.sqrt(Arrays.stream(cosines(run, layer))
                .map(each -> each * each)
                .average()
                .orElseThrow());
    }

    private static double fullCosine(RunRecord run, int layer, int epoch) {
        TensorEpoch.Gradient gradient =
                run.tensor(layer, epoch).motion().gradient().orElseThrow();
        return gradient.dotWeights() / (gradient.norm() * run.norm(layer, epoch));
    }

    /** The update's length from its two steps and the angle between them, over the recorded one. */
    private static double rebuilt(RunRecord run, int layer) {
        double decay = run.series(layer, IterationColumn.DECAY_STEP_NORM)[0];
        double step = run.series(layer, IterationColumn.GRADIENT_STEP_NORM)[0];
        double cosine = cosines(run, layer)[0];
        return Math.sqrt(decay * decay + step * step + 2 * decay * step * cosine)
                / run.series(layer, IterationColumn.UPDATE_NORM)[0];
    }

    private static Finding saturation(ExperimentRuns records, Experiment experiment) {
        NamedNumbers details = new NamedNumbers()
                .add(
                        "RMS of z",
                        records.mean(experiment, run -> inputs(run, 0).rms().orElseThrow()))
                .add("RMS of z - b", records.mean(experiment, run -> Math.sqrt(Layers.productSquares(run))))
                .add("RMS of z - b weighted with delta squared", records.mean(experiment, run -> weighted(run, 0)))
                .add(
                        "fraction saturated",
                        records.mean(experiment, run -> run.neurons(0, 0).saturation()));
        records.of(experiment)
                .get(0)
                .firstEpochs()
                .forEach(epoch -> details.add(
                        "epoch " + epoch + ", RMS of z - b weighted with delta squared",
                        records.mean(experiment, run -> weighted(run, epoch))));
        return new Finding(
                SATURATION,
                experiment.label(),
                Prediction.atMost(
                        "weighted z - b over z - b",
                        1 / TWICE,
                        "half or less of what a gradient that ignores z would have"),
                records.evidence(experiment, RightAngles::concentration, details.asMap()),
                List.of(new Control(
                        Prediction.atLeast(
                                "the same from the new initialisation",
                                0.8,
                                "where no neuron is saturated the gradient comes from everywhere"),
                        records.estimate(ExperimentGrid.example(Start.NEW), RightAngles::concentration))));
    }

    private static WeightedInputs inputs(RunRecord run, int epoch) {
        return run.neurons(0, epoch).weightedInputs();
    }

    /** z - b where the gradient comes from, over z - b everywhere. */
    private static double concentration(RunRecord run) {
        return weighted(run, 0) / Math.sqrt(Layers.productSquares(run));
    }

    private static double weighted(RunRecord run, int epoch) {
        return inputs(run, epoch).deltaWeighted().orElseThrow();
    }

    private static Finding across(ExperimentRuns records, Experiment experiment, int layer) {
        NamedNumbers details = new NamedNumbers();
        records.of(experiment).get(0).firstEpochs().forEach(epoch -> {
            details.add("epoch " + epoch + ", along", records.mean(experiment, run -> along(run, layer, epoch)));
            details.add("epoch " + epoch + ", across", records.mean(experiment, run -> lengthened(run, layer, epoch)));
        });
        details.add("eta lambda/m", records.of(experiment).get(0).law().exponent());
        return new Finding(
                ACROSS,
                experiment.label() + ", " + Layers.name(layer),
                Prediction.atMost(
                        "what gradients do along the weights over what they do across, epoch 1",
                        1 / TWICE,
                        "to leave it out it must be the smaller by far"),
                records.evidence(
                        experiment, run -> Math.abs(along(run, layer, 1)) / lengthened(run, layer, 1), details.asMap()),
                List.of(new Control(
                        Prediction.atLeast(
                                "shrinkage over f in epoch 1 from the new initialisation, hidden layer",
                                1,
                                "small weights must grow to tell the digits apart: gradients do act along them"),
                        records.estimate(
                                ExperimentGrid.example(Start.NEW),
                                run -> run.shrinkage(Layers.HIDDEN, 1)
                                        / run.law().factor()))));
    }

    /** 2 <W(e-1), u> / (f ||W(e-1)||^2). */
    static double along(RunRecord run, int layer, int epoch) {
        double f = run.law().factor();
        return 2 * (run.slope(layer, epoch) - f) / f;
    }

    /** R^2 / (f ||W(e-1)||)^2. */
    static double lengthened(RunRecord run, int layer, int epoch) {
        double before = run.law().factor() * run.norm(layer, epoch - 1);
        double drift = run.displacement(layer, epoch).drift();
        return drift * drift / (before * before);
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return List.of(TriangleFigure.of(records));
    }
}
