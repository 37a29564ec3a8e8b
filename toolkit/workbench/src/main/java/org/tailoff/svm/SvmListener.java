package org.tailoff.svm;

/** Is notified of the progress of support vector machines; called from several threads. */
public interface SvmListener {
    /**
     * One that was not stored is being trained.
     *
     * @param svm its name
     */
    void started(String svm);

    /**
     * Some of the work has been done.
     *
     * @param kernelValues how many, of those that {@link SvmTrainer#kernelValues} promised, since the last call
     */
    void advanced(long kernelValues);

    /**
     * It has been trained.
     *
     * @param svm its name
     */
    void finished(String svm);
}
