package org.tailoff.reproductions.argument.exercise;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Picture;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * Claim 3g, the fourth answer's mechanism: at the start most hidden neurons are saturated, and the decay goes on until
 * they no longer are.
 *
 * <p><b>How it is tested:</b> fraction of |z| &gt; 5 in the hidden layer over 1000 training images, before the first
 * update and when the norm has settled.
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

    private static final SeededExperiment SETTLED = ExperimentGrid.settled(Start.OLD);

    @Override
    public List<Claim> claims() {
        return List.of(CLAIM);
    }

    @Override
    public List<Experiment> experiments() {
        return List.of(
                SETTLED,
                ExperimentGrid.settled(50, Start.OLD),
                ExperimentGrid.settled(500, Start.OLD),
                ExperimentGrid.settled(Start.NEW));
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        return List.of(
                end(records, SETTLED),
                end(records, ExperimentGrid.settled(50, Start.OLD)),
                end(records, ExperimentGrid.settled(500, Start.OLD)),
                start(records));
    }

    private static Finding start(ExperimentRuns records) {
        return new Finding(
                CLAIM,
                SETTLED.label() + ", before the first update",
                Prediction.atLeast("fraction saturated", MOST, "\"most\""),
                records.evidence(SETTLED, run -> run.neurons(0, 0).saturation(), over(records, SETTLED)),
                controls(records));
    }

    private static Finding end(ExperimentRuns records, SeededExperiment world) {
        Evidence evidence = records.ends()
                .evidence(
                        List.of(world),
                        records.estimate(
                                world, run -> run.neurons(0, run.lastEpoch()).saturation()),
                        over(records, world));
        return new Finding(
                CLAIM,
                world.label() + ", settled",
                Prediction.atMost("fraction saturated", MOST, "no longer \"most\""),
                evidence,
                controls(records));
    }

    private static Map<String, Double> over(ExperimentRuns records, SeededExperiment world) {
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
                        ExperimentGrid.settled(Start.NEW),
                        run -> run.neurons(0, 0).saturation())));
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return SaturationFigures.of(records);
    }
}
