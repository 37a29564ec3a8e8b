package org.tailoff.reproductions.argument.thread;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.record.ValueRange;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.spec.RunSpec;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * The thread's fourth answer, but for its third step, which is {@link WeightedInputs}.
 *
 * <ul>
 *   <li><b>A4-1:</b> at the start most neurons are saturated, so that the gradient is negligible, in the hidden layer
 *       at least.
 *   <li><b>A4-2:</b> exp(-eta lambda/n) is about 1 - eta lambda/n.
 *   <li><b>A4-3:</b> z ~ n w and N_w ~ n^2, so that z ~ sqrt(N_w) w, and z ~ 1 gives w ~ 1/sqrt(N_w).
 * </ul>
 *
 * <p><b>How it is tested:</b> A4-1 by the share of the hidden neurons' weighted inputs beyond 5 before the first
 * update, and by rho = (lambda/n)||W|| / ||grad C_0|| of either layer: negligible is what is smaller than decay. A4-2
 * for a step by arithmetic with fifty digits against the remainder of the series; for an epoch by the number of steps
 * after which weights without gradient are what the epoch left.
 *
 * <p><b>What would refute it:</b> a share of at most one half; a rho of at most 1; an error beyond q^2/2; more than one
 * step in an epoch.
 */
public final class AnswerFour implements ClaimTest {
    private static final double ROUNDING = 1e-9;

    private static final Claim SATURATED = new Claim(
            "A4-1",
            "at the start most neurons are saturated, so the gradient is negligible (in the hidden layer at least)",
            Claim.THREAD + ", answer 4",
            "share of hidden |z| > 5 before the first update; rho = (lambda/n)||W||/||grad C0|| there, per layer",
            "a share above 1/2; a rho above 1");
    private static final Claim STEP = new Claim(
            "A4-2",
            "exp(-eta lambda/n) ~ 1 - eta lambda/n",
            Claim.THREAD + ", answer 4",
            "exp(-q) - (1-q) to fifty digits, q = eta lambda/n; steps that take weights without gradient where an epoch takes them",
            "an error outside [0, q^2/2]; an epoch of a single step");

    private static final Prediction MOST =
            Prediction.atLeast("share of |z| > 5 in the hidden layer", Math.nextUp(0.5), "\"most\" is more than half");
    private static final Prediction NEGLIGIBLE = Prediction.atLeast(
            "rho before the first update", 1, "what is larger than decay is not negligible beside it");
    private static final Prediction ONE_STEP =
            Prediction.near("ln r/ln(1-q), steps of decay in an epoch", 1, 0.5, "a whole number: one");

    private static final List<Experiment> OLD_STARTS =
            List.of(ExperimentGrid.example(Start.OLD), BookRun.OLD_30, BookRun.OLD_100);

    @Override
    public List<Claim> claims() {
        return List.of(SATURATED, STEP, WeightedInputs.CLAIM);
    }

    @Override
    public List<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>(OLD_STARTS);
        all.addAll(List.of(
                BookRun.NEW_30,
                ExperimentGrid.example(Start.NEW),
                ExperimentGrid.early(0, Start.OLD),
                ExperimentGrid.early(500, Start.OLD),
                ExperimentGrid.settledAt(0.01)));
        return all;
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        OLD_STARTS.forEach(start -> findings.add(saturation(records, start)));
        for (Experiment start : OLD_STARTS) {
            findings.add(force(records, start, Layers.HIDDEN));
            findings.add(force(records, start, Layers.OUTPUT));
        }
        List<BookRun> examples = List.of(BookRun.OLD_30, BookRun.OLD_100);
        examples.forEach(example -> findings.add(step(records.of(example).spec(), example.label())));
        examples.forEach(example -> findings.add(epoch(records, example)));
        findings.addAll(WeightedInputs.findings(records));
        return findings;
    }

    private static Finding saturation(ExperimentRuns records, Experiment start) {
        Map<String, Double> details = new NamedNumbers()
                .add(
                        "mean sigma'(z), at most 0.25",
                        records.estimate(start, run -> run.neurons(0, 0).meanSigmaPrime())
                                .value())
                .add(
                        "RMS of z",
                        records.estimate(start, run -> WeightedInputs.z(run, 0)).value())
                .asMap();
        return new Finding(
                SATURATED,
                "saturated: " + start.label(),
                MOST,
                records.evidence(start, run -> run.neurons(0, 0).saturation(), details),
                List.of(new Control(
                        Prediction.atMost(
                                "the share of the new start",
                                0.01,
                                "z is then a sum of variance near 1 (section 3.3), for which 5 is out of reach"),
                        Estimate.exact(records.of(BookRun.NEW_30).neurons(0, 0).saturation()))));
    }

    private static Finding force(ExperimentRuns records, Experiment start, int layer) {
        Map<String, Double> details = new NamedNumbers()
                .add(
                        "||grad C0||",
                        records.estimate(
                                        start,
                                        run -> run.tensor(layer, 0)
                                                .motion()
                                                .gradientNorm()
                                                .orElseThrow())
                                .value())
                .add("||W||", records.estimate(start, run -> run.norm(layer, 0)).value())
                .asMap();
        RunRecord weak = records.of(ExperimentGrid.example(Start.OLD)).get(0);
        RunRecord strong = records.of(ExperimentGrid.early(500, Start.OLD)).get(0);
        return new Finding(
                SATURATED,
                "negligible: " + start.label() + ", " + Layers.name(layer),
                NEGLIGIBLE,
                records.evidence(start, run -> run.force(layer, 0), details),
                List.of(
                        new Control(
                                Prediction.near("rho at lambda = 0", 0, 0, "no decay, no force of decay"),
                                records.estimate(ExperimentGrid.early(0, Start.OLD), run -> run.force(layer, 0))),
                        new Control(
                                Prediction.near(
                                        "rho at lambda = 500 over that at 5",
                                        100,
                                        100 * ROUNDING,
                                        "same weights and same gradient, so that rho is proportional to lambda"),
                                Estimate.exact(strong.force(layer, 0) / weak.force(layer, 0)))));
    }

    private static Finding step(RunSpec spec, String label) {
        BigDecimal q = ExactDecay.decay(spec);
        return new Finding(
                STEP,
                "a step: " + label,
                new Prediction(
                        "exp(-q) - (1-q)",
                        0,
                        q.multiply(q).doubleValue() / 2,
                        "Taylor's remainder, exp(-x) q^2/2 with 0 <= x <= q"),
                Evidence.exact(
                        remainder(q),
                        "formula",
                        new NamedNumbers()
                                .add("q", q.doubleValue())
                                .add("q^2/2", q.multiply(q).doubleValue() / 2)
                                .asMap()),
                List.of(new Control(
                        Prediction.near(
                                "exp(-q) - (1-q) at q = 1",
                                1 / Math.E,
                                1e-15,
                                "1/e: where q is not small it is no remainder"),
                        Estimate.exact(remainder(BigDecimal.ONE)))));
    }

    private static double remainder(BigDecimal q) {
        return ExactDecay.exp(q.negate()).subtract(BigDecimal.ONE.subtract(q)).doubleValue();
    }

    private static Finding epoch(ExperimentRuns records, BookRun example) {
        RunRecord run = records.of(example);
        DecayLaw law = run.law();
        Map<String, Double> details = new NamedNumbers()
                .add("1 - eta lambda/n, of a step", 1 - law.q())
                .add("r, what an epoch leaves", left(run))
                .add("exp(-eta lambda/m)", law.approximation())
                .add("steps of an epoch, n/m", law.stepsPerEpoch())
                .asMap();
        return new Finding(
                STEP,
                "taken as an epoch's: " + example.label(),
                ONE_STEP,
                records.evidence(List.of(example), Estimate.exact(steps(run)), details),
                List.of(
                        new Control(
                                Prediction.near(
                                        "largest over smallest r of a weight",
                                        1,
                                        ROUNDING,
                                        "one factor for all; rounding"),
                                Estimate.exact(range(run).max() / range(run).min())),
                        new Control(
                                Prediction.near("r at lambda = 0", 1, 0, "nothing moves weights without gradient then"),
                                records.estimate(ExperimentGrid.early(0, Start.OLD), AnswerFour::left))));
    }

    private static double steps(RunRecord run) {
        return StrictMath.log(left(run)) / StrictMath.log1p(-run.law().q());
    }

    /**
     * r, what the first epoch left of the weights on pixels that are always 0: the middle of their range, which is but
     * rounding.
     */
    private static double left(RunRecord run) {
        return (range(run).min() + range(run).max()) / 2;
    }

    private static ValueRange range(RunRecord run) {
        return run.tensor(Layers.HIDDEN, 1).inputs().deadRatio().orElseThrow();
    }
}
