package org.tailoff.comparison;

import java.util.List;
import org.tailoff.analysis.Estimate;

/**
 * Where an initialiser stands under one regime.
 *
 * @param rank 1 more than the number of initialisers shown to be better at the end than it, or than one that has a
 *     lower mean, whichever is less: no initialiser ranks behind one with a lower mean for want of evidence against
 *     that one
 * @param initialiser as the user wrote it
 * @param last accuracy in percent at the end, with its interval over the seeds
 * @param first accuracy in percent after the first measured epoch, likewise
 * @param cost data cost at the end, likewise
 * @param reachedAt the first epoch at the target accuracy, of those seeds that reached it
 */
public record RankedInitialiser(
        int rank, String initialiser, Estimate last, Estimate first, Estimate cost, List<Integer> reachedAt) {
    /** Copies the epochs. */
    public RankedInitialiser {
        reachedAt = List.copyOf(reachedAt);
    }

    static RankedInitialiser of(int rank, ArmResult outcome, double target) {
        return new RankedInitialiser(
                rank,
                outcome.arm().initialiser(),
                Estimate.mean(outcome.lastAccuracy()),
                Estimate.mean(outcome.firstAccuracy()),
                Estimate.mean(outcome.lastCost()),
                outcome.reachedAt(target));
    }
}
