package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Picture;
import org.tailoff.record.TensorEpoch;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * The exercise's last sentence: "argue that these conditions are all satisfied in the examples graphed in this
 * section", which are weight_initialization_30 and weight_initialization_100. One verdict per example and condition, of
 * all weights of the network together.
 *
 * <ul>
 *   <li><b>E1:</b> the first epochs are dominated by decay: D &gt; R in each of the first five.
 *   <li><b>E2:</b> the weights decay by exp(-eta lambda/m) per epoch: the norm falls at that rate, within 5 % of it, in
 *       each of the first five. It is C1c's reading, of all weights together.
 *   <li><b>E3:</b> the decay tails off at about 1/sqrt(N_w): by the end of the graph, 30 epochs, the RMS is between a
 *       third and three times that, or of 1/sqrt(n_in), the other reading.
 * </ul>
 *
 * <p><b>How it is tested:</b> in the book's own seeded runs from the old initialisation, whose accuracies come out
 * exactly. Where they lie among other decays is shown by the phase diagram, whose runs decide nothing.
 */
public final class GraphedExamples implements ClaimTest {
    private static final double AROUND = 3;
    private static final String SOURCE = Claim.EXERCISE + ", last sentence";

    private static final Claim DOMINATED = new Claim(
            "E1",
            "in the examples graphed decay dominates the first epochs",
            SOURCE,
            "smallest D/R of the first epochs, all weights together",
            "D above R in each of the first epochs");
    private static final Claim FACTOR = new Claim(
            "E2",
            "in the examples graphed weights decay by exp(-eta lambda/m)",
            SOURCE,
            "largest |ln(||W(e)||/||W(e-1)||) / ln f - 1| of the first epochs, all weights together; f is exp(-eta lambda/m)",
            "one of the first epochs in which the norm falls at another rate than decay's, by more than 5 % of it");
    private static final Claim TAILED_OFF = new Claim(
            "E3",
            "in the examples graphed the decay tails off around 1/sqrt(N_w), or 1/sqrt(n_in)",
            SOURCE,
            "RMS of all weights times sqrt(N_w), and times sqrt(n_in), at the end of the graph",
            "an RMS of at most three times that after 30 epochs");

    private static final String ALL_WEIGHTS = ", all weights";
    private static final Prediction MOVES_FURTHER =
            Prediction.atLeast("smallest D/R of the first epochs", 1, "the definition of dominance by displacement");
    private static final Prediction AS_FAST =
            DecayLaw.offByLittle("largest distance of the norm's rate from decay's, in units of decay's");

    private static final List<BookRun> GRAPHED = List.of(BookRun.OLD_30, BookRun.OLD_100);

    private static BookRun fresh(BookRun old) {
        return old.equals(BookRun.OLD_30) ? BookRun.NEW_30 : BookRun.NEW_100;
    }

    @Override
    public List<Claim> claims() {
        return List.of(DOMINATED, FACTOR, TAILED_OFF);
    }

    @Override
    public List<Experiment> experiments() {
        return List.of(BookRun.OLD_30, BookRun.OLD_100, BookRun.NEW_30, BookRun.NEW_100, BookRun.OVERFITTING_FULL);
    }

    @Override
    public List<Experiment> pictured() {
        return PhaseDiagram.experiments();
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        GRAPHED.forEach(example -> findings.add(dominated(records, example)));
        GRAPHED.forEach(example -> findings.add(factor(records, example)));
        GRAPHED.forEach(example -> findings.add(tailedOff(records, example, "sqrt(N_w)", RunRecord::weights)));
        GRAPHED.forEach(example -> findings.add(tailedOff(
                records, example, "sqrt(n_in)", run -> run.spec().dense().inputs())));
        return findings;
    }

    private static Finding dominated(ExperimentRuns records, BookRun example) {
        return new Finding(
                DOMINATED,
                example.label() + ALL_WEIGHTS,
                MOVES_FURTHER,
                records.evidence(
                        example,
                        run -> smallestDominance(run, run.firstEpochs()),
                        new NamedNumbers()
                                .perEpoch(
                                        records, example, records.of(example).firstEpochs(), GraphedExamples::dominance)
                                .add("epochs in which D exceeds R", dominatedEpochs(records.of(example)))
                                .asMap()),
                List.of(new Control(
                        Prediction.near("D/R of epoch 1 at lambda = 0", 0, 0, "without decay D is 0"),
                        Estimate.exact(dominance(records.of(BookRun.OVERFITTING_FULL), 1)))),
                records.otherFirstEpochs(example, MOVES_FURTHER, GraphedExamples::smallestDominance));
    }

    private static double smallestDominance(RunRecord run, IntStream epochs) {
        return epochs.mapToDouble(epoch -> dominance(run, epoch)).min().orElseThrow();
    }

    private static double dominatedEpochs(RunRecord run) {
        return IntStream.rangeClosed(1, run.lastEpoch())
                .mapToDouble(epoch -> dominance(run, epoch) > 1 ? 1 : 0)
                .sum();
    }

    /** D/R over all layers of weights: their squares add up. */
    static double dominance(RunRecord run, int epoch) {
        double decay = 0;
        double drift = 0;
        for (int layer = 0; layer < run.layers(); layer++) {
            TensorEpoch.Displacement moved = run.displacement(layer, epoch);
            decay = StrictMath.hypot(decay, moved.decay());
            drift = StrictMath.hypot(drift, moved.drift());
        }
        return decay / drift;
    }

    private static Finding factor(ExperimentRuns records, BookRun example) {
        return new Finding(
                FACTOR,
                example.label() + ALL_WEIGHTS,
                AS_FAST,
                records.evidence(
                        example,
                        run -> largestRateError(run, run.firstEpochs()),
                        new NamedNumbers()
                                .perEpoch(
                                        records, example, records.of(example).firstEpochs(), GraphedExamples::shrinkage)
                                .add(
                                        "exp(-eta lambda/m)",
                                        records.of(example).law().approximation())
                                .add(
                                        "last epoch",
                                        shrinkage(
                                                records.of(example),
                                                records.of(example).lastEpoch()))
                                .asMap()),
                List.of(new Control(
                        Prediction.atLeast(
                                "distance at lambda = 0",
                                1 - DecayLaw.RATE_TOLERANCE,
                                "without decay the check must fail, and by all of the rate"),
                        Estimate.exact(records.of(example)
                                .rateErrorOf(shrinkage(records.of(BookRun.OVERFITTING_FULL), 1), 1)))),
                records.otherFirstEpochs(example, AS_FAST, GraphedExamples::largestRateError));
    }

    private static double largestRateError(RunRecord run, IntStream epochs) {
        return epochs.mapToDouble(epoch -> run.rateErrorOf(shrinkage(run, epoch), 1))
                .max()
                .orElseThrow();
    }

    private static double shrinkage(RunRecord run, int epoch) {
        return run.rms(epoch) / run.rms(epoch - 1);
    }

    private static Finding tailedOff(ExperimentRuns records, BookRun example, String name, ToIntFunction<RunRecord> n) {
        RunRecord run = records.of(example);
        double unit = Math.sqrt(n.applyAsInt(run));
        return new Finding(
                TAILED_OFF,
                example.label() + ", " + name,
                Prediction.around(
                        "RMS of all weights times " + name + " at the end of the graph",
                        1,
                        AROUND,
                        "\"around\" is read as a factor of three either way"),
                records.evidence(
                        example,
                        each -> each.rms(each.lastEpoch()) * unit,
                        new NamedNumbers()
                                .add("epochs graphed", run.lastEpoch())
                                .add(
                                        "epochs that decay alone would need",
                                        run.law().epochsTo(1 / unit / run.rms(0)))
                                .add("left by decay alone after them", run.law().factor(run.lastEpoch()))
                                .add("RMS at the start", run.rms(0))
                                .add("RMS at the end", run.rms(run.lastEpoch()))
                                .add("validation accuracy at the end", run.accuracy())
                                .add(
                                        "validation accuracy at the end, from the new initialisation",
                                        records.of(fresh(example)).accuracy())
                                .asMap()),
                List.of(new Control(
                        Prediction.near(
                                "RMS of N(0,1) weights at the start", 1, 0.02, "four standard errors of 1/sqrt(2 N_w)"),
                        Estimate.exact(run.rms(0)))));
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return PhaseDiagram.of(records);
    }
}
