package org.tailoff.reproductions.cli;

import java.io.Console;
import org.tailoff.reproductions.FinishedRun;
import org.tailoff.reproductions.RunWatcher;

/** One bar over the iterations of all runs. */
final class Progress implements RunWatcher, AutoCloseable {
    private static final Bar.Unit ITERATIONS = new Bar.Unit("iterations", 1);

    private final Bar bar;

    private Progress(Bar bar) {
        this.bar = bar;
    }

    static Progress over(long iterations, Console terminal) {
        return new Progress(Bar.over(new Bar.Work("Training", iterations, ITERATIONS), terminal));
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
