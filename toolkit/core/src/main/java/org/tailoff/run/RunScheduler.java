package org.tailoff.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tailoff.data.ExampleSets;
import org.tailoff.record.Observers;
import org.tailoff.record.RunObserver;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;
import org.tailoff.store.RunRecorder;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;
import org.tailoff.store.ValueType;
import org.tailoff.train.Trainer;
import org.tailoff.train.TrainingState;
import org.tailoff.train.measure.DivergedException;
import org.tailoff.train.platform.RunClock;

/**
 * Carries out runs, several side by side, and keeps them: a finished run is found again, one that was broken off goes
 * on. Each run is single-threaded and independent of the others.
 */
public final class RunScheduler {
    private static final long STOP_SECONDS = 30;

    private final ExampleSets data;
    private final InitialiserRegistry initialisers;
    private final RunStore store;
    private final RunIndex index;
    private final Bench bench;
    private final RunListener watcher;
    private final ExecutorService pool;
    private volatile boolean stopping;

    /**
     * Makes a laboratory.
     *
     * @param data the images of every run
     * @param initialisers where the runs' initialisers are found
     * @param store where the runs are kept
     * @param bench how many runs go side by side, and who is told
     */
    public RunScheduler(ExampleSets data, InitialiserRegistry initialisers, RunStore store, Bench bench) {
        this.data = data;
        this.initialisers = initialisers;
        this.store = store;
        index = new RunIndex(data.fingerprint(), initialisers, store);
        this.bench = bench;
        watcher = bench.watcher();
        pool = Executors.newFixedThreadPool(bench.jobs());
    }

    /**
     * How runs are carried out.
     *
     * @param jobs how many side by side, at least 1
     * @param watcher told how the runs go on
     * @param command the arguments of the command line, for the runs' provenance
     * @param anywhere whether a run may go on under another BLAS kernel or JDK than it has been trained under so far
     */
    public record Bench(int jobs, RunListener watcher, List<String> command, boolean anywhere) {
        /** Copies the list. */
        public Bench {
            command = List.copyOf(command);
        }

        /**
         * A bench of no command.
         *
         * @param jobs see {@link #jobs()}
         * @param watcher see {@link #watcher()}
         */
        public Bench(int jobs, RunListener watcher) {
            this(jobs, watcher, List.of(), false);
        }
    }

    /**
     * What came of runs some of which may leave the finite numbers.
     *
     * @param finished the finished runs by name
     * @param diverged why the others ended, by name
     */
    public record Attempt(Map<String, FinishedRun> finished, Map<String, DivergedException> diverged) {
        /** {@return where each of the others left the finite numbers, by name} */
        public SortedMap<String, String> reasons() {
            SortedMap<String, String> reasons = new TreeMap<>();
            diverged.forEach((run, cause) -> reasons.put(run, cause.getMessage()));
            return reasons;
        }

        /**
         * Refuses what has diverged.
         *
         * @throws RunFailedException if a run has
         */
        public void requireAllFinished() {
            diverged.forEach((name, cause) -> {
                throw new RunFailedException(name, cause);
            });
        }
    }

    /**
     * Carries out runs, the longest first; those that are stored are taken from there, and equal ones are trained once.
     *
     * @param runs the runs by name
     * @return what came of them
     * @throws IllegalArgumentException as {@link #requireSamePlatform}
     * @throws RunFailedException if one fails otherwise than by leaving the finite numbers; those not yet begun are
     *     then left out
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Attempt run(Map<String, RunSpec> runs) throws InterruptedException {
        return run(runs, SideWork.NONE);
    }

    /**
     * The same with other work in the same threads, begun before the runs.
     *
     * @param runs the runs by name
     * @param beside done when this is
     * @return what came of them
     * @throws IllegalArgumentException as {@link #requireSamePlatform}
     * @throws RunFailedException if one fails otherwise than by leaving the finite numbers; those not yet begun are
     *     then left out
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Attempt run(Map<String, RunSpec> runs, SideWork beside) throws InterruptedException {
        try {
            requireSamePlatform(runs);
            Map<String, List<String>> names = index.equal(runs);
            beside.begin(pool, () -> stopping);
            Map<String, Future<FinishedRun>> futures = new TreeMap<>();
            for (String name : longestFirst(distinct(runs))) {
                futures.put(name, pool.submit(() -> run(names.get(name), runs.get(name))));
            }
            Attempt attempt = new Attempt(new TreeMap<>(), new TreeMap<>());
            for (Map.Entry<String, Future<FinishedRun>> entry : futures.entrySet()) {
                collect(names.get(entry.getKey()), entry.getValue(), attempt);
            }
            beside.await();
            return attempt;
        } catch (CancellationException e) {
            throw new StoppedException();
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
     * bench allows it.
     *
     * @param runs the runs by name
     * @throws IllegalArgumentException if a run that was broken off would; one line that names both
     */
    public void requireSamePlatform(Map<String, RunSpec> runs) {
        if (bench.anywhere()) {
            return;
        }
        missing(runs).forEach((name, spec) -> {
            String id = index.id(name, spec);
            store.brokenOff(id).ifPresent(saved -> Continuation.requireSamePlatform(id, saved));
        });
    }

    /**
     * Forgets stored runs.
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
        boolean going = !pool.isTerminated();
        stopping = true;
        pool.shutdown();
        try {
            pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return going;
    }

    /**
     * The name that a run was given when it was begun.
     *
     * @param id the name of its directory
     * @return the name without the digest
     */
    public static String name(String id) {
        return RunIndex.label(id);
    }

    private static List<String> longestFirst(Map<String, RunSpec> runs) {
        Comparator<String> byWork = Comparator.comparingLong(name -> work(runs.get(name)));
        return runs.keySet().stream()
                .sorted(byWork.reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Multiplications of the first layer, which is nearly all of them. */
    private static long work(RunSpec spec) {
        return spec.iterations() * spec.network().layers().get(1);
    }

    private static void collect(List<String> names, Future<FinishedRun> future, Attempt attempt)
            throws InterruptedException {
        try {
            FinishedRun run = future.get();
            names.forEach(name -> attempt.finished().put(name, run.named(name)));
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof DivergedException diverged)) {
                throw e.getCause() instanceof StoppedException stopped
                        ? stopped
                        : new RunFailedException(names.get(0), e.getCause());
            }
            names.forEach(name -> attempt.diverged().put(name, diverged));
        }
    }

    /** Carries out a run, and tells of it under all of its names. */
    private FinishedRun run(List<String> names, RunSpec spec) {
        FinishedRun run = run(names.get(0), spec);
        for (String other : names.subList(1, names.size())) {
            watcher.skipped(spec, spec.iterations());
            told(run.named(other));
        }
        return run;
    }

    private FinishedRun run(String name, RunSpec spec) {
        String id = index.id(name, spec);
        Optional<StoredRun> stored = store.find(id);
        if (stored.isPresent()) {
            watcher.skipped(spec, spec.iterations());
            return told(FinishedRun.reused(name, stored.get()));
        }
        requireGoing();
        watcher.started(name);
        Trainer trainer = new Trainer(
                spec, data, initialisers.find(spec.network().initialiser()).initialiser());
        RunSetup setup = new RunSetup(id, Specs.write(spec), trainer.tensors(), valueType(spec));
        return told(FinishedRun.trained(name, record(name, setup, spec, trainer)));
    }

    private FinishedRun told(FinishedRun run) {
        watcher.finished(run);
        return run;
    }

    private static ValueType valueType(RunSpec spec) {
        return spec.execution().precision() == Precision.DOUBLE ? ValueType.DOUBLE : ValueType.FLOAT;
    }

    private StoredRun record(String name, RunSetup setup, RunSpec spec, Trainer trainer) {
        try (RunRecorder recorder = store.open(setup)) {
            Continuation going = new Continuation(recorder.resumedFrom(), RunClock.start(bench.command()));
            long begun = going.from().map(TrainingState::iterationsDone).orElse(0L);
            watcher.skipped(spec, begun);
            List<RunObserver> observers = new ArrayList<>(List.of(recorder, watcher.observing(name)));
            observers.addAll(Observers.installed());
            StoppingObserver observer = new StoppingObserver(
                    Observers.of(observers), new StoppingObserver.Watched(spec, begun, watcher), () -> stopping);
            trainer.train(observer, going.from(), state -> recorder.checkpoint(going.checkpoint(state)));
            trainer.kept().ifPresent(recorder::keep);
            return recorder.finish(index.provenance(spec, going.parts()));
        }
    }

    private void requireGoing() {
        if (stopping) {
            throw new StoppedException();
        }
    }
}
