package org.tailoff.reproductions.cli;

import java.io.Console;
import java.util.Set;
import java.util.TreeSet;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with what is going on by name, and the time left: redrawn on a terminal, a line now and then elsewhere. */
final class Bar implements AutoCloseable {
    private static final int TERMINAL_MILLIS = 250;
    private static final int PLAIN_MILLIS = 10_000;
    private static final int PLAIN_WIDTH = 120;

    private final ProgressBar bar;
    private final Set<String> running = new TreeSet<>();

    private Bar(ProgressBar bar) {
        this.bar = bar;
    }

    /**
     * A bar at its start.
     *
     * @param task before the bar
     * @param total what there is to do
     * @param unit of it
     */
    record Work(String task, long total, Unit unit) {}

    /**
     * What is counted.
     *
     * @param name after a number
     * @param size how many make one
     */
    record Unit(String name, long size) {}

    /** Nothing is shown if there is nothing to do. */
    static Bar over(Work work, Console terminal) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(work.task())
                .setUnit(" " + work.unit().name(), work.unit().size())
                .setInitialMax(work.total())
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII);
        if (work.total() == 0) {
            builder.setConsumer(new DelegatingProgressBarConsumer(nothingToDo -> {}));
        } else if (terminal == null) {
            builder.setUpdateIntervalMillis(PLAIN_MILLIS)
                    .setConsumer(new DelegatingProgressBarConsumer(System.err::println, PLAIN_WIDTH));
        } else {
            builder.setUpdateIntervalMillis(TERMINAL_MILLIS);
        }
        return new Bar(builder.build());
    }

    synchronized void started(String name) {
        running.add(name);
        show();
    }

    synchronized void finished(String name) {
        running.remove(name);
        show();
    }

    private void show() {
        bar.setExtraMessage(" " + String.join(", ", running));
    }

    void advanced(long units) {
        bar.stepBy(units);
    }

    @Override
    public void close() {
        bar.close();
    }
}
