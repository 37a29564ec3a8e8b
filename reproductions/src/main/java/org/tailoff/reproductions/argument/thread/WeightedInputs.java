package org.tailoff.reproductions.argument.thread;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.QuickPlanLimits;
import org.tailoff.verify.RunRecord;

/**
 * A4-3: z ~ n w and N_w ~ n^2, so that z ~ sqrt(N_w) w, and z ~ 1 gives w ~ 1/sqrt(N_w).
 *
 * <p>The first two premises are off, in opposite directions. A sum of n products with weights of mean 0 grows as
 * sqrt(n) w, not as n w; and N_w is n_in times the number of hidden neurons, nowhere near n_in^2. Done right, z ~
 * sqrt(sum x^2) w with the sum over the pixels of an image, biases apart, and z ~ 1 gives w ~ 1/sqrt(sum x^2).
 *
 * <p><b>How it is tested:</b> each relation as a ratio that should be near 1, by a factor of three either way, as claim
 * 3 allows it. Done right is tested exactly: z against sqrt(sum_i E x_i^2 w_i^2 + b^2), each pixel's mean square with
 * its own weights and the biases on both sides; on the old start, on the new start, where the biases outweigh the
 * weights, and on the end of long runs. The thread's relations are tested as stated, without a word of biases.
 *
 * <p><b>What would refute it:</b> a ratio below 1/3 or above 3.
 */
final class WeightedInputs {
    static final Claim CLAIM = new Claim(
            "A4-3",
            "z ~ n w, N_w ~ n^2, so z ~ sqrt(N_w) w and z ~ 1 gives w ~ 1/sqrt(N_w)",
            Claim.THREAD + ", answer 4",
            "the ratio of the two sides, with RMS for z (biases included) and w; hidden layer, at the start and at the end",
            "a ratio between 1/3 and 3");

    private static final double FACTOR = 3;
    private static final String WHY = "\"~\" within a factor of three, as in claim 3";

    /**
     * z^2 of a neuron is a quadratic form in its normal weights, whose variance is at most twice its squared mean. The
     * mean of z^2 over 30 neurons hence has a relative standard error of at most sqrt(2/30), its root half of that,
     * 0.13; over 100 neurons 0.07. Three standard errors of the ratio.
     */
    private static final double WIDTH_TOLERANCE = 0.44;

    private WeightedInputs() {}

    static List<Finding> findings(ExperimentRuns records) {
        SeededExperiment start = ExperimentGrid.example(Start.OLD);
        SeededExperiment end = ExperimentGrid.settledAt(0.01);
        return List.of(
                finding(records, start, "z / (sqrt(N_w) w) at the start", run -> stated(run, run.rms(0), 0)),
                atEnd(
                        records,
                        finding(
                                records,
                                end,
                                "z / (sqrt(N_w) w) at the end",
                                run -> stated(run, rmsAtEnd(run), run.lastEpoch()))),
                finding(records, start, "first premise, z / (n_in w) at the start", WeightedInputs::sum),
                square(records),
                atEnd(
                        records,
                        finding(records, end, "third premise, z / 1 at the end", run -> z(run, run.lastEpoch()))),
                finding(records, BookRun.OLD_100, "done right at the old start", run -> right(run, 0)),
                finding(
                        records,
                        ExperimentGrid.example(Start.NEW),
                        "done right at the new start",
                        run -> right(run, 0)),
                atEnd(records, finding(records, end, "done right at the end", run -> right(run, run.lastEpoch()))));
    }

    private static Finding finding(
            ExperimentRuns records, Experiment world, String part, ToDoubleFunction<RunRecord> ratio) {
        return new Finding(
                CLAIM,
                part + ": " + world.label(),
                Prediction.around("ratio of the two sides", 1, FACTOR, WHY),
                records.evidence(world, ratio, details(records, world)),
                controls(records));
    }

    private static Map<String, Double> details(ExperimentRuns records, Experiment world) {
        double squares = records.mean(ExperimentGrid.example(Start.OLD), Layers::meanSquares);
        return new NamedNumbers()
                .add(
                        "RMS of z at the start",
                        records.estimate(world, run -> z(run, 0)).value())
                .add(
                        "RMS of z at the end",
                        records.estimate(world, run -> z(run, run.lastEpoch())).value())
                .add(
                        "RMS of the weights at the end",
                        records.estimate(world, WeightedInputs::rmsAtEnd).value())
                .add("1/sqrt(N_w)", 1 / Math.sqrt(records.of(world).get(0).weights()))
                .add("mean sum x^2", squares)
                .add("1/sqrt(mean sum x^2)", 1 / Math.sqrt(squares))
                .asMap();
    }

    private static Finding atEnd(ExperimentRuns records, Finding finding) {
        return new Finding(
                finding.claim(),
                finding.part(),
                finding.prediction(),
                QuickPlanLimits.evidence(records.plan(), QuickPlanLimits.STATIONARY, finding.evidence()),
                finding.controls());
    }

    private static Finding square(ExperimentRuns records) {
        RunRecord run = records.of(BookRun.OLD_30);
        double inputs = run.spec().dense().inputs();
        Map<String, Double> details = new NamedNumbers()
                .add("N_w", run.weights())
                .add("n_in^2", inputs * inputs)
                .asMap();
        return new Finding(
                CLAIM,
                "second premise, N_w / n_in^2",
                Prediction.around("ratio of the two sides", 1, FACTOR, WHY),
                Evidence.exact(run.weights() / (inputs * inputs), run.name(), details),
                controls(records));
    }

    private static List<Control> controls(ExperimentRuns records) {
        RunRecord narrow = records.of(BookRun.OLD_30);
        RunRecord wide = records.of(BookRun.OLD_100);
        return List.of(new Control(
                Prediction.near(
                        "RMS of z at the start of the wide example over that of the narrow one",
                        1,
                        WIDTH_TOLERANCE,
                        "a neuron does not see how many others there are; sqrt(N_w) w would make it 1.83"),
                Estimate.exact(z(wide, 0) / z(narrow, 0))));
    }

    private static double stated(RunRecord run, double rms, int epoch) {
        return z(run, epoch) / (Math.sqrt(run.weights()) * rms);
    }

    private static double sum(RunRecord run) {
        return z(run, 0) / (run.spec().dense().inputs() * hiddenRms(run, 0));
    }

    /** z / sqrt(sum_i E x_i^2 w_i^2 + b^2) in root mean square over neurons: the weights of each pixel with its own. */
    private static double right(RunRecord run, int epoch) {
        return z(run, epoch)
                / run.neurons(0, epoch).weightedInputs().independent().orElseThrow();
    }

    /** Root mean square of the hidden layer's weighted inputs, biases included. */
    static double z(RunRecord run, int epoch) {
        return run.neurons(0, epoch).rmsZ().orElseThrow();
    }

    private static double hiddenRms(RunRecord run, int epoch) {
        return run.tensor(Layers.HIDDEN, epoch).statistics().rms();
    }

    private static double rmsAtEnd(RunRecord run) {
        return run.rms(run.lastEpoch());
    }
}
