package org.tailoff.reproductions.argument.thread;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.record.SetScore;
import org.tailoff.reproductions.book.Published;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * A3-1: the cost of (almost) every graph so far stays in 0..1.
 *
 * <p><b>How it is tested:</b> by the largest value of each published curve of a cost, as it is graphed, and from the
 * first epoch where the graph leaves out the beginning; also of the runs of which only accuracies are graphed, and of
 * the one graph of costs that comes after the exercise.
 *
 * <p><b>What would refute it:</b> a curve that leaves 0..1; how many of them "almost" excuses is the reader's to say.
 */
final class CostGraphs {
    static final Claim CLAIM = new Claim(
            "A3-1",
            "the cost of (almost) every graph so far stays in 0..1",
            Claim.THREAD + ", answer 3",
            "largest value of each published curve of a cost, from the first epoch that is graphed",
            "a curve that stays in 0..1");
    private static final double ROUNDING = 1e-9;

    /**
     * A published curve of a cost.
     *
     * @param name what it is
     * @param file the book's file
     * @param pointer where in it
     * @param from the first epoch looked at, from 0
     */
    private record Graph(String name, String file, String pointer, int from) {
        double[] values() {
            double[] all = Published.curve(file, pointer);
            return Arrays.copyOfRange(all, from, all.length);
        }
    }

    private static final List<Graph> GRAPHS = List.of(
            new Graph("overfitting3, test cost", "overfitting", "/0", 0),
            new Graph("overfitting1, training cost as graphed, from epoch 200", "overfitting", "/2", 200),
            new Graph("overfitting1, training cost from the first epoch", "overfitting", "/2", 0),
            new Graph("regularized1, training cost as graphed, from epoch 200", "regularized", "/2", 200),
            new Graph("regularized1, training cost from the first epoch", "regularized", "/2", 0),
            new Graph("overfitting_full, training cost", "overfitting_full", "/2", 0),
            new Graph("regularized_full, training cost", "regularized_full", "/2", 0),
            new Graph("multiple_eta, eta 0.025 (graphed later, section 3.5)", "multiple_eta", "/0/2", 0),
            new Graph("multiple_eta, eta 0.25 (graphed later, section 3.5)", "multiple_eta", "/1/2", 0),
            new Graph("multiple_eta, eta 2.5 (graphed later, section 3.5)", "multiple_eta", "/2/2", 0));

    private CostGraphs() {}

    /**
     * One finding per curve. Our own run of overfitting shows that the published numbers are what they are taken for.
     */
    static List<Finding> findings(RunRecord ours) {
        return GRAPHS.stream().map(graph -> finding(ours, graph)).toList();
    }

    private static Finding finding(RunRecord ours, Graph graph) {
        double[] values = graph.values();
        double highest = Arrays.stream(values).max().orElseThrow();
        Map<String, Double> details = new NamedNumbers()
                .add("first", values[0])
                .add("last", values[values.length - 1])
                .add("epochs above 1", (double)
                        Arrays.stream(values).filter(v -> v > 1).count())
                .add("epochs", values.length)
                .asMap();
        return new Finding(
                CLAIM,
                graph.name,
                new Prediction("largest cost of the curve", 0, 1, "the bounds of the statement"),
                Evidence.exact(highest, "published " + graph.file + ".json " + graph.pointer, details),
                List.of(
                        new Control(
                                Prediction.atLeast("smallest cost of the curve", 0, "a cross-entropy is never below 0"),
                                Estimate.exact(Arrays.stream(values).min().orElseThrow())),
                        new Control(
                                Prediction.near(
                                        "our first test cost over the published one, overfitting3",
                                        1,
                                        ROUNDING,
                                        "the same seeds: the published file is read as it should be"),
                                Estimate.exact(
                                        firstTestCost(ours) / GRAPHS.get(0).values()[0]))));
    }

    private static double firstTestCost(RunRecord run) {
        return score(run, 1, DataSet.TEST).cost().regularised();
    }

    /** What an epoch scored on a set. */
    static SetScore score(RunRecord run, int epoch, DataSet set) {
        return run.epoch(epoch).score(set.label());
    }
}
