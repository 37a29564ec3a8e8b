package org.tailoff.reproductions.machine;

/** Told how the training of support vector machines goes on; called from several threads. */
public interface MachineWatcher {
    /**
     * A machine that was not stored is being trained.
     *
     * @param machine its name
     */
    void started(String machine);

    /**
     * Some of the work has been done.
     *
     * @param kernelValues how many, of those that {@link MachineShop#kernelValues} promised, since the last call
     */
    void advanced(long kernelValues);

    /**
     * A machine has been trained.
     *
     * @param machine its name
     */
    void finished(String machine);
}
