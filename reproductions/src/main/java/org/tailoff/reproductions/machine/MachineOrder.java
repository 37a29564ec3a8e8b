package org.tailoff.reproductions.machine;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Support vector machines that are to be trained, or found, in somebody else's threads. */
public final class MachineOrder {
    private final Map<String, MachineSpec> machines;
    private final Work work;
    private final Map<String, Future<FinishedMachine>> begun = new TreeMap<>();
    private final Map<String, FinishedMachine> finished = new TreeMap<>();

    /** Trains or finds a machine. */
    private interface Work {
        FinishedMachine carryOut(String name, BooleanSupplier stopping) throws IOException;
    }

    private MachineOrder(Map<String, MachineSpec> machines, Work work) {
        this.machines = Map.copyOf(machines);
        this.work = work;
    }

    /**
     * Places an order; nothing is done yet.
     *
     * @param shop trains them
     * @param machines the settings by name; may be none
     * @param watcher told how they go on
     */
    public MachineOrder(MachineShop shop, Map<String, MachineSpec> machines, MachineWatcher watcher) {
        this(machines, (name, stopping) -> shop.finished(name, machines.get(name), watcher, stopping));
    }

    /** {@return the order of nothing} */
    public static MachineOrder none() {
        return new MachineOrder(Map.of(), (name, stopping) -> {
            throw new IllegalStateException("nothing was ordered, but " + name);
        });
    }

    /**
     * Hands the machines over, the largest first.
     *
     * @param pool carries them out
     * @param stopping whether they are to end unfinished; asked often
     */
    public void begin(ExecutorService pool, BooleanSupplier stopping) {
        for (String name : largestFirst()) {
            begun.put(name, pool.submit(() -> work.carryOut(name, stopping)));
        }
    }

    private List<String> largestFirst() {
        Comparator<String> bySize =
                Comparator.comparingInt(name -> machines.get(name).trainingImages());
        return machines.keySet().stream()
                .sorted(bySize.reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * Waits until all are done.
     *
     * @throws CancellationException if one was ended unfinished
     * @throws IllegalStateException if one fails
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void await() throws InterruptedException {
        for (Map.Entry<String, Future<FinishedMachine>> each : begun.entrySet()) {
            try {
                finished.put(each.getKey(), each.getValue().get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof CancellationException stopped) {
                    throw stopped;
                }
                throw new IllegalStateException(
                        "support vector machine '" + each.getKey() + "' failed: " + e.getCause(), e.getCause());
            }
        }
    }

    /** {@return what came of the machines that have been waited for, by name} */
    public Map<String, FinishedMachine> finished() {
        return Map.copyOf(finished);
    }
}
