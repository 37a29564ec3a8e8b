package org.tailoff.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunStore;
import org.tailoff.train.TrainingWork;

/**
 * Has runs carried out by name and keeps them: a finished run is found again by what it depends on, one that was broken
 * off goes on, equal ones are trained once. Two runs, side by side:
 *
 * <pre>{@code
 * try (InitialiserRegistry initialisers = InitialiserRegistry.ofClassPath()) {
 *     RunStore store = RunStore.at(Path.of("runs"));
 *     RunEnvironment environment = new RunEnvironment(Mnist.embedded(), initialisers, store);
 *     RunScheduler scheduler = new RunScheduler(environment, new LocalExecutor(environment, 2));
 *     RunResults results = scheduler.run(Map.of(
 *             "small", SpecFiles.read(Path.of("small.yaml")),
 *             "large", SpecFiles.read(Path.of("large.yaml"))));
 *     results.requireAllFinished();
 *     results.finished().forEach((name, run) -> System.out.println(name + ": " + run.seconds() + " seconds"));
 * }
 * }</pre>
 */
public final class RunScheduler {
    private final RunStore store;
    private final RunIndex index;
    private final RunExecutor executor;
    private final RunListener listener;

    /**
     * A scheduler that nobody listens to.
     *
     * @param environment what the runs share
     * @param executor carries them out
     */
    public RunScheduler(RunEnvironment environment, RunExecutor executor) {
        this(environment, executor, new RunListener() {});
    }

    /**
     * A scheduler.
     *
     * @param environment what the runs share
     * @param executor carries them out
     * @param listener notified of their progress
     */
    public RunScheduler(RunEnvironment environment, RunExecutor executor, RunListener listener) {
        store = environment.store();
        index = new RunIndex(environment);
        this.executor = executor;
        this.listener = listener;
    }

    /**
     * Carries out runs, the longest first; those that are stored are taken from there, and equal ones are trained once.
     * Can be called once.
     *
     * @param runs the specs by name
     * @return the results
     * @throws IllegalArgumentException as {@link #requireSamePlatform}
     * @throws StoppedException if they are stopped
     * @throws RunFailedException if one fails otherwise than by diverging; those not yet begun are then left out
     * @throws InterruptedException if the calling thread is interrupted
     */
    public RunResults run(Map<String, RunSpec> runs) throws InterruptedException {
        return run(runs, SideWork.NONE);
    }

    /**
     * The same with other work, which is begun before the runs.
     *
     * @param runs the specs by name
     * @param beside done when this returns
     * @return the results
     * @throws IllegalArgumentException as {@link #requireSamePlatform}
     * @throws StoppedException if they are stopped
     * @throws RunFailedException if one fails otherwise than by diverging; those not yet begun are then left out
     * @throws InterruptedException if the calling thread is interrupted
     */
    public RunResults run(Map<String, RunSpec> runs, SideWork beside) throws InterruptedException {
        try {
            requireSamePlatform(runs);
            Map<String, List<String>> names = index.equal(runs);
            beside.begin(executor);
            NamedWork<RunOutcome> work = NamedWork.begin(
                    "run", distinct(runs), RunScheduler::work, (name, spec) -> begin(names.get(name), spec));
            Map<String, RunOutcome> outcomes = new HashMap<>();
            work.await().forEach((first, outcome) -> names.get(first).forEach(name -> outcomes.put(name, outcome)));
            beside.await();
            return RunResults.of(outcomes);
        } finally {
            stop();
        }
    }

    /**
     * The runs without those that equal another one under another name.
     *
     * @param runs the runs by name
     * @return of equal ones the first
     */
    public Map<String, RunSpec> distinct(Map<String, RunSpec> runs) {
        Map<String, RunSpec> distinct = new TreeMap<>(runs);
        distinct.keySet().retainAll(index.equal(runs).keySet());
        return distinct;
    }

    /**
     * The runs that are not finished yet.
     *
     * @param runs the runs by name
     * @return those that are not stored, of equal ones the first
     */
    public Map<String, RunSpec> missing(Map<String, RunSpec> runs) {
        Map<String, RunSpec> missing = distinct(runs);
        missing.entrySet().removeIf(run -> store.isFinished(index.id(run.getKey(), run.getValue())));
        return missing;
    }

    /**
     * Refuses to go on with a run under another BLAS kernel or JDK than it has been trained under so far, unless the
     * executor allows it.
     *
     * @param runs the runs by name
     * @throws IllegalArgumentException if a run that was broken off would; one line that names both
     */
    public void requireSamePlatform(Map<String, RunSpec> runs) {
        missing(runs).forEach((name, spec) -> executor.requireResumable(index.id(name, spec)));
    }

    /**
     * Deletes runs from the store, finished or not.
     *
     * @param runs the runs by name
     */
    public void forget(Map<String, RunSpec> runs) {
        runs.forEach((name, spec) -> store.delete(index.id(name, spec)));
    }

    /**
     * Stops what is going on after the current block of iterations, kept so that it can go on later, and waits for
     * that.
     *
     * @return whether there was something to stop
     */
    public boolean stop() {
        return executor.stop();
    }

    private static long work(RunSpec spec) {
        return spec.iterations() * spec.training().miniBatch() * TrainingWork.multiplications(spec);
    }

    /** Has a run opened or trained; its listeners know it by all of its names. */
    private Future<RunOutcome> begin(List<String> names, RunSpec spec) {
        String name = names.get(0);
        String id = index.id(name, spec);
        return (store.isFinished(id)
                        ? executor.submit(() -> found(name, id, spec))
                        : executor.submit(new RunTask(id, name, spec), listener))
                .thenApply(outcome -> {
                    if (outcome instanceof RunOutcome.Finished finished) {
                        notifyFinished(finished.run(), names, spec);
                    }
                    return outcome;
                });
    }

    private RunOutcome found(String name, String id, RunSpec spec) {
        listener.skipped(spec, spec.iterations());
        return new RunOutcome.Finished(FinishedRun.reused(name, store.find(id).orElseThrow()));
    }

    private void notifyFinished(FinishedRun run, List<String> names, RunSpec spec) {
        listener.finished(run);
        for (String other : names.subList(1, names.size())) {
            listener.skipped(spec, spec.iterations());
            listener.finished(run.named(other));
        }
    }
}
