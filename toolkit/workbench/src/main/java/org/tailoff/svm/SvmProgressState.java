package org.tailoff.svm;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * How a machine goes on.
 *
 * @param stopping whether it is to end unfinished
 * @param advanced told of kernel values that were worked out, or turned out not to be needed
 */
record SvmProgressState(BooleanSupplier stopping, LongConsumer advanced) {
    /**
     * Ends the work if that is asked for.
     *
     * @throws CancellationException if it is
     */
    void requireGoing() {
        if (stopping.getAsBoolean()) {
            throw new CancellationException("a support vector machine was stopped");
        }
    }

    void advanced(long kernelValues) {
        advanced.accept(kernelValues);
    }
}
