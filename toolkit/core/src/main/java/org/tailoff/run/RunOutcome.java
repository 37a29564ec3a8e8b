package org.tailoff.run;

/** How a run ended that did not fail. */
public sealed interface RunOutcome {
    /**
     * It is in the store, whole.
     *
     * @param run what it left
     */
    record Finished(FinishedRun run) implements RunOutcome {}

    /**
     * It diverged (NaN or infinity), which is a result and no failure; nothing of it is kept as finished.
     *
     * @param reason epoch, iteration, tensor and learning rate, on one line
     */
    record Diverged(String reason) implements RunOutcome {}
}
