package org.tailoff.reproductions.argument.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Picture;
import org.tailoff.record.SetScore;
import org.tailoff.record.ValueRange;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.QuickPlanLimits;
import org.tailoff.verify.RunRecord;

/**
 * The thread's third answer: the cost stays in 0..1, weights of the size n^k cost (lambda/2) n^(2k), hence k must lie
 * below -1/4. Its first statement is put to the test by {@link CostGraphs}.
 *
 * <ul>
 *   <li><b>A3-1:</b> the cost of (almost) every graph so far stays in 0..1.
 *   <li><b>A3-2:</b> w = n^k gives a regularisation cost (lambda/2) n^(2k), for k = 0 and lambda = 5 it is 2.5. That
 *       takes N_w for n; in general the cost is (lambda/2n) N_w^(1+2k).
 *   <li><b>A3-3:</b> n = 4000 and k = -1/4 give 0.025 lambda, above 0.1 for lambda = 5.
 *   <li><b>A3-4:</b> n and N_w are meant to be the same number. In eq. 85, n is the number of training images.
 *   <li><b>A3-5:</b> the tail-off lies between N_w^(-1/4) and N_w^(-1/2).
 * </ul>
 *
 * <p><b>How it is tested:</b> A3-2 and A3-3 by arithmetic, and the former by the weights of the examples before the
 * first update, which are of size N_w^0; A3-4 by the n that the recorded decay of weights without gradient obeys; A3-5
 * by ln RMS/ln N_w at the end of runs that are long enough.
 *
 * <p><b>What would refute it:</b> another cost; n other than N_w; an exponent outside [-1/2, -1/4].
 */
public final class AnswerThree implements ClaimTest {
    private static final double ROUNDING = 1e-9;
    private static final double ERRORS = 5;

    private static final Claim TABLE = new Claim(
            "A3-2",
            "w = n^k gives a regularisation cost (lambda/2) n^(2k): 2.5 for k = 0, lambda = 5",
            Claim.THREAD + ", answer 3",
            "(lambda/2n) N_w^(1+2k) at k = 0, lambda = 5, n = 50,000, for N_w = n and for the examples' N_w",
            "N_w = n");
    private static final Claim NUMBER = new Claim(
            "A3-3",
            "n = 4000, k = -1/4 gives 0.025 lambda, above 0.1 at lambda = 5",
            Claim.THREAD + ", answer 3",
            "(1/2) n^(2k) by arithmetic, and five times that",
            "a cost of 0.025 lambda");
    private static final Claim SAME = new Claim(
            "A3-4",
            "n and N_w are meant to be the same number",
            Claim.THREAD + ", answer 3",
            "N_w over the n that decay obeys: eta lambda/(1 - r^(m/n)), where r is what the first epoch left of weights without gradient",
            "as many weights as eq. 93's n");
    private static final Claim EXPONENT = new Claim(
            "A3-5",
            "the tail-off lies between N_w^(-1/4) and N_w^(-1/2)",
            Claim.THREAD + ", answer 3",
            "k = ln RMS/ln N_w over all weights at the end of runs long enough to become stationary",
            "an exponent outside [-1/2, -1/4]");

    private static final Prediction TAIL_OFF =
            new Prediction("k = ln RMS/ln N_w at the end", -0.5, -0.25, "the bounds of the statement");

    @Override
    public List<Claim> claims() {
        return List.of(CostGraphs.CLAIM, TABLE, NUMBER, SAME, EXPONENT);
    }

    @Override
    public List<Experiment> experiments() {
        return List.of(
                BookRun.OVERFITTING,
                BookRun.OLD_30,
                BookRun.OLD_100,
                BookRun.REGULARIZED,
                ExperimentGrid.settled(Start.OLD));
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>(CostGraphs.findings(records.of(BookRun.OVERFITTING)));
        findings.add(table(records.of(BookRun.OLD_30)));
        findings.add(table(records.of(BookRun.OLD_100)));
        findings.add(tableOfAnySize());
        findings.add(number(
                "coefficient of lambda",
                Prediction.near("(1/2) 4000^(-1/2)", 0.025, 0.0005, "the two digits of the statement"),
                1));
        findings.add(number(
                "at lambda = 5",
                Prediction.atLeast("(5/2) 4000^(-1/2)", 0.1, "the statement's conclusion"),
                RegularisationTable.LAMBDA));
        for (BookRun example : List.of(BookRun.OLD_30, BookRun.OLD_100, BookRun.REGULARIZED)) {
            findings.add(same(records, example));
        }
        findings.add(exponent(records));
        return findings;
    }

    private static Finding table(RunRecord run) {
        double weights = run.weights();
        return new Finding(
                TABLE,
                "N_w of " + run.name(),
                RegularisationTable.AS_STATED,
                Evidence.exact(RegularisationTable.right(weights, 0), "formula", RegularisationTable.details(weights)),
                List.of(new Control(
                        Prediction.near(
                                "lambda S/(2n) of the untrained example over the formula",
                                1,
                                ERRORS * Math.sqrt(2 / weights),
                                "S of N_w numbers N(0,1) has the relative standard error sqrt(2/N_w); five of them"),
                        Estimate.exact(run.regularisationCost(0) / RegularisationTable.right(weights, 0)))));
    }

    private static Finding tableOfAnySize() {
        return new Finding(
                TABLE,
                "were N_w = n",
                RegularisationTable.AS_STATED,
                Evidence.exact(
                        RegularisationTable.right(RegularisationTable.IMAGES, 0),
                        "formula",
                        RegularisationTable.details(RegularisationTable.IMAGES)),
                List.of(new Control(
                        Prediction.near(
                                "right over stated cost at N_w = n and k = -1/2", 1, ROUNDING, "the same formula then"),
                        Estimate.exact(RegularisationTable.right(RegularisationTable.IMAGES, -0.5)
                                / RegularisationTable.stated(RegularisationTable.IMAGES, -0.5)))));
    }

    private static Finding number(String part, Prediction prediction, double lambda) {
        Map<String, Double> details = new NamedNumbers()
                .add("as stated", 0.025 * lambda)
                .add("n for which the statement is right", 400)
                .asMap();
        return new Finding(
                NUMBER,
                part,
                prediction,
                Evidence.exact(half(4000) * lambda, "formula", details),
                List.of(
                        new Control(
                                Prediction.near(
                                        "(1/2) 400^(-1/2)", 0.025, ROUNDING, "sqrt(400) = 20: the check can hold"),
                                Estimate.exact(half(400))),
                        new Control(
                                Prediction.near("(1/2) 10000^(-1/2)", 0.005, ROUNDING, "sqrt(10000) = 100"),
                                Estimate.exact(half(10_000)))));
    }

    /** (1/2) n^(2k) for k = -1/4. */
    private static double half(double n) {
        return 0.5 * StrictMath.pow(n, 2 * -0.25);
    }

    private static Finding same(ExperimentRuns records, BookRun example) {
        RunRecord run = records.of(example);
        RunRecord costs = records.of(BookRun.REGULARIZED);
        double images = run.spec().data().trainingImages();
        Map<String, Double> details = new NamedNumbers()
                .add("n that decay obeys", obeyed(run))
                .add("training images", images)
                .add("N_w", run.weights())
                .asMap();
        return new Finding(
                SAME,
                example.label(),
                Prediction.near("N_w/n", 1, 0.01, "the same number, to 1 %"),
                records.evidence(List.of(example), Estimate.exact(run.weights() / obeyed(run)), details),
                List.of(
                        new Control(
                                Prediction.near(
                                        "largest over smallest of what is left of a weight without gradient",
                                        1,
                                        ROUNDING,
                                        "one factor for all; rounding"),
                                Estimate.exact(left(run).max() / left(run).min())),
                        new Control(
                                Prediction.near(
                                        "lambda S/(2C) of the recorded training cost, regularized",
                                        costs.spec().data().trainingImages(),
                                        ROUNDING * costs.spec().data().trainingImages(),
                                        "eq. 85, where n is the number of training images; rounding"),
                                Estimate.exact(imagesOfCost(costs)))));
    }

    /**
     * The n of q = eta lambda/n, with q from what the first epoch left of weights on pixels that are always 0,
     * (1-q)^(n/m).
     */
    private static double obeyed(RunRecord run) {
        ValueRange left = run.tensor(Layers.HIDDEN, 1).inputs().deadRatio().orElseThrow();
        double q = -StrictMath.expm1(
                StrictMath.log((left.min() + left.max()) / 2) / run.spec().iterationsPerEpoch());
        return run.spec().training().learningRate()
                * run.spec().training().regularisation().lambda()
                / q;
    }

    private static ValueRange left(RunRecord run) {
        return run.tensor(Layers.HIDDEN, 1).inputs().deadRatio().orElseThrow();
    }

    private static double imagesOfCost(RunRecord run) {
        SetScore.Cost cost = CostGraphs.score(run, 1, DataSet.TRAINING).cost();
        return run.spec().training().regularisation().lambda()
                * run.squares(1)
                / (2 * (cost.regularised() - cost.data()));
    }

    private static Finding exponent(ExperimentRuns records) {
        SeededExperiment world = ExperimentGrid.settled(Start.OLD);
        double weights = records.of(world).get(0).weights();
        Map<String, Double> details = new NamedNumbers()
                .add(
                        "RMS at the end",
                        records.estimate(world, AnswerThree::rmsAtEnd).value())
                .add("N_w^(-1/4)", StrictMath.pow(weights, -0.25))
                .add("N_w^(-1/2)", StrictMath.pow(weights, -0.5))
                .asMap();
        return new Finding(
                EXPONENT,
                world.label(),
                TAIL_OFF,
                QuickPlanLimits.evidence(
                        records.plan(),
                        QuickPlanLimits.STATIONARY,
                        records.evidence(world, run -> exponent(run, rmsAtEnd(run)), details)),
                List.of(new Control(
                        Prediction.near(
                                "k at the start",
                                0,
                                ERRORS / Math.sqrt(2 * weights) / StrictMath.log(weights),
                                "N(0,1) has RMS 1, outside the bounds; five standard errors of ln RMS, 1/sqrt(2 N_w)"),
                        records.estimate(world, run -> exponent(run, run.rms(0))))));
    }

    private static double exponent(RunRecord run, double rms) {
        return StrictMath.log(rms) / StrictMath.log(run.weights());
    }

    private static double rmsAtEnd(RunRecord run) {
        return run.rms(run.lastEpoch());
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return List.of(RegularisationTable.figure(
                records.of(BookRun.OLD_30).weights(),
                records.of(BookRun.OLD_100).weights()));
    }
}
