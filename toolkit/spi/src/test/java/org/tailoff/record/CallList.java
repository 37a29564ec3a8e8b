package org.tailoff.record;

import java.util.ArrayList;
import java.util.List;

/** Notes its calls; also stands for an observer that is installed. */
public final class CallList implements RunObserver {
    final List<String> calls;
    private final String prefix;

    /** As installed. */
    public CallList() {
        this("", new ArrayList<>());
    }

    /** Notes in a list shared with others. */
    CallList(String prefix, List<String> calls) {
        this.prefix = prefix;
        this.calls = calls;
    }

    @Override
    public void started(RunStart start) {
        calls.add(prefix + "started with " + start.names());
    }

    @Override
    public void iterations(IterationBlock block) {
        calls.add(prefix + "iterations " + block.iteration(0) + " to " + block.iteration(block.rows() - 1));
    }

    @Override
    public void epoch(EpochRecord record) {
        calls.add(prefix + "epoch " + record.epoch());
    }

    @Override
    public void finished() {
        calls.add(prefix + "finished");
    }
}
