package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
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
import org.tailoff.verify.EndStates;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * Claim 3, the size: "supposing lambda is not too large, the weight decay will tail off when the weights are down to a
 * size around 1/sqrt(n), where n is the total number of weights in the network". A third party's edition has
 * 1/sqrt(n_in), so both are tested.
 *
 * <ul>
 *   <li><b>C3a:</b> the stationary RMS of all weights is c/sqrt(N_w), c in [1/3, 3]; and the norm stays within 1 % of
 *       its end from the time on in which decay alone would have brought N(0,1) weights down to that.
 *   <li><b>C3b:</b> the stationary RMS of the hidden layer's live weights is c/sqrt(n_in), c in [1/3, 3]; so is their
 *       median magnitude, and the RMS is c/sqrt(sum x^2).
 * </ul>
 *
 * <p><b>How it is tested:</b> five seeds of the examples' network at their own eta = 0.1, until stationary; both
 * examples themselves, carried on; and at eta = 0.5 three strengths of decay and both initialisations.
 *
 * <p><b>What would refute it:</b> weights that settle at more than three times the size, or at less than a third.
 */
public final class TailOff implements ClaimTest {
    private static final double AROUND = 3;

    /** What counts as having reached the end: the mini-batches' noise alone moves the norm by a tenth of it. */
    private static final double NEAR = 0.01;

    private static final int INPUTS = 784;

    private static final Claim ALL = new Claim(
            "C3a",
            "the decay tails off at a size around 1/sqrt(N_w)",
            Claim.EXERCISE + ", (3)",
            "stationary RMS of all weights times sqrt(N_w); epoch from which on the RMS is within 1 % of it",
            "a stationary RMS between a third and three times 1/sqrt(N_w)");
    private static final Claim FAN_IN = new Claim(
            "C3b",
            "the decay tails off at a size around 1/sqrt(n_in)",
            Claim.EXERCISE + ", (3), in a third party's edition",
            "stationary RMS and median of the hidden layer's live weights times sqrt(784); RMS times sqrt(sum x^2)",
            "a stationary RMS of the live weights between a third and three times 1/sqrt(784)");

    /** The examples' own learning rate. */
    private static final SeededExperiment SETTLED = ExperimentGrid.settledAt(0.01);

    private static final SeededExperiment FASTER = ExperimentGrid.settled(Start.OLD);
    private static final SeededExperiment UNDECAYED = ExperimentGrid.early(0, Start.OLD);

    @Override
    public List<Claim> claims() {
        return List.of(ALL, FAN_IN);
    }

    @Override
    public List<Experiment> experiments() {
        Set<Experiment> all = new LinkedHashSet<>(ended());
        all.add(UNDECAYED);
        return List.copyOf(all);
    }

    @Override
    public List<Experiment> pictured() {
        return List.of(BookRun.NEW_30_CONTINUED);
    }

    /** Whose end is looked at; the examples' own decay first. */
    private static List<Experiment> ended() {
        return List.of(
                SETTLED,
                BookRun.OLD_30_CONTINUED,
                BookRun.OLD_100_CONTINUED,
                FASTER,
                ExperimentGrid.settled(Start.NEW),
                ExperimentGrid.settled(50, Start.OLD),
                ExperimentGrid.settled(500, Start.OLD));
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        EndStates ends = records.ends();
        List<Finding> findings = new ArrayList<>();
        for (Experiment experiment : ended()) {
            findings.add(size(
                    records,
                    ends,
                    experiment,
                    new Size(
                            ALL,
                            "stationary RMS times sqrt(N_w)",
                            run -> ends.of(run).rms() * Math.sqrt(run.weights()))));
        }
        findings.add(when(records, SETTLED));
        findings.add(when(records, FASTER));
        for (Size size : fanInSizes()) {
            ended().forEach(experiment -> findings.add(size(records, ends, experiment, size)));
        }
        return findings;
    }

    private static List<Size> fanInSizes() {
        double unit = Math.sqrt(INPUTS);
        return List.of(
                new Size(FAN_IN, "stationary live RMS times sqrt(784)", run -> live(run) * unit),
                new Size(
                        FAN_IN,
                        "stationary live median times sqrt(784)",
                        run -> run.tensor(Layers.HIDDEN, run.lastEpoch())
                                        .inputs()
                                        .liveMedian()
                                        .orElseThrow()
                                * unit),
                new Size(
                        FAN_IN,
                        "stationary live RMS times sqrt(sum x^2)",
                        run -> live(run) * Math.sqrt(Layers.meanSquares(run))));
    }

    /** A size in the unit in which it is claimed to be around 1. */
    private record Size(Claim claim, String quantity, ToDoubleFunction<RunRecord> of) {}

    private static double live(RunRecord run) {
        return run.tensor(Layers.HIDDEN, run.lastEpoch()).inputs().live().orElseThrow();
    }

    private static Finding size(ExperimentRuns records, EndStates ends, Experiment experiment, Size size) {
        return new Finding(
                size.claim,
                experiment.label() + ", " + size.quantity,
                Prediction.around(size.quantity, 1, AROUND, "\"around\" is read as a factor of three either way"),
                ends.evidence(
                        List.of(experiment),
                        records.estimate(experiment, size.of),
                        new NamedNumbers()
                                .add(
                                        "change of the norm over the window in the worst run, %",
                                        100 * ends.change(experiment))
                                .add("validation accuracy at the end", records.mean(experiment, RunRecord::accuracy))
                                .asMap()),
                controls(records, experiment));
    }

    private static List<Control> controls(ExperimentRuns records, Experiment experiment) {
        return List.of(
                new Control(
                        Prediction.near(
                                "dead weights at the end over f^E", 1, 1e-9, "without gradient nothing stops them"),
                        records.estimate(experiment, TailOff::deadShare)),
                new Control(
                        Prediction.atLeast(
                                "norm at the end over norm at the start, lambda = 0", 0.9, "nothing to tail off"),
                        records.estimate(
                                UNDECAYED,
                                run -> run.norm(Layers.HIDDEN, run.lastEpoch()) / run.norm(Layers.HIDDEN, 0))));
    }

    private static double deadShare(RunRecord run) {
        double left = run.tensor(Layers.HIDDEN, run.lastEpoch()).inputs().dead().orElseThrow()
                / run.tensor(Layers.HIDDEN, 0).inputs().dead().orElseThrow();
        return left / run.law().factor(run.lastEpoch());
    }

    private static Finding when(ExperimentRuns records, SeededExperiment experiment) {
        RunRecord any = records.of(experiment).get(0);
        double toFanIn = any.law().epochsTo(1 / Math.sqrt(INPUTS));
        double toAll = any.law().epochsTo(1 / Math.sqrt(any.weights()));
        EndStates ends = records.ends();
        return new Finding(
                ALL,
                experiment.label() + ", when",
                new Prediction(
                        "epoch from which on the RMS of all weights is within 1 % of its end",
                        toFanIn,
                        toAll,
                        "decay alone brings N(0,1) weights to 1/sqrt(784), to 1/sqrt(N_w) in that time"),
                ends.evidence(
                        List.of(experiment),
                        records.estimate(
                                experiment, run -> settledFrom(run, ends.of(run).rms())),
                        new NamedNumbers()
                                .add("m/(eta lambda) epochs", 1 / any.law().exponent())
                                .add(
                                        "RMS at the end",
                                        records.mean(
                                                experiment, run -> ends.of(run).rms()))
                                .asMap()),
                controls(records, experiment));
    }

    /** The epoch after which no epoch's RMS is more than 1 % away from the end. */
    static double settledFrom(RunRecord run, double end) {
        return 1
                + IntStream.rangeClosed(0, run.lastEpoch())
                        .filter(epoch -> Math.abs(run.rms(epoch) / end - 1) > NEAR)
                        .max()
                        .orElse(-1);
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return TailOffFigures.of(records);
    }
}
