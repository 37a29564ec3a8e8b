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
import org.tailoff.claim.DecayLaw;
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
import org.tailoff.verify.OneRun;
import org.tailoff.verify.RunRecord;

/**
 * Claim 2 for weights that have a gradient: do they, too, decay by f per epoch?
 *
 * <ul>
 *   <li><b>C2c:</b> three readings. The layer's <em>projection</em> on what it was, &lt;W(e), W(e-1)&gt; /
 *       ||W(e-1)||^2, against f, as a rate. The <em>miss per weight</em>, R / ||W(e-1)||, which is the rms over weights
 *       of what is not f w, over the layer's rms: against what decay takes, 1 - f. And the rate at which ln RMS falls
 *       over the first epochs against that of f.
 *   <li><b>C2d:</b> from the same weights and shuffles, RMS(lambda)/RMS(0) against f^e, as a rate.
 * </ul>
 *
 * <p>The projection is one number of the whole layer: weights may stray from f w by any amount on both sides of it, and
 * it does not see them. The miss per weight does.
 *
 * <p><b>How it is tested:</b> the worst of the first epochs, per layer, in the examples and in five seeds of their
 * setting; rates within 5 % of decay's, the one tolerance of rates ({@link DecayLaw#RATE_TOLERANCE}).
 *
 * <p><b>What would refute it:</b> one of the first epochs in which the number is further away.
 */
public final class LiveWeights implements ClaimTest {
    private static final Claim SLOPE = new Claim(
            "C2c",
            "live weights decay by f per epoch",
            Claim.EXERCISE + ", (2)",
            "of the first epochs: largest |ln p / ln f - 1|, p = <W(e),W(e-1)>/||W(e-1)||^2 the layer's projection on what it"
                    + " was; largest miss per weight, R/||W(e-1)||; OLS rate of ln RMS over ln f",
            "a rate away from decay's by more than 5 % of it, or weights that stray from f w by more than 5 % of 1-f");
    private static final Claim PAIRED = new Claim(
            "C2d",
            "decay leaves f^e of what the weights would have been without it",
            Claim.EXERCISE + ", (2)",
            "largest |ln(RMS(lambda = 5)/RMS(0)) / ln f^e - 1| of the first epochs, same initial weights, same shuffles",
            "one of the first epochs by which the paired runs' ratio fell at another rate than f^e, by more than 5 %");

    private static final Prediction PROJECTION =
            DecayLaw.offByLittle("largest distance of the projection's rate from decay's, in units of decay's");
    private static final Prediction RATE = DecayLaw.asFast("rate of ln RMS, in units of decay's");
    private static final Prediction RATIO =
            DecayLaw.offByLittle("largest distance of the ratio's rate from decay's, in units of decay's");

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
                findings.add(projection(records, experiment, layer));
                findings.add(rate(records, experiment, layer));
                findings.add(perWeight(records, experiment, layer));
            }
        }
        findings.add(paired(records, Layers.HIDDEN));
        findings.add(paired(records, Layers.OUTPUT));
        return findings;
    }

    private static Finding projection(ExperimentRuns records, Experiment experiment, int layer) {
        RunRecord any = records.of(experiment).get(0);
        return new Finding(
                SLOPE,
                part(experiment, layer) + "projection of the whole layer",
                PROJECTION,
                records.evidence(
                        experiment,
                        run -> projectionError(run, layer, run.firstEpochs()),
                        new NamedNumbers()
                                .perEpoch(
                                        records, experiment, any.firstEpochs(), (run, epoch) -> run.slope(layer, epoch))
                                .add("f", any.law().factor())
                                .asMap()),
                controls(records),
                records.otherFirstEpochs(experiment, PROJECTION, (run, epochs) -> projectionError(run, layer, epochs)));
    }

    private static double projectionError(RunRecord run, int layer, IntStream epochs) {
        return epochs.mapToDouble(epoch -> run.rateErrorOf(run.slope(layer, epoch), 1))
                .max()
                .orElseThrow();
    }

    private static Finding perWeight(ExperimentRuns records, Experiment experiment, int layer) {
        RunRecord any = records.of(experiment).get(0);
        double taken = 1 - any.law().factor();
        Prediction little = Prediction.within(
                "largest miss per weight, R/||W(e-1)||",
                DecayLaw.RATE_TOLERANCE * taken,
                "5 % of what decay takes of a weight in an epoch, 1 - f, as for all rates");
        return new Finding(
                SLOPE,
                part(experiment, layer) + "miss per weight",
                little,
                records.evidence(
                        experiment,
                        run -> largestMiss(run, layer, run.firstEpochs()),
                        new NamedNumbers()
                                .perEpoch(
                                        records,
                                        experiment,
                                        any.firstEpochs(),
                                        (run, epoch) -> run.missPerWeight(layer, epoch))
                                .add("1 - f", taken)
                                .asMap()),
                controls(records),
                records.otherFirstEpochs(experiment, little, (run, epochs) -> largestMiss(run, layer, epochs)));
    }

    private static double largestMiss(RunRecord run, int layer, IntStream epochs) {
        return epochs.mapToDouble(epoch -> run.missPerWeight(layer, epoch))
                .max()
                .orElseThrow();
    }

    private static String part(Experiment experiment, int layer) {
        return experiment.label() + ", " + Layers.name(layer) + ", ";
    }

    private static Finding rate(ExperimentRuns records, Experiment experiment, int layer) {
        RunRecord any = records.of(experiment).get(0);
        return new Finding(
                SLOPE,
                part(experiment, layer) + "rate of ln RMS",
                RATE,
                records.evidence(
                        List.of(experiment),
                        rate(records, experiment, layer, RunRecord.FIRST_EPOCHS),
                        new NamedNumbers()
                                .add("eta lambda/m", any.law().exponent())
                                .asMap()),
                controls(records),
                any.otherFirstEpochs(RATE, most -> rate(records, experiment, layer, most)));
    }

    /** Of the line of least squares through the logarithms, from the state before training on. */
    private static Estimate rate(ExperimentRuns records, Experiment experiment, int layer, int first) {
        List<RunRecord> runs = records.of(experiment);
        int epochs = (int) runs.get(0).firstEpochs(first).count();
        double[] x = IntStream.rangeClosed(0, epochs).asDoubleStream().toArray();
        double[][] logs = runs.stream()
                .map(run -> IntStream.rangeClosed(0, epochs)
                        .mapToDouble(epoch -> run.law().rate(live(run, layer, epoch), 1))
                        .toArray())
                .toArray(double[][]::new);
        Estimate rate = SlopeFit.overSeeds(x, logs).slope();
        return experiment instanceof OneRun ? Estimate.exact(rate.value()) : rate;
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
                                "share left of the dead weights over f, epoch 1", 1, 1e-12, "without gradient it is f"),
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
                                "projection in epoch 1 at lambda = 50",
                                0.8,
                                "ten times the decay must be seen: f is 0.61"),
                        records.estimate(ExperimentGrid.early(50, Start.OLD), run -> run.slope(Layers.HIDDEN, 1))));
    }

    private static Finding paired(ExperimentRuns records, int layer) {
        List<List<RunRecord>> paired = records.paired(List.of(DECAYING, UNDECAYED));
        RunRecord with = paired.get(0).get(0);
        RunRecord without = paired.get(1).get(0);
        NamedNumbers details = new NamedNumbers();
        IntStream.rangeClosed(1, with.lastEpoch())
                .filter(epoch -> epoch <= RunRecord.FIRST_EPOCHS || epoch % 10 == 0)
                .forEach(epoch -> details.add("epoch " + epoch + ", ratio", quotient(with, without, layer, epoch))
                        .add("epoch " + epoch + ", f^e", with.law().factor(epoch)));
        return new Finding(
                PAIRED,
                DECAYING.label() + " against lambda 0, " + Layers.name(layer),
                RATIO,
                records.evidence(
                        List.of(DECAYING, UNDECAYED),
                        ratioError(paired, layer, RunRecord.FIRST_EPOCHS),
                        details.asMap()),
                List.of(new Control(
                        Prediction.near("ratio before the first update", 1, 0, "the runs start from the same weights"),
                        Estimate.exact(quotient(with, without, layer, 0)))),
                with.otherFirstEpochs(RATIO, most -> ratioError(paired, layer, most)));
    }

    private static Estimate ratioError(List<List<RunRecord>> paired, int layer, int first) {
        return Estimate.mean(IntStream.range(0, paired.get(0).size())
                .mapToDouble(seed -> {
                    RunRecord with = paired.get(0).get(seed);
                    RunRecord without = paired.get(1).get(seed);
                    return with.firstEpochs(first)
                            .mapToDouble(epoch -> with.rateErrorOf(quotient(with, without, layer, epoch), epoch))
                            .max()
                            .orElseThrow();
                })
                .toArray());
    }

    private static double quotient(RunRecord with, RunRecord without, int layer, int epoch) {
        return with.norm(layer, epoch) / without.norm(layer, epoch);
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return DecayFigures.of(records);
    }
}
