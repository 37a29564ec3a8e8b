package org.tailoff.terminal;

import java.io.Console;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with what is going on by name, and the time left: redrawn on a terminal, a line now and then elsewhere. */
public final class Bar implements AutoCloseable {
    private static final int TERMINAL_MILLIS = 250;
    private static final int PLAIN_MILLIS = 10_000;
    private static final int PLAIN_WIDTH = 120;

    private final ProgressBarBuilder builder;
    private final Set<String> running = new TreeSet<>();
    private Optional<ProgressBar> shown = Optional.empty();
    private long total;
    private boolean ended;

    private Bar(ProgressBarBuilder builder, long total) {
        this.builder = builder;
        this.total = total;
    }

    /**
     * A bar at its start.
     *
     * @param task before the bar
     * @param total what there is to do
     * @param unit of it
     */
    public record Work(String task, long total, Unit unit) {}

    /**
     * What is counted.
     *
     * @param name after a number
     * @param size how many make one
     */
    public record Unit(String name, long size) {}

    /**
     * Nothing is shown before the first notification: a line that is printed after a bar has come is overwritten by it.
     */
    public static Bar over(Work work, Console terminal) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(work.task())
                .setUnit(" " + work.unit().name(), work.unit().size())
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
        return new Bar(builder, work.total());
    }

    synchronized void started(String name) {
        running.add(name);
        show();
    }

    /** Ends the bar if that was all there was to do. */
    synchronized void finished(String name) {
        running.remove(name);
        show();
        if (running.isEmpty() && bar().getCurrent() >= bar().getMax()) {
            close();
        }
    }

    private void show() {
        bar().setExtraMessage(" " + String.join(", ", running));
    }

    /** Moves on by so many units. */
    public synchronized void advanced(long units) {
        bar().stepBy(units);
    }

    /** There is less to do than was thought. */
    synchronized void skipped(long units) {
        total -= units;
        shown.ifPresent(bar -> bar.maxHint(total));
    }

    private ProgressBar bar() {
        if (shown.isEmpty()) {
            shown = Optional.of(builder.setInitialMax(total).build());
        }
        return shown.get();
    }

    @Override
    public synchronized void close() {
        if (!ended) {
            ended = true;
            shown.ifPresent(ProgressBar::close);
        }
    }
}
