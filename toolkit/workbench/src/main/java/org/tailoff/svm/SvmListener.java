package org.tailoff.svm;

/** Told how the training of support vector machines goes on; called from several threads. */
public interface SvmListener {
    /**
     * A machine that was not stored is being trained.
     *
     * @param machine its name
     */
    void started(String machine);

    /**
     * Some of the work has been done.
     *
     * @param kernelValues how many, of those that {@link SvmScheduler#kernelValues} promised, since the last call
     */
    void advanced(long kernelValues);

    /**
     * A machine has been trained.
     *
     * @param machine its name
     */
    void finished(String machine);
}
