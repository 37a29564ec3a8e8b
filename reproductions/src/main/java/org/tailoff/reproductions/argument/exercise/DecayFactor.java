package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Numbers;
import org.tailoff.claim.Prediction;
import org.tailoff.record.ValueRange;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * Claim 2, where it can be checked exactly: "provided eta lambda &lt;&lt; n the weights will decay by a factor of
 * exp(-eta lambda/m) per epoch".
 *
 * <ul>
 *   <li><b>C2a:</b> the arithmetic: f = (1-q)^(n/m) against exp(-eta lambda/m), q = eta lambda/n.
 *   <li><b>C2b:</b> weights on pixels that are zero in every training image: their gradient is exactly 0, so w(E) =
 *       w(0) f^E.
 *   <li><b>C2-proviso:</b> the proviso: what becomes of exp(-eta lambda/m) when eta lambda is not small against n.
 * </ul>
 *
 * <p><b>How it is tested:</b> C2a in exact arithmetic; C2b on every such weight after every epoch of every run of the
 * book; the proviso on the network without hidden layer of section 3.5, whose q is 0.02, 0.2, 1, 2 and 10.
 *
 * <p><b>What would refute it:</b> one dead weight of one epoch off by more than 1e-12 of its initial value; without
 * decay, one changed bit.
 */
public final class DecayFactor implements ClaimTest {
    private static final Claim ARITHMETIC = new Claim(
            "C2a",
            "an epoch's decay (1 - eta lambda/n)^(n/m) is exp(-eta lambda/m)",
            Claim.EXERCISE + ", (2)",
            "f / exp(-eta lambda/m) - 1 in exact arithmetic against its expansion -(eta lambda/m) q/2",
            "a relative error beyond the second-order terms of the expansion");
    private static final Claim DEAD = new Claim(
            "C2b",
            "a weight without gradient decays by exactly f per epoch",
            Claim.EXERCISE + ", (2)",
            "largest |w(E)/w(0) - f^E| over all weights on pixels that are zero in every training image, all epochs",
            "one such weight off by more than 1e-12; at lambda = 0, one bit");
    private static final Claim PROVISO = new Claim(
            "C2-proviso",
            "exp(-eta lambda/m) per epoch holds provided eta lambda << n",
            Claim.EXERCISE + ", (2)",
            "ln |w(1)/w(0)| of the dead weights over -eta lambda/m, at growing q = eta lambda/n",
            "an exponent away from 1 by more than 5 % in an example, or within 5 % at q of 0.2 or more");

    /**
     * Rounding: a random walk of 150,000 roundings of half a unit of 1.1e-16 gives about 4e-14; 1e-12 is twenty times
     * that.
     */
    private static final double DEAD_TOLERANCE = 1e-12;

    /** Book runs with weight decay from the new initialisation. */
    private static final List<BookRun> NEW = List.of(BookRun.NEW_30, BookRun.NEW_100);

    private static final List<BookRun> WITHOUT_DECAY = List.of(BookRun.OVERFITTING, BookRun.OVERFITTING_FULL);

    @Override
    public List<Claim> claims() {
        return List.of(ARITHMETIC, DEAD, PROVISO);
    }

    @Override
    public List<Experiment> experiments() {
        Set<Experiment> all = new LinkedHashSet<>(BookRun.DECAYING);
        all.addAll(NEW);
        all.addAll(WITHOUT_DECAY);
        all.addAll(ExperimentGrid.proviso());
        return List.copyOf(all);
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        BookRun.DECAYING.forEach(example -> findings.add(arithmetic(records, example)));
        Stream.concat(BookRun.DECAYING.stream(), NEW.stream())
                .forEach(example ->
                        findings.add(dead(records, example, records.of(example).law())));
        WITHOUT_DECAY.forEach(example -> findings.add(unmoved(records, example)));
        findings.add(proviso(records, BookRun.OLD_30));
        ExperimentGrid.proviso().forEach(world -> findings.add(proviso(records, world)));
        return findings;
    }

    private static Finding arithmetic(ExperimentRuns records, BookRun example) {
        DecayLaw law = records.of(example).law();
        double x = law.exponent();
        double first = -x * law.q() / 2;
        double second = x * law.q() * law.q() + first * first * 4;
        NamedNumbers details = new NamedNumbers()
                .add("q", law.q())
                .add("f", law.factor())
                .add("exp(-eta lambda/m)", law.approximation())
                .add("half-life in epochs", law.halfLife())
                .add("epochs from 1 to 1/sqrt(784)", law.epochsTo(1 / Math.sqrt(784)))
                .add(
                        "epochs from 1 to 1/sqrt(N_w)",
                        law.epochsTo(1 / Math.sqrt(records.of(example).weights())))
                .add("left after the whole run", law.factor(records.of(example).lastEpoch()));
        DecayLaw excluded = DecayLaw.of(ExperimentGrid.proviso()
                .get(1)
                .runs(records.plan())
                .values()
                .iterator()
                .next());
        return new Finding(
                ARITHMETIC,
                example.label(),
                Prediction.exactly("f / exp(-eta lambda/m) - 1", first, second, "the terms of second order in q"),
                records.evidence(List.of(example), Estimate.exact(relativeError(law)), details.asMap()),
                List.of(new Control(
                        Prediction.atMost("the same at q = 0.2", -0.5, "there the approximation must be far off"),
                        Estimate.exact(relativeError(excluded)))));
    }

    private static double relativeError(DecayLaw law) {
        return law.factor() / law.approximation() - 1;
    }

    /** The check of C2b under any law, also a wrong one. */
    static Finding dead(ExperimentRuns records, BookRun example, DecayLaw law) {
        RunRecord run = records.of(example);
        DecayLaw perImage = new DecayLaw(law.q(), run.spec().data().trainingImages());
        return new Finding(
                DEAD,
                example.label() + ", dead weights",
                Prediction.atMost(
                        "largest |w(E)/w(0) - f^E|", DEAD_TOLERANCE, "twenty times the rounding of 150,000 products"),
                records.evidence(
                        List.of(example),
                        Estimate.exact(deadDistance(run, law)),
                        new NamedNumbers()
                                .add("epochs", run.lastEpoch())
                                .add(
                                        "left at the end",
                                        ratio(run, run.lastEpoch()).max())
                                .asMap()),
                List.of(new Control(
                        Prediction.atLeast(
                                "the same with n steps an epoch",
                                1e-3,
                                "a wrong exponent must be seen: n steps, not n/m"),
                        Estimate.exact(deadDistance(run, perImage)))));
    }

    private static double deadDistance(RunRecord run, DecayLaw law) {
        return IntStream.rangeClosed(0, run.lastEpoch())
                .mapToDouble(epoch -> {
                    double left = law.factor(epoch);
                    ValueRange ratio = ratio(run, epoch);
                    return Math.max(Math.abs(ratio.min() - left), Math.abs(ratio.max() - left));
                })
                .max()
                .orElseThrow();
    }

    private static ValueRange ratio(RunRecord run, int epoch) {
        return run.tensor(Layers.HIDDEN, epoch).inputs().deadRatio().orElseThrow();
    }

    private static Finding unmoved(ExperimentRuns records, BookRun example) {
        RunRecord run = records.of(example);
        DecayLaw some = records.of(BookRun.OLD_30).law();
        return new Finding(
                DEAD,
                example.label() + ", dead weights without decay",
                Prediction.near("largest |w(E)/w(0) - 1|", 0, 0, "neither gradient nor decay: not one bit changes"),
                records.evidence(
                        List.of(example), Estimate.exact(deadDistance(run, run.law())), Map.of("epochs", (double)
                                run.lastEpoch())),
                List.of(new Control(
                        Prediction.atLeast("the same under the law of lambda = 5", 1e-3, "a decay must be seen"),
                        Estimate.exact(deadDistance(run, some)))));
    }

    private static Finding proviso(ExperimentRuns records, Experiment experiment) {
        RunRecord run = records.of(experiment).get(0);
        DecayLaw law = run.law();
        double measured = StrictMath.log(Math.abs(ratio(run, 1).max())) / -law.exponent();
        Evidence evidence = records.evidence(
                List.of(experiment),
                Estimate.exact(measured),
                new NamedNumbers()
                        .add("q", law.q())
                        .add("w(1)/w(0), measured", ratio(run, 1).max())
                        .add("f", law.factor())
                        .add("exp(-eta lambda/m)", law.approximation())
                        .asMap());
        return new Finding(
                PROVISO,
                experiment.label() + ": q = " + Numbers.text(law.q()),
                DecayLaw.asFast("exponent over -eta lambda/m"),
                evidence,
                List.of(new Control(
                        Prediction.near(
                                "w(1)/w(0) over f, 1 where both are 0", 1, 1e-12, "(1-q)^(n/m) holds for every q"),
                        Estimate.exact(
                                law.factor() == 0
                                        ? 1 + ratio(run, 1).max()
                                        : ratio(run, 1).max() / law.factor()))));
    }
}
