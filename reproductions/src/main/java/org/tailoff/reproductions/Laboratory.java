package org.tailoff.reproductions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tailoff.data.DigitData;
import org.tailoff.initialise.InitialiserRegistry;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.RunObserver;
import org.tailoff.spec.RunSpec;
import org.tailoff.train.Trainer;

/** Carries out runs, several side by side; each is single-threaded and independent of the others. */
public final class Laboratory {
    private final DigitData data;
    private final InitialiserRegistry initialisers;
    private final RunWatcher watcher;

    /**
     * Makes a laboratory.
     *
     * @param data the images of every run
     * @param initialisers where the runs' initialisers are found
     * @param watcher told how the runs go on
     */
    public Laboratory(DigitData data, InitialiserRegistry initialisers, RunWatcher watcher) {
        this.data = data;
        this.initialisers = initialisers;
        this.watcher = watcher;
    }

    /**
     * Carries out runs, the longest first.
     *
     * @param runs the runs by name
     * @param jobs how many side by side, at least 1
     * @return the finished runs by name
     * @throws RunFailedException if one fails; those not yet begun are then left out
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Map<String, FinishedRun> run(Map<String, RunSpec> runs, int jobs) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            Map<String, Future<FinishedRun>> futures = new TreeMap<>();
            for (String name : longestFirst(runs)) {
                futures.put(name, pool.submit(() -> run(name, runs.get(name))));
            }
            Map<String, FinishedRun> finished = new TreeMap<>();
            for (Map.Entry<String, Future<FinishedRun>> entry : futures.entrySet()) {
                finished.put(entry.getKey(), result(entry.getKey(), entry.getValue()));
            }
            return finished;
        } finally {
            pool.shutdownNow();
        }
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

    private static FinishedRun result(String name, Future<FinishedRun> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new RunFailedException(name, e.getCause());
        }
    }

    private FinishedRun run(String name, RunSpec spec) {
        watcher.started(name);
        long begun = System.nanoTime();
        List<EpochRecord> epochs = new ArrayList<>();
        RunObserver observer = new RunObserver() {
            @Override
            public void epoch(EpochRecord epoch) {
                epochs.add(epoch);
                watcher.advanced(spec.iterationsPerEpoch());
            }
        };
        new Trainer(spec, data, observer)
                .train(initialisers.find(spec.network().initialiser()).initialiser());
        watcher.finished(name);
        return new FinishedRun(name, epochs, (System.nanoTime() - begun) / 1e9);
    }
}
