package org.tailoff.reproductions.argument.exercise;

import java.util.List;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Picture;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.book.Published;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * Claim 2 from the published numbers alone: the book's program divides the regulariser by the size of the set it
 * evaluates, so that in {@code regularized_full.json} the test cost minus the training cost is (lambda/2)(1/10,000 -
 * 1/50,000) S plus the gap between the data costs. The sum of squared weights S can be read off the book's own curves.
 *
 * <p><b>How it is tested:</b> the gap neglected, the rate at which sqrt(S) falls from the first epoch to the second
 * against that of f; the same with the gap of our run; and S against that of our run.
 *
 * <p><b>What would refute it:</b> a norm read off the published costs that falls at another rate than decay's in the
 * book's second epoch.
 */
public final class PublishedCosts implements ClaimTest {
    private static final Claim CLAIM = new Claim(
            "C2e",
            "the published costs show the weights decay by f",
            "the book's regularized_full.json; " + Claim.EXERCISE + ", (2)",
            "S = (test cost - training cost) / ((lambda/2)(1/10,000 - 1/50,000)); ln sqrt(S(2)/S(1)) over ln f",
            "a rate between the first two published epochs that is within 5 % of decay's");

    private static final String FILE = "regularized_full";

    /** (lambda/2)(1/10,000 - 1/50,000) at lambda = 5. */
    private static final double WEIGHT = 5.0 / 2 * (1 / 10_000.0 - 1 / 50_000.0);

    @Override
    public List<Claim> claims() {
        return List.of(CLAIM);
    }

    @Override
    public List<Experiment> experiments() {
        return List.of(BookRun.REGULARIZED_FULL);
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        RunRecord run = records.of(BookRun.REGULARIZED_FULL);
        return List.of(
                rate(records, "published data alone, second epoch", squares(1, 0), squares(2, 0)),
                sum(records),
                rate(
                        records,
                        "with our run's gap of the data costs, second epoch",
                        squares(1, gap(run, 1)),
                        squares(2, gap(run, 2))));
    }

    private static double difference(String file, int index) {
        return Published.curve(file, "/0")[index] - Published.curve(file, "/2")[index];
    }

    /** The finding of two sums of squared weights, an epoch apart. */
    static Finding rate(ExperimentRuns records, String part, double first, double second) {
        DecayLaw law = records.of(BookRun.REGULARIZED_FULL).law();
        double kept = Math.sqrt(second / first);
        return new Finding(
                CLAIM,
                part,
                DecayLaw.asFast("rate of ln sqrt(S), in units of decay's"),
                Evidence.exact(
                        law.rate(kept, 1),
                        "published regularized_full.json",
                        new NamedNumbers()
                                .add("S after epoch 1", first)
                                .add("S after epoch 2", second)
                                .add("factor", kept)
                                .add("f", law.factor())
                                .asMap()),
                List.of(new Control(
                        Prediction.near(
                                "the same difference without decay, over that with it",
                                0,
                                0.05,
                                "overfitting_full's costs hold no regulariser: the gap alone"),
                        Estimate.exact(difference("overfitting_full", 0) / difference(FILE, 0)))));
    }

    private static Finding sum(ExperimentRuns records) {
        RunRecord run = records.of(BookRun.REGULARIZED_FULL);
        double gap = gap(run, 1);
        double published = squares(1, gap);
        return new Finding(
                CLAIM,
                "S of the published costs against our run's, epoch 1",
                Prediction.exactly("published S over measured S", 1, 1e-8, "the first epochs' costs agree to 1e-9"),
                records.evidence(
                        List.of(BookRun.REGULARIZED_FULL),
                        Estimate.exact(published / run.squares(1)),
                        new NamedNumbers()
                                .add("measured S", run.squares(1))
                                .add("gap of the data costs", gap)
                                .asMap()),
                List.of(new Control(
                        Prediction.atLeast(
                                "our S before the first update over that of epoch 1",
                                1.2,
                                "another epoch's S must not pass"),
                        Estimate.exact(run.squares(0) / run.squares(1)))));
    }

    /** S of the published costs after an epoch, from 1, if the data costs differ by a gap. */
    static double squares(int epoch, double gap) {
        return (difference(FILE, epoch - 1) - gap) / WEIGHT;
    }

    /** By how much our run's data cost is larger on the test images than on the training images. */
    static double gap(RunRecord run, int epoch) {
        return run.epoch(epoch).score("test").cost().data()
                - run.epoch(epoch).score("training").cost().data();
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return CostFigures.of(records);
    }
}
