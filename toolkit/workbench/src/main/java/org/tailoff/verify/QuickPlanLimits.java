package org.tailoff.verify;

import java.util.Optional;
import org.tailoff.claim.Evidence;

/**
 * What a quick plan cannot decide: what is said of the whole of a run, or of the state in which it ends if it is long
 * enough.
 */
public final class QuickPlanLimits {
    /** What is said of the end needs an end that lasts. */
    public static final String STATIONARY = "not stationary";

    private QuickPlanLimits() {}

    /**
     * Evidence about the whole or the end of runs.
     *
     * @param plan how much was run
     * @param lacking what runs that were cut short are not
     * @param evidence what was measured at the end
     * @return the evidence, with an obstacle if the runs were cut short
     */
    public static Evidence evidence(Plan plan, String lacking, Evidence evidence) {
        return plan.quick()
                ? new Evidence(
                        evidence.measured(),
                        evidence.runs(),
                        evidence.dropped(),
                        Optional.of(lacking + ": the run was cut short"),
                        evidence.details())
                : evidence;
    }
}
