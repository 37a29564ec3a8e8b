package org.tailoff.run;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Carries out runs for a {@link RunScheduler}: in threads of this process ({@link LocalExecutor}), in processes of
 * their own, or on other machines that see the directory of the store. The scheduler says what is to be carried out and
 * in which order; the executor, how many side by side. It serves one call of {@link RunScheduler#run}.
 */
public interface RunExecutor {
    /**
     * Carries out a run, from its beginning or from its last checkpoint, as soon as there is room for it. It is trained
     * with the data, the plugins and the store that the executor was made for; what it leaves is found in the store.
     *
     * @param task the run; not to be trained again if it has been finished by now
     * @param listener notified of its beginning and its progress, from any thread, and not of its end; an executor that
     *     trains elsewhere has nothing to pass to {@link RunListener#observing}
     * @return how it ended; fails with {@link StoppedException} if it was stopped, with anything else if it cannot be
     *     finished
     */
    CompletableFuture<RunOutcome> submit(RunTask task, RunListener listener);

    /**
     * Carries out other work in this process, in turn with the runs. It does not travel: what is done beside runs is
     * small, and may use whatever this process holds.
     *
     * @param <T> the type of its result
     * @param work asks {@link #isStopping} often if it is long
     * @return its result
     */
    <T> CompletableFuture<T> submit(Callable<T> work);

    /**
     * Refuses to go on with a run that was broken off, where its last bits may come out otherwise than where it was
     * begun. Unless overridden nothing is refused here: who trains elsewhere asks there.
     *
     * @param id the name of its directory in the store
     * @throws IllegalArgumentException if that is so; one line
     */
    default void requireResumable(String id) {}

    /** {@return whether all work is to end at the next place from which it can go on} */
    boolean isStopping();

    /**
     * Stops what is going on, so that it can go on later, and waits for that. Nothing can be submitted afterwards.
     *
     * @return whether there was something to stop
     */
    boolean stop();
}
