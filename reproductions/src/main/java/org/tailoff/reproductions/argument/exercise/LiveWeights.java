package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.SlopeFit;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Picture;
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
 * Claim 2 for weights that have a gradient: do they, too, decay by f per epoch?
 *
 * <ul>
 *   <li><b>C2c:</b> how much of the old weights is in the new ones, &lt;W(e), W(e-1)&gt; / ||W(e-1)||^2, against f; and
 *       the rate at which ln RMS falls over the first epochs against eta lambda/m.
 *   <li><b>C2d:</b> from the same weights and shuffles, RMS(lambda)/RMS(0) against f^e.
 * </ul>
 *
 * <p><b>How it is tested:</b> the worst of the first five epochs, per layer, in the examples and in five seeds of their
 * setting.
 *
 * <p><b>What would refute it:</b> an epoch of the first five in which the number is more than 1 % away from f.
 */
public final class LiveWeights implements ClaimTest {
    /** As for C1c. */
    private static final double TOLERANCE = 0.01;

    private static final double RATE_TOLERANCE = 0.05;

    private static final Claim SLOPE = new Claim(
            "C2c",
            "live weights decay by f per epoch",
            Claim.EXERCISE + ", (2)",
            "largest |<W(e),W(e-1)>/||W(e-1)||^2 / f - 1| of epochs 1 to 5; OLS rate of ln RMS over them",
            "an epoch of the first five in which the weights keep another share of what they were, by more than 1 %");
    private static final Claim PAIRED = new Claim(
            "C2d",
            "decay leaves f^e of what the weights would have been without it",
            Claim.EXERCISE + ", (2)",
            "largest |RMS(lambda = 5)/RMS(0) / f^e - 1| of epochs 1 to 5, same initial weights, same shuffles",
            "an epoch of the first five in which the paired runs' ratio is more than 1 % away from f^e");

    private static final SeededExperiment DECAYING = ExperimentGrid.example(Start.OLD);
    private static final SeededExperiment UNDECAYED = ExperimentGrid.early(0, Start.OLD);

    @Override
    public List<Claim> claims() {
        return List.of(SLOPE, PAIRED);
    }

    @Override
    public List<Experiment> experiments() {
        Set<Experiment> all = new LinkedHashSet<>(BookRun.DECAYING);
        all.addAll(List.of(DECAYING, UNDECAYED, ExperimentGrid.early(50, Start.OLD)));
        return List.copyOf(all);
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        List<Experiment> experiments = new ArrayList<>(List.of(DECAYING));
        experiments.addAll(BookRun.DECAYING);
        for (Experiment experiment : experiments) {
            for (int layer : List.of(Layers.HIDDEN, Layers.OUTPUT)) {
                findings.add(slope(records, experiment, layer));
                findings.add(rate(records, experiment, layer));
            }
        }
        findings.add(paired(records, Layers.HIDDEN));
        findings.add(paired(records, Layers.OUTPUT));
        return findings;
    }

    private static Finding slope(ExperimentRuns records, Experiment experiment, int layer) {
        return new Finding(
                SLOPE,
                experiment.label() + ", " + Layers.name(layer) + ", share kept",
                Prediction.atMost("largest relative distance of the share from f", TOLERANCE, "1 %, as for C1c"),
                records.evidence(
                        experiment,
                        run -> run.firstEpochs()
                                .mapToDouble(epoch -> Math.abs(
                                        run.slope(layer, epoch) / run.law().factor() - 1))
                                .max()
                                .orElseThrow(),
                        new NamedNumbers()
                                .perEpoch(
                                        records,
                                        experiment,
                                        records.of(experiment).get(0).firstEpochs(),
                                        (run, epoch) -> run.slope(layer, epoch))
                                .add("f", records.of(experiment).get(0).law().factor())
                                .asMap()),
                controls(records));
    }

    private static Finding rate(ExperimentRuns records, Experiment experiment, int layer) {
        List<RunRecord> runs = records.of(experiment);
        int epochs = (int) runs.get(0).firstEpochs().count();
        double[] x = IntStream.rangeClosed(0, epochs).asDoubleStream().toArray();
        double[][] logs = runs.stream()
                .map(run -> IntStream.rangeClosed(0, epochs)
                        .mapToDouble(epoch -> StrictMath.log(live(run, layer, epoch))
                                / -run.law().exponent())
                        .toArray())
                .toArray(double[][]::new);
        Estimate rate = SlopeFit.overSeeds(x, logs).slope();
        return new Finding(
                SLOPE,
                experiment.label() + ", " + Layers.name(layer) + ", rate of ln RMS",
                Prediction.near("rate over eta lambda/m", 1, RATE_TOLERANCE, "5 % over five epochs, 1 % of each"),
                records.evidence(
                        List.of(experiment),
                        experiment instanceof BookRun ? Estimate.exact(rate.value()) : rate,
                        new NamedNumbers()
                                .add("eta lambda/m", runs.get(0).law().exponent())
                                .asMap()),
                controls(records));
    }

    /** RMS of the live weights: in the hidden layer without those on pixels that are always zero. */
    private static double live(RunRecord run, int layer, int epoch) {
        return run.tensor(layer, epoch)
                .inputs()
                .live()
                .orElse(run.tensor(layer, epoch).statistics().rms());
    }

    private static List<Control> controls(ExperimentRuns records) {
        return List.of(
                new Control(
                        Prediction.near(
                                "share kept of the dead weights over f, epoch 1", 1, 1e-12, "without gradient it is f"),
                        records.estimate(
                                BookRun.OLD_30,
                                run -> run.tensor(Layers.HIDDEN, 1)
                                                .inputs()
                                                .dead()
                                                .orElseThrow()
                                        / run.tensor(Layers.HIDDEN, 0)
                                                .inputs()
                                                .dead()
                                                .orElseThrow()
                                        / run.law().factor())),
                new Control(
                        Prediction.atMost(
                                "share kept in epoch 1 at lambda = 50",
                                0.8,
                                "ten times the decay must be seen: f is 0.61"),
                        records.estimate(ExperimentGrid.early(50, Start.OLD), run -> run.slope(Layers.HIDDEN, 1))));
    }

    private static Finding paired(ExperimentRuns records, int layer) {
        List<List<RunRecord>> paired = records.paired(List.of(DECAYING, UNDECAYED));
        List<RunRecord> with = paired.get(0);
        List<RunRecord> without = paired.get(1);
        double[] worst = IntStream.range(0, with.size())
                .mapToDouble(seed -> with.get(seed)
                        .firstEpochs()
                        .mapToDouble(epoch -> Math.abs(quotient(with.get(seed), without.get(seed), layer, epoch)
                                        / with.get(seed).law().factor(epoch)
                                - 1))
                        .max()
                        .orElseThrow())
                .toArray();
        NamedNumbers details = new NamedNumbers();
        IntStream.rangeClosed(1, with.get(0).lastEpoch())
                .filter(epoch -> epoch <= RunRecord.FIRST_EPOCHS || epoch % 10 == 0)
                .forEach(epoch -> details.add(
                                "epoch " + epoch + ", ratio", quotient(with.get(0), without.get(0), layer, epoch))
                        .add("epoch " + epoch + ", f^e", with.get(0).law().factor(epoch)));
        return new Finding(
                PAIRED,
                DECAYING.label() + " against lambda 0, " + Layers.name(layer),
                Prediction.atMost("largest relative distance of the ratio from f^e", TOLERANCE, "1 %, as for C1c"),
                records.evidence(List.of(DECAYING, UNDECAYED), Estimate.mean(worst), details.asMap()),
                List.of(new Control(
                        Prediction.near("ratio before the first update", 1, 0, "the runs start from the same weights"),
                        Estimate.exact(quotient(with.get(0), without.get(0), layer, 0)))));
    }

    private static double quotient(RunRecord with, RunRecord without, int layer, int epoch) {
        return with.norm(layer, epoch) / without.norm(layer, epoch);
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return DecayFigures.of(records);
    }
}
