package org.tailoff.reproductions.argument.law;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Numbers;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Picture;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.QuickPlanLimits;
import org.tailoff.verify.RunRecord;

/**
 * N11: saturation rises before it falls, and where it ends depends on eta/m. It can rise while every weight shrinks,
 * because z is a sum: the weights that the gradient leaves point the same way as the images do. How much is told by z
 * over what it would be if inputs were independent of each other.
 *
 * <p><b>How it is tested:</b> the share of hidden |z| &gt; 5 after every epoch, in both examples and in five seeds of
 * their setting; and settled, at eta/m = 0.1 against 0.01.
 *
 * <p><b>What would refute it:</b> a share that is never larger than before the first update; ends that do not differ.
 */
public final class SaturationCourse implements ClaimTest {
    /** A difference of a hundredth of the neurons is one; the sample has 30,000 weighted inputs. */
    private static final double LEAST = 0.01;

    private static final Claim CLAIM = new Claim(
            "N11",
            "saturation rises before it falls, and its end depends on eta/m",
            "this page",
            "largest share of hidden |z| > 5 after an epoch less that at the start; settled share at eta/m 0.1 less at 0.01",
            "no rise; no difference");

    private static final List<Experiment> EXAMPLES =
            List.of(ExperimentGrid.example(Start.OLD), BookRun.OLD_30, BookRun.OLD_100);
    private static final SeededExperiment COLD = ExperimentGrid.settledAt(0.01);
    private static final SeededExperiment HOT = ExperimentGrid.settledAt(0.1);

    @Override
    public List<Claim> claims() {
        return List.of(CLAIM);
    }

    @Override
    public List<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>(EXAMPLES);
        all.addAll(Temperature.worlds());
        all.add(ExperimentGrid.example(Start.NEW));
        return all;
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        EXAMPLES.forEach(example -> findings.add(rise(records, example)));
        EXAMPLES.forEach(example -> findings.add(fall(records, example)));
        findings.add(end(records));
        return findings;
    }

    private static double saturation(RunRecord run, int epoch) {
        return run.neurons(0, epoch).saturation();
    }

    private static int highest(RunRecord run) {
        return IntStream.rangeClosed(1, run.lastEpoch())
                .reduce((best, epoch) -> saturation(run, epoch) > saturation(run, best) ? epoch : best)
                .orElseThrow();
    }

    private static Finding rise(ExperimentRuns records, Experiment example) {
        return new Finding(
                CLAIM,
                example.label() + ", rise",
                Prediction.atLeast("highest share after an epoch less that at the start", LEAST, "a rise"),
                records.evidence(
                        example,
                        run -> saturation(run, highest(run)) - saturation(run, 0),
                        course(records, example).asMap()),
                List.of(control(records)));
    }

    private static Finding fall(ExperimentRuns records, Experiment example) {
        Evidence evidence = records.evidence(
                example,
                run -> saturation(run, highest(run)) - saturation(run, run.lastEpoch()),
                course(records, example).asMap());
        return new Finding(
                CLAIM,
                example.label() + ", fall by epoch 30",
                Prediction.atLeast("highest share less that after the last epoch", LEAST, "a fall"),
                QuickPlanLimits.evidence(records.plan(), "not at the end of the graph", evidence),
                List.of(control(records)));
    }

    private static Control control(ExperimentRuns records) {
        return new Control(
                Prediction.atMost(
                        "share before the first update from the new initialisation",
                        0.01,
                        "z has a standard deviation of about 1 there"),
                records.estimate(ExperimentGrid.example(Start.NEW), run -> saturation(run, 0)));
    }

    private static NamedNumbers course(ExperimentRuns records, Experiment example) {
        NamedNumbers details =
                new NamedNumbers().add("epoch of the highest share", records.mean(example, SaturationCourse::highest));
        RunRecord any = records.of(example).get(0);
        IntStream.of(0, 1, 2, 3, 5, 10, 20, any.lastEpoch())
                .filter(epoch -> epoch <= any.lastEpoch())
                .distinct()
                .forEach(epoch -> details.add(
                                "epoch " + epoch + ", fraction saturated",
                                records.mean(example, run -> saturation(run, epoch)))
                        .add(
                                "epoch " + epoch + ", RMS of z",
                                records.mean(
                                        example,
                                        run -> run.neurons(0, epoch).rmsZ().orElseThrow()))
                        .add(
                                "epoch " + epoch + ", RMS of z over that of independent inputs",
                                records.mean(example, run -> alignment(run, epoch)))
                        .add(
                                "epoch " + epoch + ", norm over that at the start",
                                records.mean(example, run -> run.norm(0, epoch) / run.norm(0, 0))));
        return details;
    }

    /** 1 where weights and images know nothing of each other. */
    private static double alignment(RunRecord run, int epoch) {
        var inputs = run.neurons(0, epoch).weightedInputs();
        return inputs.rms().orElseThrow() / inputs.independent().orElseThrow();
    }

    private static Finding end(ExperimentRuns records) {
        double[][] shares = records.paired(List.of(COLD, HOT), run -> saturation(run, run.lastEpoch()));
        double[] differences = IntStream.range(0, shares[0].length)
                .mapToDouble(seed -> shares[1][seed] - shares[0][seed])
                .toArray();
        NamedNumbers details = new NamedNumbers();
        Temperature.worlds()
                .forEach(world -> details.add(
                        "eta/m " + Numbers.text(world.step().temperature()),
                        records.mean(world, run -> saturation(run, run.lastEpoch()))));
        return new Finding(
                CLAIM,
                "settled, eta/m 0.1 against 0.01",
                Prediction.atLeast(
                        "share at eta/m 0.1 less that at 0.01",
                        LEAST,
                        "more noise, larger weights (N3), more saturation"),
                records.ends().evidence(List.of(COLD, HOT), Estimate.mean(differences), details.asMap()),
                List.of(control(records)));
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return SaturationCourseFigures.of(records);
    }
}
