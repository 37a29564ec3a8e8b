package org.tailoff.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.RunObserver;
import org.tailoff.spec.RunSpec;

/** Remembers of what it was notified. */
final class Notes implements RunListener {
    final List<String> started = Collections.synchronizedList(new ArrayList<>());
    final List<String> finished = Collections.synchronizedList(new ArrayList<>());
    final List<Integer> epochs = Collections.synchronizedList(new ArrayList<>());
    private long advanced;
    private long skipped;

    @Override
    public void started(String run) {
        started.add(run);
    }

    @Override
    public synchronized void advanced(RunSpec run, long iterations) {
        advanced += iterations;
    }

    @Override
    public synchronized void skipped(RunSpec run, long iterations) {
        skipped += iterations;
    }

    @Override
    public void finished(FinishedRun run) {
        finished.add(run.name());
    }

    @Override
    public RunObserver observing(String run) {
        return new RunObserver() {
            @Override
            public void epoch(EpochRecord record) {
                epochs.add(record.epoch());
            }
        };
    }

    synchronized long advanced() {
        return advanced;
    }

    synchronized long skipped() {
        return skipped;
    }
}
