package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Picture;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch.Displacement;
import org.tailoff.record.TensorEpoch.WeightByWeight;
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
 * Claim 1, "dominated almost entirely by weight decay", in two more readings, which ask neither the gradient nor the
 * whole layer:
 *
 * <ul>
 *   <li><b>C1d, most weights:</b> in an epoch decay moves at least half of the weights further than everything else
 *       does: |(1-f) w(e-1)| &gt; |w(e) - f w(e-1)|.
 *   <li><b>C1e, cost:</b> at least half of what the cost of book eq. 85 falls by in an epoch is the fall of its
 *       regularisation term.
 * </ul>
 *
 * <p><b>How it is tested:</b> in every one of the first epochs; the worst counts.
 *
 * <p><b>What would refute it:</b> one of the first epochs in which it is less than half.
 */
public final class MostWeights implements ClaimTest {
    private static final double HALF = 0.5;

    private static final Claim WEIGHTS = new Claim(
            "C1d",
            "first epochs dominated by decay: it moves most weights further than everything else does",
            Claim.EXERCISE + ", (1)",
            "smallest share, over the first epochs, of the weights with |(1-f) w(e-1)| > |w(e) - f w(e-1)|",
            "an epoch of the first in which decay moves less than half of the weights further");
    private static final Claim COST = new Claim(
            "C1e",
            "first epochs dominated by decay: most of the fall of the cost is the regulariser's",
            Claim.EXERCISE + ", (1), with the cost of book eq. 85",
            "smallest share of the regularisation term in the fall of the training cost over an epoch, first epochs",
            "an epoch of the first in which the regularisation term falls by less than the data term");

    private static final List<Experiment> EXAMPLES = List.of(
            ExperimentGrid.example(Start.OLD),
            BookRun.OLD_30,
            BookRun.OLD_100,
            BookRun.REGULARIZED,
            BookRun.REGULARIZED_FULL,
            ExperimentGrid.early(0.5, Start.OLD),
            ExperimentGrid.early(50, Start.OLD),
            ExperimentGrid.early(500, Start.OLD));

    @Override
    public List<Claim> claims() {
        return List.of(WEIGHTS, COST);
    }

    @Override
    public List<Experiment> experiments() {
        Set<Experiment> all = new LinkedHashSet<>(EXAMPLES);
        all.add(ExperimentGrid.early(0, Start.OLD));
        return List.copyOf(all);
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        for (Experiment example : EXAMPLES) {
            findings.add(most(records, example, new Group("all hidden weights", MostWeights::hidden)));
            findings.add(most(records, example, new Group("live hidden weights", MostWeights::live)));
            findings.add(most(records, example, new Group("output layer", MostWeights::output)));
        }
        EXAMPLES.forEach(example -> findings.add(cost(records, example)));
        return findings;
    }

    /** Some of a network's weights in an epoch. */
    private interface OfEpoch {
        WeightByWeight of(RunRecord run, int epoch);
    }

    private record Group(String name, OfEpoch weights) {}

    private static Displacement moved(RunRecord run, int epoch) {
        return run.displacement(Layers.HIDDEN, epoch);
    }

    private static WeightByWeight hidden(RunRecord run, int epoch) {
        return moved(run, epoch).weights().orElseThrow();
    }

    static WeightByWeight live(RunRecord run, int epoch) {
        return moved(run, epoch).live().orElseThrow();
    }

    private static WeightByWeight output(RunRecord run, int epoch) {
        return run.displacement(Layers.OUTPUT, epoch).weights().orElseThrow();
    }

    private static Finding most(ExperimentRuns records, Experiment example, Group group) {
        NamedNumbers details = new NamedNumbers()
                .perEpoch(
                        records,
                        example,
                        firstEpochs(records, example),
                        (run, epoch) -> group.weights.of(run, epoch).decayFurther());
        firstEpochs(records, example)
                .forEach(epoch -> details.add(
                        "epoch " + epoch + ", median |r|/|d|",
                        records.mean(
                                example, run -> group.weights.of(run, epoch).medianRatio())));
        details.add(
                "epochs in which decay moves most further",
                records.mean(
                        example,
                        run -> IntStream.rangeClosed(1, run.lastEpoch())
                                .filter(epoch -> group.weights.of(run, epoch).decayFurther() > HALF)
                                .count()));
        Prediction most = Prediction.atLeast("smallest share of the weights in the first epochs", HALF, "\"most\"");
        ToDoubleBiFunction<RunRecord, IntStream> smallest = (run, epochs) -> epochs.mapToDouble(
                        epoch -> group.weights.of(run, epoch).decayFurther())
                .min()
                .orElseThrow();
        return new Finding(
                WEIGHTS,
                example.label() + ", " + group.name,
                most,
                records.evidence(example, run -> smallest.applyAsDouble(run, run.firstEpochs()), details.asMap()),
                List.of(
                        new Control(
                                Prediction.atLeast(
                                        "share of all hidden weights in epoch 1 at lambda = 500",
                                        HALF,
                                        "nearly every weight goes in an epoch: no gradient keeps up"),
                                records.estimate(
                                        ExperimentGrid.early(500, Start.OLD),
                                        run -> hidden(run, 1).decayFurther())),
                        new Control(
                                Prediction.near(
                                        "share counted pixel by pixel less share counted at once, epoch 1",
                                        0,
                                        1e-12,
                                        "the same weights counted twice"),
                                records.estimate(example, MostWeights::unexplained))),
                records.otherFirstEpochs(example, most, smallest));
    }

    private static IntStream firstEpochs(ExperimentRuns records, Experiment example) {
        return records.of(example).get(0).firstEpochs();
    }

    /** The weights moved further, counted by pixel and of all: their shares must agree. */
    private static double unexplained(RunRecord run) {
        double byInput = moved(run, 1).decayedByInput().stream()
                .mapToDouble(Long::doubleValue)
                .sum();
        return byInput / run.weights(Layers.HIDDEN) - hidden(run, 1).decayFurther();
    }

    private static Finding cost(ExperimentRuns records, Experiment example) {
        NamedNumbers details = new NamedNumbers()
                .perEpoch(records, example, firstEpochs(records, example), MostWeights::regularisersShare);
        firstEpochs(records, example).forEach(epoch -> {
            details.add(
                    "epoch " + epoch + ", share of the hidden layer's regulariser",
                    records.mean(example, run -> share(run, Layers.HIDDEN, epoch)));
            details.add("epoch " + epoch + ", fall of the cost", records.mean(example, run -> fall(run, epoch)));
        });
        details.add("held-out accuracy before the first update", records.mean(example, run -> accuracy(run, 0)))
                .add("held-out accuracy after epoch 1", records.mean(example, run -> accuracy(run, 1)));
        Prediction dominated =
                Prediction.atLeast("smallest share of the regulariser in the fall of the cost", HALF, "\"dominated\"");
        return new Finding(
                COST,
                example.label(),
                dominated,
                records.evidence(example, run -> smallestShare(run, run.firstEpochs()), details.asMap()),
                List.of(
                        new Control(
                                Prediction.near("the share in epoch 1 at lambda = 0", 0, 0, "there is no regulariser"),
                                records.estimate(ExperimentGrid.early(0, Start.OLD), run -> regularisersShare(run, 1))),
                        new Control(
                                Prediction.near(
                                        "recorded regularisation cost over lambda S/(2n)",
                                        1,
                                        1e-9,
                                        "the cost recorded must be that of the weights recorded"),
                                records.estimate(
                                        ExperimentGrid.early(50, Start.OLD),
                                        run -> (score(run, 1).regularised()
                                                        - score(run, 1).data())
                                                / run.regularisationCost(1)))),
                records.otherFirstEpochs(example, dominated, MostWeights::smallestShare));
    }

    private static double smallestShare(RunRecord run, IntStream epochs) {
        return epochs.mapToDouble(epoch -> regularisersShare(run, epoch)).min().orElseThrow();
    }

    private static SetScore.Cost score(RunRecord run, int epoch) {
        return run.epoch(epoch).score("training").cost();
    }

    /** What the cost of book eq. 85 falls by in an epoch; negative where it rises. */
    private static double fall(RunRecord run, int epoch) {
        return score(run, epoch - 1).regularised() - score(run, epoch).regularised();
    }

    static double regularisersShare(RunRecord run, int epoch) {
        return (run.regularisationCost(epoch - 1) - run.regularisationCost(epoch)) / fall(run, epoch);
    }

    private static double share(RunRecord run, int layer, int epoch) {
        double before = run.norm(layer, epoch - 1);
        double after = run.norm(layer, epoch);
        return run.coefficient() / 2 * (before * before - after * after) / fall(run, epoch);
    }

    /** On what the run holds out: the validation set, or the test set of the runs that look at that. */
    private static double accuracy(RunRecord run, int epoch) {
        return run.epoch(epoch).sets().stream()
                .filter(set -> !set.set().equals("training"))
                .findFirst()
                .orElseThrow()
                .accuracy();
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return MostWeightsFigures.of(records);
    }
}
