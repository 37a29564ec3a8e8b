package org.tailoff.reproductions.argument.thread;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.record.IterationColumn;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.spec.RunSpec;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.Plan;
import org.tailoff.verify.QuickPlanLimits;
import org.tailoff.verify.RunRecord;

/**
 * The thread's first answer.
 *
 * <ul>
 *   <li><b>A1-1:</b> the weights shrink in every epoch, and the gradient of the first epoch is chaotic: its steps
 *       cancel, those of decay add up. Two things are meant: that the gradient's steps cancel, as those of a random
 *       walk do; and that decay therefore rules the direction.
 *   <li><b>A1-2:</b> (1-q)^(n/m) = [(1-q)^(-1/q)]^(-eta lambda/m), which tends to exp(-eta lambda/m) with q = eta
 *       lambda/n. The thread's one complete derivation.
 * </ul>
 *
 * <p><b>How it is tested:</b> A1-1 by the largest ||W(e)|| / ||W(e-1)|| of the run; by the length of the gradients'
 * path in the first epoch over how far it led, which is 1 for steps that all go one way and sqrt(T) for T equal steps
 * of a random walk; and by the cosine of the angle between the first epoch's displacement and -W(0), which is above
 * 1/sqrt(2) if more of the way is decay's than not; per layer. A1-2 by arithmetic with fifty digits against the
 * remainder of the series of the logarithm.
 *
 * <p><b>What would refute it:</b> one epoch in which the norm grows; a path that leads more than three times as far as
 * a random walk's; an angle above 45 degrees; an error beyond the remainder.
 */
public final class AnswerOne implements ClaimTest {
    private static final double SHRINKS_NOT = 0.99;
    private static final double ROUNDING = 1e-9;

    private static final Claim SHRINKS = new Claim(
            "A1-1",
            "weights shrink every epoch; the first epoch's gradient is chaotic",
            Claim.THREAD + ", answer 1",
            "largest ||W(e)||/||W(e-1)|| of all epochs; of the first, the gradient steps' path over their displacement R,"
                    + " and the cosine of the displacement and -W(0); per layer",
            "a norm that shrinks in every epoch, gradient steps that cancel as a random walk's, sqrt(T) within a factor of"
                    + " three, and a first epoch within 45 degrees of the way of decay alone");
    private static final Claim DERIVATION = new Claim(
            "A1-2",
            "(1-q)^(n/m) = [(1-q)^(-1/q)]^(-eta lambda/m) -> exp(-eta lambda/m)",
            Claim.THREAD + ", answer 1",
            "relative error of the limit against its bound, to fifty digits; and of the identity, in doubles",
            "an error outside [-(eta lambda/m) q/(2(1-q)), 0], or an identity that holds not to rounding");

    private static final Prediction EVERY_EPOCH = Prediction.atMost(
            "largest ||W(e)|| / ||W(e-1)|| of all epochs", Math.nextDown(1.0), "\"shrink every epoch\"");
    private static final double AROUND = 3;
    private static final Prediction AIMED = Prediction.atLeast(
            "cosine of the first epoch's displacement and -W(0)",
            Math.sqrt(0.5),
            "45 degrees: beyond, the sum of the gradient steps goes further aside than decay goes ahead");

    /**
     * The double 1-q is the same on both sides. The exponents -1/q and -eta lambda/m carry two roundings each, the
     * powers one; relative errors of exponents are multiplied by |ln f| &lt; 1. All in all below nine times 1.1e-16.
     */
    private static final Prediction IDENTICAL =
            Prediction.atMost("largest relative distance of the two sides", 1e-15, "at most nine roundings");

    @Override
    public List<Claim> claims() {
        return List.of(SHRINKS, DERIVATION);
    }

    @Override
    public List<Experiment> experiments() {
        return List.of(
                ExperimentGrid.example(Start.OLD),
                BookRun.OLD_30,
                BookRun.OLD_100,
                ExperimentGrid.early(0, Start.OLD),
                ExperimentGrid.early(500, Start.OLD));
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        List<Experiment> examples = experiments().subList(0, 3);
        for (Experiment experiment : examples) {
            findings.add(everyEpoch(records, experiment, Layers.HIDDEN));
            findings.add(everyEpoch(records, experiment, Layers.OUTPUT));
        }
        for (Experiment experiment : examples) {
            findings.add(direction(records, experiment, Layers.HIDDEN));
            findings.add(direction(records, experiment, Layers.OUTPUT));
        }
        for (Experiment experiment : examples) {
            findings.add(cancelling(records, experiment, Layers.HIDDEN));
            findings.add(cancelling(records, experiment, Layers.OUTPUT));
        }
        BookRun.DECAYING.forEach(example -> findings.add(limit(example)));
        findings.add(identity());
        return findings;
    }

    private static Finding everyEpoch(ExperimentRuns records, Experiment experiment, int layer) {
        Map<String, Double> details = new NamedNumbers()
                .add("f, of decay alone", records.of(experiment).get(0).law().factor())
                .add(
                        "epochs in which the norm grew",
                        records.mean(experiment, run -> grew(run, layer).count()))
                .add(
                        "first of them",
                        records.mean(
                                experiment,
                                run -> grew(run, layer).asDoubleStream().min().orElse(Double.NaN)))
                .add("epochs", records.of(experiment).get(0).lastEpoch())
                .asMap();
        Evidence evidence =
                records.evidence(experiment, run -> shrinkages(run, layer).max().orElseThrow(), details);
        return new Finding(
                SHRINKS,
                "every epoch: " + part(experiment, layer),
                EVERY_EPOCH,
                // An epoch in which the norm grew refutes it, however short the run.
                evidence.measured().high() < 1
                        ? QuickPlanLimits.evidence(records.plan(), "not the whole run", evidence)
                        : evidence,
                List.of(
                        new Control(
                                Prediction.atLeast(
                                        "smallest ||W(e)||/||W(e-1)|| at lambda = 0",
                                        SHRINKS_NOT,
                                        "without decay nothing shrinks by more than a fifth of what decay does"),
                                records.estimate(
                                        ExperimentGrid.early(0, Start.OLD),
                                        run -> shrinkages(run, layer).min().orElseThrow())),
                        new Control(
                                Prediction.atMost(
                                        "largest relative distance of dead weights' shrinkage from f",
                                        ROUNDING,
                                        "no gradient reaches weights on pixels that are always 0"),
                                Estimate.exact(
                                        deadDistance(records.of(experiment).get(0))))));
    }

    private static DoubleStream shrinkages(RunRecord run, int layer) {
        return epochs(run).mapToDouble(epoch -> run.shrinkage(layer, epoch));
    }

    private static IntStream grew(RunRecord run, int layer) {
        return epochs(run).filter(epoch -> run.shrinkage(layer, epoch) >= 1);
    }

    private static IntStream epochs(RunRecord run) {
        return IntStream.rangeClosed(1, run.lastEpoch());
    }

    private static double deadDistance(RunRecord run) {
        return epochs(run)
                .mapToDouble(epoch ->
                        dead(run, epoch) / dead(run, epoch - 1) / run.law().factor() - 1)
                .map(Math::abs)
                .max()
                .orElseThrow();
    }

    private static double dead(RunRecord run, int epoch) {
        return run.tensor(Layers.HIDDEN, epoch).inputs().dead().orElseThrow();
    }

    private static Finding direction(ExperimentRuns records, Experiment experiment, int layer) {
        Map<String, Double> details = new NamedNumbers()
                .add(
                        "D, the way of decay",
                        records.mean(
                                experiment, run -> run.displacement(layer, 1).decay()))
                .add(
                        "R, the way of the rest",
                        records.mean(
                                experiment, run -> run.displacement(layer, 1).drift()))
                .asMap();
        SeededExperiment without = ExperimentGrid.early(0, Start.OLD);
        return new Finding(
                SHRINKS,
                "direction: " + part(experiment, layer),
                AIMED,
                records.evidence(experiment, run -> run.shrinkageCosine(layer, 1), details),
                List.of(
                        new Control(
                                Prediction.atMost(
                                        "cosine at lambda = 0", Math.sqrt(0.5), "without decay nothing aims at 0"),
                                records.estimate(without, run -> run.shrinkageCosine(layer, 1))),
                        new Control(
                                Prediction.near("D at lambda = 0", 0, 0, "no decay goes no way"),
                                records.estimate(
                                        without,
                                        run -> run.displacement(layer, 1).decay())),
                        new Control(
                                Prediction.atLeast(
                                        "cosine of the hidden layer at lambda = 500",
                                        Math.sqrt(0.5),
                                        "half of every weight goes in 700 steps: no gradient keeps up"),
                                records.estimate(
                                        ExperimentGrid.early(500, Start.OLD),
                                        run -> run.shrinkageCosine(Layers.HIDDEN, 1)))));
    }

    private static Finding cancelling(ExperimentRuns records, Experiment experiment, int layer) {
        int steps = records.of(experiment).get(0).law().stepsPerEpoch();
        Map<String, Double> details = new NamedNumbers()
                .add(
                        "length of the gradients' path",
                        records.mean(experiment, run -> path(run, layer, IterationColumn.GRADIENT_STEP_NORM)))
                .add(
                        "R, how far it led",
                        records.mean(
                                experiment, run -> run.displacement(layer, 1).drift()))
                .add("sqrt(T), of a random walk of equal steps", Math.sqrt(steps))
                .add("of a random walk of steps of these lengths", records.mean(experiment, run -> random(run, layer)))
                .asMap();
        return new Finding(
                SHRINKS,
                "chaotic: " + part(experiment, layer),
                Prediction.around(
                        "path over displacement of the first epoch's gradient steps",
                        Math.sqrt(steps),
                        AROUND,
                        "a random walk of T equal steps leads sqrt(T) steps far; \"around\" is a factor of three"),
                records.evidence(experiment, run -> wandering(run, layer), details),
                List.of(
                        new Control(
                                Prediction.near(
                                        "path over displacement of decay's own steps, hidden layer",
                                        1,
                                        0.1,
                                        "they all aim at 0, so that the way is straight; the norm's own change is less than 10 %"),
                                records.estimate(
                                        experiment,
                                        run -> path(run, Layers.HIDDEN, IterationColumn.DECAY_STEP_NORM)
                                                / run.displacement(Layers.HIDDEN, 1)
                                                        .decay())),
                        new Control(
                                Prediction.atLeast(
                                        "path over displacement at lambda = 0",
                                        1,
                                        "no way is shorter than a straight one"),
                                records.estimate(ExperimentGrid.early(0, Start.OLD), run -> wandering(run, layer)))));
    }

    private static double wandering(RunRecord run, int layer) {
        return path(run, layer, IterationColumn.GRADIENT_STEP_NORM)
                / run.displacement(layer, 1).drift();
    }

    /** Sum of the lengths over the root of the sum of their squares, which is how far a random walk leads. */
    private static double random(RunRecord run, int layer) {
        double[] lengths = run.series(layer, IterationColumn.GRADIENT_STEP_NORM, 1);
        double mean = Arrays.stream(lengths).average().orElseThrow();
        double square =
                Arrays.stream(lengths).map(each -> each * each).average().orElseThrow();
        return mean / Math.sqrt(square) * Math.sqrt(run.law().stepsPerEpoch());
    }

    /** The length of all steps of the first epoch: the mean of those recorded times how many there are. */
    private static double path(RunRecord run, int layer, IterationColumn column) {
        return Arrays.stream(run.series(layer, column, 1)).average().orElseThrow()
                * run.law().stepsPerEpoch();
    }

    private static Finding limit(BookRun example) {
        RunSpec spec = spec(example);
        DecayLaw law = DecayLaw.of(spec);
        double bound = law.exponent() * law.q() / (2 * (1 - law.q()));
        Map<String, Double> details = new NamedNumbers()
                .add("f = (1-q)^(n/m)", ExactDecay.factor(spec).doubleValue())
                .add("exp(-eta lambda/m)", ExactDecay.approximation(spec).doubleValue())
                .add("-(eta lambda/m) q/2", -law.exponent() * law.q() / 2)
                .add("q", law.q())
                .asMap();
        return new Finding(
                DERIVATION,
                "limit: " + example.label(),
                new Prediction(
                        "(1-q)^(n/m) / exp(-eta lambda/m) - 1",
                        -bound,
                        0,
                        "ln f = -(n/m)(q + q^2/2 + q^3/3 + ...), and q^2/2 + q^3/3 + ... lies in [0, q^2/(2(1-q))]"),
                Evidence.exact(ExactDecay.relativeError(spec), "formula", details),
                List.of(
                        new Control(
                                Prediction.atMost(
                                        "the error at q = 0.2",
                                        -0.5,
                                        "section 3.5's eta = 10, lambda = 1000: the limit is not reached there"),
                                Estimate.exact(ExactDecay.relativeError(outsideProviso()))),
                        new Control(
                                Prediction.near(
                                        "f in doubles over f to fifty digits",
                                        1,
                                        (law.stepsPerEpoch() + 1) * Math.ulp(1.0),
                                        "the rounding of 1-q, once per step"),
                                Estimate.exact(
                                        law.factor() / ExactDecay.factor(spec).doubleValue()))));
    }

    private static Finding identity() {
        List<DecayLaw> laws =
                BookRun.DECAYING.stream().map(AnswerOne::spec).map(DecayLaw::of).toList();
        NamedNumbers details = new NamedNumbers();
        laws.forEach(law -> details.add("(1-q)^(-1/q), q = " + law.q(), StrictMath.pow(1 - law.q(), -1 / law.q())));
        return new Finding(
                DERIVATION,
                "identity: the book's runs with weight decay",
                IDENTICAL,
                Evidence.exact(
                        worst(laws, -1), "formula", details.add("e", Math.E).asMap()),
                List.of(new Control(
                        Prediction.atLeast(
                                "the distance with a sign of an exponent changed",
                                ROUNDING,
                                "it makes 1/f of f: the check can tell"),
                        Estimate.exact(worst(laws, 1)))));
    }

    private static double worst(List<DecayLaw> laws, int sign) {
        return laws.stream()
                .mapToDouble(law ->
                        StrictMath.pow(StrictMath.pow(1 - law.q(), sign / law.q()), -law.exponent()) / law.factor() - 1)
                .map(Math::abs)
                .max()
                .orElseThrow();
    }

    private static RunSpec outsideProviso() {
        return spec(ExperimentGrid.proviso().get(1));
    }

    private static RunSpec spec(Experiment experiment) {
        return experiment.runs(new Plan(1, false)).values().iterator().next();
    }

    private static String part(Experiment experiment, int layer) {
        return experiment.label() + ", " + Layers.name(layer);
    }
}
