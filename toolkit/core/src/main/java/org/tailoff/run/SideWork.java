package org.tailoff.run;

import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/** Work that is no run and is done in the same threads, begun before the runs. */
public interface SideWork {
    /** Nothing. */
    SideWork NONE = new SideWork() {
        @Override
        public void begin(ExecutorService pool, BooleanSupplier stopping) {}

        @Override
        public void await() {}
    };

    /**
     * Hands the work over.
     *
     * @param pool carries it out
     * @param stopping whether it is to end unfinished; asked often
     */
    void begin(ExecutorService pool, BooleanSupplier stopping);

    /**
     * Waits until all is done.
     *
     * @throws java.util.concurrent.CancellationException if some was ended unfinished
     * @throws IllegalStateException if some fails
     * @throws InterruptedException if the calling thread is interrupted
     */
    void await() throws InterruptedException;
}
