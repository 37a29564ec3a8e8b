package org.tailoff.run;

/** Work that is no run and is carried out beside the runs, begun before them. */
public interface SideWork {
    /** Nothing. */
    SideWork NONE = new SideWork() {
        @Override
        public void begin(RunExecutor executor) {}

        @Override
        public void await() {}
    };

    /**
     * Hands the work over.
     *
     * @param executor carries it out
     */
    void begin(RunExecutor executor);

    /**
     * Waits until all is done.
     *
     * @throws StoppedException if some was stopped
     * @throws RunFailedException if some fails
     * @throws InterruptedException if the calling thread is interrupted
     */
    void await() throws InterruptedException;
}
