package org.tailoff.reproductions.cli;

import java.io.Console;
import java.util.Set;
import java.util.TreeSet;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.tailoff.reproductions.FinishedRun;
import org.tailoff.reproductions.RunWatcher;

/** One bar over all that is to be done, with the time left: redrawn on a terminal, a line now and then elsewhere. */
final class Progress implements RunWatcher, AutoCloseable {
    private static final int TERMINAL_MILLIS = 250;
    private static final int PLAIN_MILLIS = 10_000;
    private static final int PLAIN_WIDTH = 120;

    private final ProgressBar bar;
    private final Set<String> running = new TreeSet<>();

    private Progress(ProgressBar bar) {
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
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setInitialMax(all)
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII);
        if (all == 0) {
            builder.setConsumer(new DelegatingProgressBarConsumer(nothingToDo -> {}));
        } else if (terminal == null) {
            builder.setUpdateIntervalMillis(PLAIN_MILLIS)
                    .setConsumer(new DelegatingProgressBarConsumer(System.err::println, PLAIN_WIDTH));
        } else {
            builder.setUpdateIntervalMillis(TERMINAL_MILLIS);
        }
        return new Progress(builder.build());
    }

    @Override
    public synchronized void started(String run) {
        running.add(run);
        bar.setExtraMessage(" " + String.join(", ", running));
    }

    @Override
    public synchronized void finished(FinishedRun run) {
        running.remove(run.name());
        bar.setExtraMessage(" " + String.join(", ", running));
    }

    @Override
    public void advanced(long iterations) {
        bar.stepBy(iterations);
    }

    @Override
    public void close() {
        bar.close();
    }
}
