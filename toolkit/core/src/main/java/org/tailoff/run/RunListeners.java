package org.tailoff.run;

import java.util.List;
import org.tailoff.record.Observers;
import org.tailoff.record.RunObserver;
import org.tailoff.spec.RunSpec;

/**
 * Several listeners as one.
 *
 * @param all notified in this order
 */
public record RunListeners(List<RunListener> all) implements RunListener {
    /** Copies the list. */
    public RunListeners {
        all = List.copyOf(all);
    }

    @Override
    public void started(String run) {
        all.forEach(listener -> listener.started(run));
    }

    @Override
    public void advanced(RunSpec run, long iterations) {
        all.forEach(listener -> listener.advanced(run, iterations));
    }

    @Override
    public void skipped(RunSpec run, long iterations) {
        all.forEach(listener -> listener.skipped(run, iterations));
    }

    @Override
    public void finished(FinishedRun run) {
        all.forEach(listener -> listener.finished(run));
    }

    @Override
    public RunObserver observing(String run) {
        return Observers.of(
                all.stream().map(listener -> listener.observing(run)).toList());
    }
}
