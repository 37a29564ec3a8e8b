package org.tailoff.reproductions.argument;

import java.util.Optional;
import org.tailoff.claim.Evidence;

/** What a quick plan cannot decide: the state in which a run ends if it is long enough. */
final class CutShort {
    private CutShort() {}

    /**
     * Evidence about the end of runs.
     *
     * @param plan how much was run
     * @param evidence what was measured at the end
     * @return the evidence, with an obstacle if the runs were cut short
     */
    static Evidence evidence(Plan plan, Evidence evidence) {
        return plan.quick()
                ? new Evidence(
                        evidence.measured(),
                        evidence.runs(),
                        evidence.dropped(),
                        Optional.of("not stationary: the run was cut short"),
                        evidence.details())
                : evidence;
    }
}
