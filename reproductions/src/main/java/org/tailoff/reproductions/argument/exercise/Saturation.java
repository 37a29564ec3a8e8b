package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
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
 * Claim 3g, the fourth answer's mechanism: at the start most hidden neurons are saturated, and the decay goes on until
 * they no longer are.
 *
 * <p><b>How it is tested:</b> fraction of |z| &gt; 5 in the hidden layer over 1000 training images, before the first
 * update and when the norm has settled, at the examples' own eta and at others; and where the examples' graphs end.
 *
 * <p><b>What would refute it:</b> at most half of the neurons saturated at the start, or at least half of them at the
 * end.
 */
public final class Saturation implements ClaimTest {
    private static final double MOST = 0.5;

    private static final Claim CLAIM = new Claim(
            "C3g",
            "decay goes on until hidden neurons are no longer saturated",
            Claim.THREAD + ", fourth answer",
            "fraction of hidden |z| > 5 before the first update and when the norm has settled",
            "less than half saturated at the start, or more than half when the norm has settled");

    /** The examples' own learning rate. */
    private static final SeededExperiment SETTLED = ExperimentGrid.settledAt(0.01);

    /** Whose end is looked at. */
    private static final List<Experiment> ENDED = List.of(
            SETTLED,
            BookRun.OLD_30_CONTINUED,
            BookRun.OLD_100_CONTINUED,
            ExperimentGrid.settled(Start.OLD),
            ExperimentGrid.settled(50, Start.OLD),
            ExperimentGrid.settled(500, Start.OLD));

    private static final List<BookRun> GRAPHED = List.of(BookRun.OLD_30, BookRun.OLD_100);

    @Override
    public List<Claim> claims() {
        return List.of(CLAIM);
    }

    @Override
    public List<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>(ENDED);
        all.addAll(GRAPHED);
        all.add(ExperimentGrid.example(Start.NEW));
        return all;
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        for (Experiment world : ENDED) {
            Evidence evidence = records.ends()
                    .evidence(List.of(world), records.estimate(world, Saturation::last), over(records, world));
            findings.add(end(records, world, "settled", evidence));
        }
        for (BookRun example : GRAPHED) {
            Evidence evidence = records.evidence(example, Saturation::last, over(records, example));
            findings.add(end(
                    records,
                    example,
                    "at the end of the graph",
                    QuickPlanLimits.evidence(records.plan(), "not at the end of the graph", evidence)));
        }
        findings.add(start(records));
        return findings;
    }

    private static Finding start(ExperimentRuns records) {
        return new Finding(
                CLAIM,
                SETTLED.label() + ", before the first update",
                Prediction.atLeast("fraction saturated", MOST, "\"most\""),
                records.evidence(SETTLED, run -> run.neurons(0, 0).saturation(), over(records, SETTLED)),
                controls(records));
    }

    private static double last(RunRecord run) {
        return run.neurons(0, run.lastEpoch()).saturation();
    }

    private static Finding end(ExperimentRuns records, Experiment world, String when, Evidence evidence) {
        return new Finding(
                CLAIM,
                world.label() + ", " + when,
                Prediction.atMost("fraction saturated", MOST, "no longer \"most\""),
                evidence,
                controls(records));
    }

    private static Map<String, Double> over(ExperimentRuns records, Experiment world) {
        NamedNumbers details = new NamedNumbers();
        RunRecord any = records.of(world).get(0);
        IntStream.of(0, 1, 2, 5, 10, any.lastEpoch())
                .filter(epoch -> epoch <= any.lastEpoch())
                .distinct()
                .forEach(epoch -> details.add(
                                "epoch " + epoch + ", fraction saturated",
                                records.mean(world, run -> run.neurons(0, epoch).saturation()))
                        .add(
                                "epoch " + epoch + ", mean sigma'(z)",
                                records.mean(world, run -> run.neurons(0, epoch).meanSigmaPrime()))
                        .add(
                                "epoch " + epoch + ", RMS of z",
                                records.mean(
                                        world,
                                        run -> run.neurons(0, epoch).rmsZ().orElseThrow())));
        return details.asMap();
    }

    private static List<Control> controls(ExperimentRuns records) {
        return List.of(new Control(
                Prediction.atMost(
                        "fraction saturated before the first update, new initialisation",
                        0.01,
                        "z has a standard deviation of about 1 there"),
                records.estimate(
                        ExperimentGrid.example(Start.NEW),
                        run -> run.neurons(0, 0).saturation())));
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return SaturationFigures.of(records);
    }
}
