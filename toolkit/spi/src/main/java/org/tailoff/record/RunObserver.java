package org.tailoff.record;

/**
 * Sees a run as it happens. All calls come from the training thread, in the order started, iterations and epochs,
 * finished.
 *
 * <p>A resumed run calls {@link #started} again and goes on after its last complete epoch. An exception thrown by any
 * method fails the run.
 */
public interface RunObserver {
    /**
     * Called before the first update.
     *
     * @param start tensors with names, shapes and initial statistics, never null
     */
    default void started(RunStart start) {}

    /**
     * Called when a block of iterations is complete, at least every {@link IterationBlock#MAX_ROWS} recorded iterations
     * and at the end of every epoch, before {@link #epoch}.
     *
     * @param block the iterations since the last call, never null
     */
    default void iterations(IterationBlock block) {}

    /**
     * Called at the end of every epoch, and once for epoch 0 before the first update.
     *
     * @param record the epoch, never null
     */
    default void epoch(EpochRecord record) {}

    /** Called once, after the last epoch; not called for a run that fails or is interrupted. */
    default void finished() {}
}
