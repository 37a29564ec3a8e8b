package org.tailoff.run;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/**
 * Work of one kind, begun the longest first, so that no long one is left alone at the end, and awaited by name.
 *
 * @param <R> the type of its results
 */
public final class NamedWork<R> {
    private final String kind;
    private final SortedMap<String, Future<R>> begun = new TreeMap<>();

    private NamedWork(String kind) {
        this.kind = kind;
    }

    /**
     * Begins work.
     *
     * @param <W> the type of the work
     * @param <R> the type of its results
     * @param kind what one of it is called if it fails, such as {@code run}
     * @param work by name
     * @param size how long it takes, in any unit; of equally long work the first by name is first
     * @param begin hands one to an executor
     * @return the work, begun
     */
    public static <W, R> NamedWork<R> begin(
            String kind, Map<String, W> work, ToLongFunction<W> size, BiFunction<String, W, Future<R>> begin) {
        NamedWork<R> named = new NamedWork<>(kind);
        Map<String, Long> sizes = new HashMap<>();
        work.forEach((name, each) -> sizes.put(name, size.applyAsLong(each)));
        Comparator<String> bySize = Comparator.comparingLong(sizes::get);
        work.keySet().stream()
                .sorted(bySize.reversed().thenComparing(Comparator.naturalOrder()))
                .forEach(name -> named.begun.put(name, begin.apply(name, work.get(name))));
        return named;
    }

    /**
     * Waits for all of it.
     *
     * @return the results by name
     * @throws StoppedException if some was stopped
     * @throws RunFailedException if some failed; names the first
     * @throws InterruptedException if the calling thread is interrupted
     */
    public SortedMap<String, R> await() throws InterruptedException {
        SortedMap<String, R> results = new TreeMap<>();
        for (Map.Entry<String, Future<R>> each : begun.entrySet()) {
            try {
                results.put(each.getKey(), each.getValue().get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof StoppedException stopped) {
                    throw stopped;
                }
                throw new RunFailedException(kind, each.getKey(), e.getCause());
            }
        }
        return results;
    }
}
