package org.tailoff.reproductions.argument.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.regression.SimpleRegression;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.record.IterationColumn;
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
 * N7: a settled norm is one that returns. Where noise of constant strength feeds it, dS/dt = -2q S + const, so a
 * deviation of S dies at a rate of 2q a step; under scale invariance the noise goes as 1/S, and the rate is 4q.
 *
 * <p><b>Source:</b> the square of book eq. 93; Li, Lyu and Arora 2020 (2010.02916).
 *
 * <p><b>How it is tested:</b> the hidden weights of settled runs (eta = 0.5, lambda = 50) are multiplied by 1.3 or 0.75
 * between two epochs; the rate is the slope of ln |S - S_settled| from the kick until a quarter of the deviation is
 * left, S_settled the mean over the window before it.
 *
 * <p><b>What would refute it:</b> a rate outside 2q to 4q, or a norm that does not return.
 */
public final class Kick implements ClaimTest {
    private static final double LEFT = 0.25;

    private static final Claim CLAIM = new Claim(
            "N7",
            "a kicked norm returns, S at a rate of 2q to 4q a step",
            "the square of book eq. 93; Li, Lyu and Arora 2020 (2010.02916)",
            "rate at which the deviation of S_1 from its settled mean dies after a kick, over q",
            "a rate below 2q or above 4q");

    private static final List<Double> FACTORS = List.of(1.3, 0.75);
    private static final SeededExperiment SETTLED = ExperimentGrid.settled(50, Start.OLD);

    @Override
    public List<Claim> claims() {
        return List.of(CLAIM);
    }

    @Override
    public List<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>(List.of(SETTLED));
        FACTORS.forEach(factor -> all.add(ExperimentGrid.kicked(factor)));
        return all;
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        return FACTORS.stream().map(factor -> finding(records, factor)).toList();
    }

    private static Finding finding(ExperimentRuns records, double factor) {
        SeededExperiment kicked = ExperimentGrid.kicked(factor);
        return new Finding(
                CLAIM,
                kicked.label(),
                new Prediction("rate over q", 2, 4, "2 for noise of constant strength, 4 under scale invariance"),
                records.ends()
                        .evidence(
                                List.of(SETTLED),
                                records.estimate(
                                        kicked, run -> rate(run, kicked.change().after())),
                                new NamedNumbers()
                                        .add(
                                                "S_1 just after over S_1 settled",
                                                records.mean(
                                                        kicked,
                                                        run -> square(
                                                                run,
                                                                kicked.change().after(),
                                                                0)))
                                        .add(
                                                "S_1 at the end over S_1 settled",
                                                records.mean(
                                                        kicked,
                                                        run -> StrictMath.pow(
                                                                        run.norm(Layers.HIDDEN, run.lastEpoch()), 2)
                                                                / settled(
                                                                        run,
                                                                        kicked.change()
                                                                                .after())))
                                        .asMap()),
                List.of(
                        new Control(
                                Prediction.near(
                                        "norm just before the kick over the unkicked run's",
                                        1,
                                        1e-12,
                                        "until then both are the same run"),
                                records.estimate(
                                        kicked,
                                        run -> same(
                                                records, run, kicked.change().after()))),
                        new Control(
                                Prediction.near("S_1 at the end over S_1 settled", 1, 0.05, "it must have returned"),
                                records.estimate(
                                        kicked,
                                        run -> StrictMath.pow(run.norm(Layers.HIDDEN, run.lastEpoch()), 2)
                                                / settled(run, kicked.change().after())))));
    }

    private static double same(ExperimentRuns records, RunRecord run, int after) {
        RunRecord unkicked = records.of(SETTLED).stream()
                .filter(each -> each.spec().seeds().equals(run.spec().seeds()))
                .findFirst()
                .orElseThrow();
        return run.norm(Layers.HIDDEN, Math.min(after, run.lastEpoch()))
                / unkicked.norm(Layers.HIDDEN, Math.min(after, unkicked.lastEpoch()));
    }

    private static double[] squares(RunRecord run) {
        return Arrays.stream(run.series(Layers.HIDDEN, IterationColumn.NORM))
                .map(norm -> norm * norm)
                .toArray();
    }

    /** Index in a series of the first recorded iteration after the kick. */
    private static int kickedAt(RunRecord run, int after) {
        return (int) Math.ceil((double) after * run.law().stepsPerEpoch() / run.recordEvery());
    }

    /** The mean of S over the last quarter of what came before the kick. */
    static double settled(RunRecord run, int after) {
        int end = Math.min(kickedAt(run, after), squares(run).length);
        return Arrays.stream(squares(run), end - end / 4, end).average().orElse(Double.NaN);
    }

    private static double square(RunRecord run, int after, int later) {
        double[] squares = squares(run);
        return squares[Math.min(kickedAt(run, after) + later, squares.length - 1)] / settled(run, after);
    }

    /**
     * Slope of -ln |S - S_settled| a step, over q, until a quarter of the deviation is left; 0 of a run that was cut
     * short before the kick.
     */
    static double rate(RunRecord run, int after) {
        if (run.lastEpoch() <= after) {
            return 0;
        }
        double[] squares = squares(run);
        double settled = settled(run, after);
        int from = kickedAt(run, after);
        SimpleRegression line = new SimpleRegression();
        for (int i = from; i < squares.length; i++) {
            double left = Math.abs(squares[i] - settled);
            if (left < LEFT * Math.abs(squares[from] - settled)) {
                break;
            }
            line.addData((double) (i - from) * run.recordEvery(), StrictMath.log(left));
        }
        return -line.getSlope() / run.law().q();
    }
}
