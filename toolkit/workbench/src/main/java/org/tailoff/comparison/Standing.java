package org.tailoff.comparison;

import java.util.List;
import org.tailoff.analysis.Estimate;

/**
 * How an initialiser did under one regime.
 *
 * @param last accuracy in percent at the end; the interval is for other seeds and other examples of the same kind
 * @param first accuracy in percent after the first measured epoch, likewise
 * @param cost data cost at the end, with its interval over the seeds alone
 * @param reachedAt the first epoch at the target accuracy, of those seeds that reached it
 */
public record Standing(Estimate last, Estimate first, Estimate cost, List<Integer> reachedAt) {
    private static final double NORMAL_975 = 1.959963984540054;

    /** Copies the epochs. */
    public Standing {
        reachedAt = List.copyOf(reachedAt);
    }

    static Standing of(ArmResult outcome, Judge judge, double target) {
        return new Standing(
                onOtherExamples(Estimate.mean(outcome.lastAccuracy()), judge),
                onOtherExamples(Estimate.mean(outcome.firstAccuracy()), judge),
                Estimate.mean(outcome.lastCost()),
                outcome.reachedAt(target));
    }

    /** Two independent reasons to vary: the squares of the half widths add up. */
    private static Estimate onOtherExamples(Estimate overSeeds, Judge judge) {
        double value = overSeeds.value();
        double seeds = overSeeds.high() - value;
        double examples = NORMAL_975 * judge.samplingError(value);
        double half = Math.sqrt(seeds * seeds + examples * examples);
        return new Estimate(value, value - half, value + half, overSeeds.n());
    }
}
