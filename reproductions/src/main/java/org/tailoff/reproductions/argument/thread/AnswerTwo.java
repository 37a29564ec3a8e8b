package org.tailoff.reproductions.argument.thread;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.SlopeFit;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.record.SetScore;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.QuickPlanLimits;
import org.tailoff.verify.RunRecord;

/**
 * The thread's second answer, A2: the regularisation cost is C = lambda N_w w^2/(2n), hence w =
 * sqrt(2nC/lambda)/sqrt(N_w).
 *
 * <p>With w the root mean square this is an identity (book eq. 85), true of every weight vector. It says that w is of
 * the order of 1/sqrt(N_w) when the decay tails off only if C is then the same for every N_w: if C grows as N_w^s, then
 * w goes as N_w^((s-1)/2).
 *
 * <p><b>How it is tested:</b> the identity from the recorded costs (regularised minus data cost is C) and the recorded
 * weights, in every epoch of the book's runs with weight decay. What it needs: the exponent s at the end of runs of
 * four widths.
 *
 * <p><b>What would refute it:</b> a difference beyond rounding; an exponent s further than 0.1 from 0.
 */
public final class AnswerTwo implements ClaimTest {
    /**
     * The sum S of N_w squares is rounded by at most N_w 1.1e-16, for h 100 9e-12, on either side; taking the root
     * halves it. The difference of the costs adds less: C is a tenth of the cost at least.
     */
    private static final double ROUNDING = 1e-11;

    /** Our own, fixed before the runs: then w goes as N_w to a power within 0.05 of -1/2. */
    private static final double EXPONENT_TOLERANCE = 0.1;

    /**
     * ln S of N normal numbers has the standard deviation sqrt(2/N), 0.016 for h 10 and less for the others; the slope
     * over the four widths has less than 0.005. This is six of that.
     */
    private static final double START_TOLERANCE = 0.03;

    private static final Claim SIZE = new Claim(
            "A2",
            "C = lambda N_w w^2/(2n), hence w = sqrt(2nC/lambda)/sqrt(N_w)",
            Claim.THREAD + ", answer 2",
            "w of the recorded costs against RMS of the recorded weights; then what a tail-off at 1/sqrt(N_w) needs, d ln C/d ln N_w = 0 at the"
                    + " end",
            "costs and weights that do not belong together; an exponent of C beyond +-0.1");

    private static final Prediction IDENTITY = Prediction.atMost(
            "largest relative distance of sqrt(2nC/lambda)/sqrt(N_w) from RMS",
            ROUNDING,
            "rounding of the sum of squares");
    private static final Prediction INDEPENDENT = Prediction.near(
            "exponent s in C ~ N_w^s at the end",
            0,
            EXPONENT_TOLERANCE,
            "w ~ N_w^((s-1)/2) is 1/sqrt(N_w) for s = 0 alone; +-0.1 moves the exponent of w by 0.05");

    @Override
    public List<Claim> claims() {
        return List.of(SIZE);
    }

    @Override
    public List<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>(BookRun.DECAYING);
        all.addAll(widths());
        return all;
    }

    private static List<SeededExperiment> widths() {
        return ExperimentGrid.WIDTHS.stream().map(ExperimentGrid::settled).toList();
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        BookRun.DECAYING.forEach(example -> findings.add(identity(records.of(example))));
        findings.add(independence(records));
        return findings;
    }

    private static Finding identity(RunRecord run) {
        int last = run.lastEpoch();
        Map<String, Double> details = new NamedNumbers()
                .add("C at the start", run.regularisationCost(0))
                .add("C at the end", run.regularisationCost(last))
                .add("RMS at the end", run.rms(last))
                .add("1/sqrt(N_w)", 1 / Math.sqrt(run.weights()))
                .asMap();
        return new Finding(
                SIZE,
                "the identity: " + run.name(),
                IDENTITY,
                new Evidence(
                        Estimate.exact(worst(run, run.weights())),
                        List.of(run.name()),
                        List.of(),
                        Optional.empty(),
                        details),
                List.of(new Control(
                        Prediction.atLeast(
                                "the distance if the biases are counted as weights",
                                1e-4,
                                "40 or 110 numbers more, half of 0.1 %: the check can tell"),
                        Estimate.exact(worst(run, run.weights() + biases(run))))));
    }

    private static int biases(RunRecord run) {
        return run.spec().dense().layers().stream().skip(1).mapToInt(n -> n).sum();
    }

    /** Over all epochs and all sets evaluated; the book divides the regulariser by the number of images of the set. */
    private static double worst(RunRecord run, int count) {
        return IntStream.rangeClosed(0, run.lastEpoch())
                .boxed()
                .flatMap(epoch -> run.epoch(epoch).sets().stream()
                        .map(score -> Math.abs(size(run, score) / Math.sqrt(count) / run.rms(epoch) - 1)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** sqrt(2nC/lambda), with C from the costs. */
    private static double size(RunRecord run, SetScore score) {
        double cost = score.cost().regularised() - score.cost().data();
        return Math.sqrt(2 * cost / run.spec().training().regularisation().coefficient(score.images()));
    }

    private static Finding independence(ExperimentRuns records) {
        NamedNumbers details = new NamedNumbers();
        for (SeededExperiment world : widths()) {
            details.add(
                    "C at the end, h " + world.shape().hidden(),
                    records.estimate(world, AnswerTwo::costAtEnd).value());
            details.add(
                    "RMS sqrt(N_w) at the end, h " + world.shape().hidden(),
                    records.estimate(world, run -> Math.sqrt(run.squares(run.lastEpoch())))
                            .value());
        }
        Evidence evidence = records.evidence(widths(), exponent(records, AnswerTwo::costAtEnd), details.asMap());
        return new Finding(
                SIZE,
                "what it needs: C independent of the width",
                INDEPENDENT,
                QuickPlanLimits.evidence(records.plan(), QuickPlanLimits.STATIONARY, evidence),
                List.of(new Control(
                        Prediction.near(
                                "the exponent at the start",
                                1,
                                START_TOLERANCE,
                                "all weights are N(0,1), so that C is lambda N_w/(2n); six standard errors"),
                        exponent(records, run -> run.regularisationCost(0)))));
    }

    private static double costAtEnd(RunRecord run) {
        return run.regularisationCost(run.lastEpoch());
    }

    /** d ln C/d ln N_w with its interval over seeds. Seeds beyond the fewest that any width has are left out. */
    private static Estimate exponent(ExperimentRuns records, ToDoubleFunction<RunRecord> cost) {
        List<List<RunRecord>> runs = widths().stream().map(records::of).toList();
        double[] x = runs.stream()
                .mapToDouble(ofWidth -> StrictMath.log(ofWidth.get(0).weights()))
                .toArray();
        int seeds = runs.stream().mapToInt(List::size).min().orElseThrow();
        double[][] y = IntStream.range(0, seeds)
                .mapToObj(seed -> runs.stream()
                        .mapToDouble(ofWidth -> StrictMath.log(cost.applyAsDouble(ofWidth.get(seed))))
                        .toArray())
                .toArray(double[][]::new);
        return SlopeFit.overSeeds(x, y).slope();
    }
}
