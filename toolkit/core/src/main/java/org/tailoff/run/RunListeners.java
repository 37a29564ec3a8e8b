package org.tailoff.run;

import java.util.List;
import org.tailoff.record.Observers;
import org.tailoff.record.RunObserver;
import org.tailoff.spec.RunSpec;

/**
 * Several watchers as one.
 *
 * @param all told in this order
 */
public record RunListeners(List<RunListener> all) implements RunListener {
    /** Copies the list. */
    public RunListeners {
        all = List.copyOf(all);
    }

    @Override
    public void started(String run) {
        all.forEach(watcher -> watcher.started(run));
    }

    @Override
    public void advanced(RunSpec run, long iterations) {
        all.forEach(watcher -> watcher.advanced(run, iterations));
    }

    @Override
    public void skipped(RunSpec run, long iterations) {
        all.forEach(watcher -> watcher.skipped(run, iterations));
    }

    @Override
    public void finished(FinishedRun run) {
        all.forEach(watcher -> watcher.finished(run));
    }

    @Override
    public RunObserver observing(String run) {
        return Observers.of(all.stream().map(watcher -> watcher.observing(run)).toList());
    }
}
