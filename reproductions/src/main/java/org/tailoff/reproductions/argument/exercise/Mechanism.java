package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Picture;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.Balance;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.EndStates;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * Claim 3, what stops the decay. Squaring book eq. 93, S_l' = (1-q)^2 S_l - 2 (1-q) eta &lt;g, W_l&gt; + eta^2 ||g||^2;
 * where S_l no longer changes on average,
 *
 * <p>lambda S_l/n = -&lt;E g, W_l&gt; + (eta/2) E||g||^2 to first order in q: decay is balanced by what gradients add
 * to the norm, along the weights (first term) and across them (second term).
 *
 * <p><b>How it is tested:</b> both sides from the recorded iterations of the stationary window, per layer: in the
 * examples' setting and both examples carried on, and over eta/m and lambda, since which of the two holds the size
 * depends on them.
 *
 * <p><b>What would refute it:</b> two sides that differ by more than 5 % in stationary runs.
 */
public final class Mechanism implements ClaimTest {
    private static final Claim CLAIM = new Claim(
            "C3f",
            "the decay stops where gradients add to the norm what decay takes",
            "squared book eq. 93; " + Claim.EXERCISE + ", (3)",
            "(-<E g, W> + (eta/2) E||g||^2) over lambda S/n in the stationary window",
            "two sides that differ by more than 5 % although the norm no longer changes");

    private static final double TOLERANCE = 0.05;

    /** The examples' own learning rate first, then over eta/m, then over lambda. */
    private static List<Experiment> settled() {
        List<Experiment> all = new ArrayList<>();
        ExperimentGrid.TEMPERATURES.forEach(temperature -> all.add(ExperimentGrid.settledAt(temperature)));
        all.addAll(1, List.of(BookRun.OLD_30_CONTINUED, BookRun.OLD_100_CONTINUED));
        all.add(ExperimentGrid.settled(50, Start.OLD));
        all.add(ExperimentGrid.settled(500, Start.OLD));
        return all;
    }

    @Override
    public List<Claim> claims() {
        return List.of(CLAIM);
    }

    @Override
    public List<Experiment> experiments() {
        return settled();
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        EndStates ends = records.ends();
        List<Finding> findings = new ArrayList<>();
        for (Experiment world : settled()) {
            IntStream.of(Layers.HIDDEN, Layers.OUTPUT)
                    .forEach(layer -> findings.add(balance(records, ends, world, layer)));
        }
        return findings;
    }

    private static Finding balance(ExperimentRuns records, EndStates ends, Experiment world, int layer) {
        return new Finding(
                CLAIM,
                world.label() + ", " + Layers.name(layer),
                Prediction.near(
                        "what gradients add over what decay takes",
                        1,
                        TOLERANCE,
                        "5 %: the norm may still drift by 0.5 %"),
                ends.evidence(
                        List.of(world),
                        records.estimate(
                                world,
                                run -> Balance.of(run, layer, ends.of(run).from())
                                        .total()),
                        new NamedNumbers()
                                .add(
                                        "along the weights",
                                        records.mean(
                                                world,
                                                run -> ends.balance(run, layer).along()))
                                .add(
                                        "across the weights",
                                        records.mean(
                                                world,
                                                run -> ends.balance(run, layer).across()))
                                .asMap()),
                List.of(new Control(
                        Prediction.atMost(
                                "the same in the first epoch, hidden layer",
                                0.9,
                                "while the norm falls decay takes more"),
                        records.estimate(world, Mechanism::beginning))));
    }

    /** 1 minus the share of the pure decay by which ln ||W|| really fell in the first epoch. */
    private static double beginning(RunRecord run) {
        return 1
                - StrictMath.log(run.shrinkage(Layers.HIDDEN, 1))
                        / StrictMath.log(run.law().factor());
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return BalanceFigures.of(records);
    }
}
