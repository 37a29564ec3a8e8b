package org.tailoff.reproductions.cli;

import java.io.Console;
import org.tailoff.reproductions.FinishedRun;
import org.tailoff.reproductions.RunWatcher;

/** One bar over all that is to be done, with the time left. */
final class Progress implements RunWatcher, AutoCloseable {
    private final Bar bar;

    private Progress(Bar bar) {
        this.bar = bar;
    }

    /**
     * Begins.
     *
     * @param task what is done
     * @param all how much of it there is
     * @param unit of what
     * @param terminal where to draw the bar; null if there is none
     */
    static Progress over(String task, long all, String unit, Console terminal) {
        return new Progress(Bar.over(new Bar.Work(task, all, new Bar.Unit(unit, 1)), terminal));
    }

    @Override
    public void started(String run) {
        bar.started(run);
    }

    @Override
    public void finished(FinishedRun run) {
        bar.finished(run.name());
    }

    @Override
    public void advanced(long iterations) {
        bar.advanced(iterations);
    }

    @Override
    public void close() {
        bar.close();
    }
}
