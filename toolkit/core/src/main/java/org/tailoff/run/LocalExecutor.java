package org.tailoff.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.tailoff.record.Observers;
import org.tailoff.record.RunObserver;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunRecorder;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;
import org.tailoff.store.ValueType;
import org.tailoff.train.Trainer;
import org.tailoff.train.TrainingState;
import org.tailoff.train.measure.DivergedException;
import org.tailoff.train.platform.RunClock;

/** Trains in threads of this process. Each run is single-threaded and independent of the others. */
public final class LocalExecutor implements RunExecutor {
    private static final long STOP_SECONDS = 30;

    private final RunEnvironment environment;
    private final RunStore store;
    private final List<String> command;
    private final boolean anywhere;
    private final ExecutorService pool;
    private volatile boolean stopping;

    /**
     * An executor of no command, which goes on with a run only where it was begun.
     *
     * @param environment what the runs share
     * @param jobs how many runs go side by side, at least 1
     */
    public LocalExecutor(RunEnvironment environment, int jobs) {
        this(environment, jobs, List.of(), false);
    }

    /**
     * An executor.
     *
     * @param environment what the runs share
     * @param jobs how many runs go side by side, at least 1
     * @param command the arguments of the command line, for the runs' provenance
     * @param anywhere whether a run may go on under another BLAS kernel or JDK than it has been trained under so far
     */
    public LocalExecutor(RunEnvironment environment, int jobs, List<String> command, boolean anywhere) {
        this.environment = environment;
        store = environment.store();
        this.command = List.copyOf(command);
        this.anywhere = anywhere;
        pool = Executors.newFixedThreadPool(jobs);
    }

    @Override
    public CompletableFuture<RunOutcome> submit(RunTask task, RunListener listener) {
        return submit(() -> carriedOut(task, listener));
    }

    @Override
    public <T> CompletableFuture<T> submit(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                pool);
    }

    @Override
    public void requireResumable(String id) {
        if (!anywhere) {
            store.brokenOff(id).ifPresent(saved -> Continuation.requireSamePlatform(id, saved));
        }
    }

    @Override
    public boolean isStopping() {
        return stopping;
    }

    @Override
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

    private RunOutcome carriedOut(RunTask task, RunListener listener) {
        Optional<StoredRun> finishedByNow = store.find(task.id());
        if (finishedByNow.isPresent()) {
            listener.skipped(task.spec(), task.spec().iterations());
            return new RunOutcome.Finished(FinishedRun.reused(task.name(), finishedByNow.get()));
        }
        if (stopping) {
            throw new StoppedException();
        }
        listener.started(task.name());
        try {
            return new RunOutcome.Finished(FinishedRun.trained(task.name(), trained(task, listener)));
        } catch (DivergedException e) {
            return new RunOutcome.Diverged(e.getMessage());
        }
    }

    private StoredRun trained(RunTask task, RunListener listener) {
        RunSpec spec = task.spec();
        Trainer trainer = environment.trainer(spec);
        RunSetup setup = new RunSetup(task.id(), task.yaml(), trainer.tensors(), valueType(spec));
        try (RunRecorder recorder = store.open(setup)) {
            Continuation continuation = new Continuation(recorder.resumedFrom(), RunClock.start(command));
            long begun = continuation.from().map(TrainingState::iterationsDone).orElse(0L);
            listener.skipped(spec, begun);
            List<RunObserver> observers = new ArrayList<>(List.of(recorder, listener.observing(task.name())));
            observers.addAll(Observers.installed());
            StoppingObserver observer = new StoppingObserver(
                    Observers.of(observers), new StoppingObserver.Progress(spec, begun, listener), () -> stopping);
            trainer.train(observer, continuation.from(), state -> recorder.checkpoint(continuation.checkpoint(state)));
            trainer.kept().ifPresent(recorder::keep);
            return recorder.finish(environment.provenance(spec, continuation.parts()));
        }
    }

    private static ValueType valueType(RunSpec spec) {
        return spec.execution().precision() == Precision.DOUBLE ? ValueType.DOUBLE : ValueType.FLOAT;
    }
}
