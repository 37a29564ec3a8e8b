package org.tailoff.reproductions.argument.thread;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.Medians;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.record.IterationColumn;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * What the thread's question takes for granted: the form of the update, and the size of weights and of gradients at the
 * start.
 *
 * <ul>
 *   <li><b>Q-a:</b> the sum over the mini-batch of the gradients is multiplied by n/m. Book eq. 93 multiplies it by
 *       eta/m.
 *   <li><b>Q-b:</b> the weights of the old initialisation have the standard deviation 1/sqrt(number of weights). Old is
 *       put to the test as stated, and new both ways: "the number of weights" as that of the network, N_w, and as that
 *       of a neuron, n_in.
 *   <li><b>Q-c:</b> eta lambda w/n is significantly larger than the gradient sum.
 * </ul>
 *
 * <p><b>How it is tested:</b> Q-a by how far a recorded step went beyond its decay, over the norm of the mean gradient:
 * the sum has m times that norm, so that eta/m makes the ratio eta and n/m makes it n. Q-b by the standard deviation of
 * the weights before the first update. Q-c by the ratio of the two parts of the update, over the mini-batches of the
 * first epoch.
 *
 * <p><b>What would refute it:</b> another ratio; another standard deviation; a median ratio of at most 1.
 */
public final class TheQuestion implements ClaimTest {
    /**
     * Standard errors between a standard deviation and its expectation that are put down to chance: once in 1.7 million
     * times.
     */
    private static final double ERRORS = 5;

    /** Sums of 300 squares are rounded to about 1e-14; a wrong formula is wrong by far more than this. */
    private static final double ROUNDING = 1e-9;

    private static final Claim COEFFICIENT = new Claim(
            "Q-a",
            "the update has n/m in front of the sum of gradients",
            Claim.THREAD + ", the question",
            "way of a step beyond its decay over the norm of the mini-batch's mean gradient, output layer, median of the first epoch: n/m before"
                    + " the sum makes it n, eq. 93's eta/m makes it eta",
            "steps n times as long as the mean gradient");
    private static final Claim SPREAD = new Claim(
            "Q-b",
            "old weights have the standard deviation 1/sqrt(number of weights)",
            Claim.THREAD + ", the question",
            "standard deviation of the hidden layer's weights before the first update, old and new; the number of weights as N_w"
                    + " and as n_in",
            "a standard deviation within five standard errors of the one stated");
    private static final Claim LARGER = new Claim(
            "Q-c",
            "eta lambda w/n is significantly larger than the gradient sum",
            Claim.THREAD + ", the question",
            "norm of the decay step over that of the gradient step, median over the mini-batches of the first epoch",
            "a median ratio above 1, which is less than \"significantly larger\"");

    @Override
    public List<Claim> claims() {
        return List.of(COEFFICIENT, SPREAD, LARGER);
    }

    @Override
    public List<Experiment> experiments() {
        return List.of(
                BookRun.OLD_30,
                BookRun.OLD_100,
                BookRun.NEW_30,
                BookRun.REGULARIZED,
                ExperimentGrid.example(Start.OLD),
                ExperimentGrid.example(Start.NEW),
                ExperimentGrid.early(0, Start.OLD),
                ExperimentGrid.early(500, Start.OLD));
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        for (BookRun example : List.of(BookRun.OLD_30, BookRun.REGULARIZED)) {
            findings.add(coefficient(records, example));
        }
        List<Experiment> olds = List.of(ExperimentGrid.example(Start.OLD), BookRun.OLD_30);
        List<Experiment> news = List.of(ExperimentGrid.example(Start.NEW), BookRun.NEW_30);
        olds.forEach(old -> findings.add(spread(records, old, "as stated, 1/sqrt(N_w): ", weights(records, old))));
        news.forEach(
                fresh -> findings.add(spread(records, fresh, "the new start, 1/sqrt(n_in): ", inputs(records, fresh))));
        news.forEach(
                fresh -> findings.add(spread(records, fresh, "the new start, 1/sqrt(N_w): ", weights(records, fresh))));
        Map<String, double[]> known = new HashMap<>();
        for (Experiment experiment : List.of(ExperimentGrid.example(Start.OLD), BookRun.OLD_30, BookRun.OLD_100)) {
            for (int layer : List.of(Layers.HIDDEN, Layers.OUTPUT)) {
                findings.add(larger(records, experiment, new Ratios(layer, known)));
            }
        }
        return findings;
    }

    private static Finding coefficient(ExperimentRuns records, BookRun example) {
        RunRecord run = records.of(example);
        double[] ratios = stepsOverGradients(run);
        double eta = run.spec().training().learningRate();
        double images = run.spec().data().trainingImages();
        double batch = run.spec().training().miniBatch();
        Map<String, Double> details = new NamedNumbers()
                .add("eta, which eq. 93 makes it", eta)
                .add("smallest of the epoch", lowest(ratios))
                .add("largest of the epoch", highest(ratios))
                .add("n/m, the coefficient of the thread", images / batch)
                .add("coefficient of the sum as measured", Medians.of(ratios) / batch)
                .add("how many times too large the thread's is", images / Medians.of(ratios))
                .asMap();
        return new Finding(
                COEFFICIENT,
                example.label(),
                Prediction.exactly(
                        "way of the gradient step over ||mean gradient||", images, images * ROUNDING, "rounding"),
                records.evidence(List.of(example), Estimate.exact(Medians.of(ratios)), details),
                List.of(new Control(
                        Prediction.near(
                                "largest over smallest ratio of the epoch",
                                1,
                                ROUNDING,
                                "whatever it is, one coefficient multiplies every sum: the way of the steps is measured well"),
                        Estimate.exact(highest(ratios) / lowest(ratios)))));
    }

    private static double lowest(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double highest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    /**
     * ||s||/||g|| of every recorded iteration of the first epoch, with s the step without its decay. The step's length
     * u and its angle to -w are measured on the weights themselves, and decay goes d towards -w, so that ||s||^2 = u^2
     * + d^2 - 2 u d cos.
     */
    private static double[] stepsOverGradients(RunRecord run) {
        double[] update = run.series(Layers.OUTPUT, IterationColumn.UPDATE_NORM, 1);
        double[] decay = run.series(Layers.OUTPUT, IterationColumn.DECAY_STEP_NORM, 1);
        double[] cosine = run.series(Layers.OUTPUT, IterationColumn.COSINE_UPDATE_WEIGHTS, 1);
        double[] gradient = run.series(Layers.OUTPUT, IterationColumn.GRADIENT_NORM, 1);
        return IntStream.range(0, update.length)
                .mapToDouble(i -> withoutDecay(update[i], decay[i], cosine[i]) / gradient[i])
                .toArray();
    }

    /** The third side of a triangle by the law of cosines. */
    static double withoutDecay(double update, double decay, double cosine) {
        return Math.sqrt(update * update + decay * decay - 2 * update * decay * cosine);
    }

    private static double weights(ExperimentRuns records, Experiment experiment) {
        return records.of(experiment).get(0).weights();
    }

    private static double inputs(ExperimentRuns records, Experiment experiment) {
        return records.of(experiment).get(0).spec().dense().inputs();
    }

    /**
     * A start against 1/sqrt of some number of weights. The standard deviation s of N normal numbers has the standard
     * error sigma/sqrt(2N), here 0.46 %: Var(s^2) = 2 sigma^4/N, and s = sqrt(s^2).
     */
    private static Finding spread(ExperimentRuns records, Experiment experiment, String reading, double number) {
        RunRecord any = records.of(experiment).get(0);
        double inputs = inputs(records, experiment);
        double stated = 1 / Math.sqrt(number);
        double share = ERRORS / Math.sqrt(2.0 * any.weights(Layers.HIDDEN));
        Map<String, Double> details = new NamedNumbers()
                .add("1/sqrt(N_w)", 1 / Math.sqrt(any.weights()))
                .add("1/sqrt(n_in)", 1 / Math.sqrt(inputs))
                .add(
                        "output layer",
                        records.estimate(experiment, run -> deviation(run, Layers.OUTPUT))
                                .value())
                .asMap();
        return new Finding(
                SPREAD,
                reading + experiment.label(),
                Prediction.near(
                        "standard deviation before the first update", stated, stated * share, "five standard errors"),
                records.evidence(experiment, run -> deviation(run, Layers.HIDDEN), details),
                spreadControls(records, experiment));
    }

    private static List<Control> spreadControls(ExperimentRuns records, Experiment experiment) {
        RunRecord any = records.of(experiment).get(0);
        RunRecord old = records.of(ExperimentGrid.example(Start.OLD)).get(0);
        RunRecord fresh = records.of(ExperimentGrid.example(Start.NEW)).get(0);
        return List.of(
                new Control(
                        Prediction.near(
                                "mean over standard deviation, one run",
                                0,
                                ERRORS / Math.sqrt(any.weights(Layers.HIDDEN)),
                                "either start has the mean 0; five standard errors of a mean, 1/sqrt(N)"),
                        Estimate.exact(
                                any.tensor(Layers.HIDDEN, 0).statistics().mean() / deviation(any, Layers.HIDDEN))),
                new Control(
                        Prediction.near(
                                "old over new standard deviation of one seed",
                                Math.sqrt(old.spec().dense().inputs()),
                                ROUNDING,
                                "the same normal numbers, of which the new start takes 1/sqrt(n_in)"),
                        Estimate.exact(deviation(old, Layers.HIDDEN) / deviation(fresh, Layers.HIDDEN))));
    }

    private static double deviation(RunRecord run, int layer) {
        return run.tensor(layer, 0).statistics().stddev();
    }

    private static Finding larger(ExperimentRuns records, Experiment experiment, Ratios ratios) {
        RunRecord any = records.of(experiment).get(0);
        double eta = any.spec().training().learningRate();
        double median =
                records.estimate(experiment, run -> Medians.of(ratios.of(run))).value();
        Map<String, Double> details = new NamedNumbers()
                .add(
                        "share of the mini-batches in which decay is larger",
                        records.estimate(experiment, run -> shareAboveOne(ratios.of(run)))
                                .value())
                .add("against the sum with no coefficient", median * eta / SeededExperiment.MINI_BATCH)
                .add(
                        "against the sum with n/m, as written",
                        median * eta / any.spec().data().trainingImages())
                .asMap();
        Evidence evidence = records.evidence(experiment, run -> Medians.of(ratios.of(run)), details);
        return new Finding(
                LARGER,
                experiment.label() + ", " + Layers.name(ratios.layer),
                Prediction.atLeast(
                        "median decay step / gradient step of the first epoch",
                        1,
                        "\"larger\", with eq. 93's eta/m, which of the possible coefficients is kindest to the claim"),
                evidence,
                ratioControls(records, ratios));
    }

    private static List<Control> ratioControls(ExperimentRuns records, Ratios ratios) {
        double weak = ratios.of(records.of(ExperimentGrid.example(Start.OLD)).get(0))[0];
        double strong =
                ratios.of(records.of(ExperimentGrid.early(500, Start.OLD)).get(0))[0];
        return List.of(
                new Control(
                        Prediction.near("median ratio at lambda = 0", 0, 0, "no decay, no decay step"),
                        records.estimate(ExperimentGrid.early(0, Start.OLD), run -> Medians.of(ratios.of(run)))),
                new Control(
                        Prediction.near(
                                "first ratio at lambda = 500 over that at 5",
                                100,
                                100 * ROUNDING,
                                "the same weights and the same mini-batch, so that the ratio is proportional to lambda"),
                        Estimate.exact(strong / weak)));
    }

    /**
     * Decay step over gradient step of the first epoch's mini-batches; each file is read once.
     *
     * @param layer the layer
     * @param known what has been read, by run and layer
     */
    private record Ratios(int layer, Map<String, double[]> known) {
        double[] of(RunRecord run) {
            return known.computeIfAbsent(
                    run.name() + " " + layer,
                    key -> combined(
                            run.series(layer, IterationColumn.DECAY_STEP_NORM, 1),
                            run.series(layer, IterationColumn.GRADIENT_STEP_NORM, 1),
                            (decay, gradient) -> decay / gradient));
        }
    }

    private static double[] combined(double[] a, double[] b, DoubleBinaryOperator operator) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> operator.applyAsDouble(a[i], b[i]))
                .toArray();
    }

    private static double shareAboveOne(double[] values) {
        return Arrays.stream(values).filter(value -> value > 1).count() / (double) values.length;
    }
}
