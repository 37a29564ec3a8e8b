package org.tailoff.svm;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.tailoff.run.SideWork;

/** Support vector machines that are to be trained, or found, in somebody else's threads. */
public final class SvmOrder implements SideWork {
    private final Map<String, SvmSpec> machines;
    private final SvmScheduler shop;
    private final SvmListener watcher;
    private final Map<String, Future<FinishedSvm>> begun = new TreeMap<>();
    private final Map<String, FinishedSvm> finished = new TreeMap<>();

    /**
     * Places an order; nothing is done yet.
     *
     * @param shop trains them
     * @param machines the settings by name; may be none
     * @param watcher told how they go on
     */
    public SvmOrder(SvmScheduler shop, Map<String, SvmSpec> machines, SvmListener watcher) {
        this.shop = shop;
        this.machines = Map.copyOf(machines);
        this.watcher = watcher;
    }

    /** The largest first. */
    @Override
    public void begin(ExecutorService pool, BooleanSupplier stopping) {
        for (String name : largestFirst()) {
            begun.put(name, pool.submit(() -> shop.finished(name, machines.get(name), watcher, stopping)));
        }
    }

    private List<String> largestFirst() {
        Comparator<String> bySize =
                Comparator.comparingInt(name -> machines.get(name).trainingImages());
        return machines.keySet().stream()
                .sorted(bySize.reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    @Override
    public void await() throws InterruptedException {
        for (Map.Entry<String, Future<FinishedSvm>> each : begun.entrySet()) {
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
    public Map<String, FinishedSvm> finished() {
        return Map.copyOf(finished);
    }
}
