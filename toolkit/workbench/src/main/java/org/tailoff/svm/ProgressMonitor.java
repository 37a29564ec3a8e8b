package org.tailoff.svm;

import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.tailoff.run.StoppedException;

/**
 * The way between a support vector machine that is being trained and whoever waits for it: progress in one direction,
 * the wish to stop in the other.
 *
 * @param stopping whether it is to end unfinished
 * @param advanced notified of kernel values that were worked out, or turned out not to be needed
 */
record ProgressMonitor(BooleanSupplier stopping, LongConsumer advanced) {
    /**
     * Ends the work if that is asked for.
     *
     * @throws StoppedException if it is
     */
    void requireGoing() {
        if (stopping.getAsBoolean()) {
            throw new StoppedException();
        }
    }

    void advanced(long kernelValues) {
        advanced.accept(kernelValues);
    }
}
