package org.tailoff.terminal;

import java.io.Console;
import java.util.Collection;
import java.util.List;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.RunListener;
import org.tailoff.run.TimeEstimate;
import org.tailoff.spec.RunSpec;

/**
 * One bar over the work of all runs, in seconds of a core as they are estimated: an iteration of a wide network counts
 * for more than one of a narrow one, so that the time left is right from the first seconds on, whatever order the runs
 * come in.
 */
public final class RunProgress implements RunListener, AutoCloseable {
    private static final double MILLIS = 1e3;
    private static final Bar.Unit UNIT = new Bar.Unit("core seconds", (long) MILLIS);

    private final Bar bar;
    private double done;
    private long shown;

    private RunProgress(Bar bar) {
        this.bar = bar;
    }

    /**
     * Begins.
     *
     * @param runs what is to be done
     * @param terminal where to draw the bar; null if there is none
     */
    public static RunProgress over(Collection<RunSpec> runs, Console terminal) {
        long millis = Math.round(MILLIS * TimeEstimate.seconds(runs, 1));
        return new RunProgress(Bar.over(new Bar.Work("Training", millis, UNIT), terminal));
    }

    @Override
    public void started(String run) {
        bar.started(run);
    }

    @Override
    public void finished(FinishedRun run) {
        if (!run.reused()) {
            bar.finished(run.name());
        }
    }

    @Override
    public synchronized void advanced(RunSpec run, long iterations) {
        done += millis(run, iterations);
        long now = Math.round(done);
        bar.advanced(now - shown);
        shown = now;
    }

    @Override
    public void skipped(RunSpec run, long iterations) {
        bar.skipped(Math.round(millis(run, iterations)));
    }

    private static double millis(RunSpec run, long iterations) {
        return MILLIS * TimeEstimate.seconds(List.of(run), 1) * iterations / run.iterations();
    }

    @Override
    public void close() {
        bar.close();
    }
}
