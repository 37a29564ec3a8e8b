package org.tailoff.train;

import java.util.concurrent.atomic.AtomicInteger;
import org.tailoff.record.RunObserver;
import org.tailoff.record.RunStart;

/** Found by {@link java.util.ServiceLoader}. */
public final class InstalledObserver implements RunObserver {
    public static final AtomicInteger RUNS = new AtomicInteger();

    @Override
    public void started(RunStart start) {
        RUNS.incrementAndGet();
    }
}
