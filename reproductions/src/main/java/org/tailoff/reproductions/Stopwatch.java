package org.tailoff.reproductions;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When something began and how long it has taken. */
final class Stopwatch {
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final long nanos = System.nanoTime();

    /** ISO 8601 in UTC, to the second. */
    String startedAt() {
        return started.toString();
    }

    double seconds() {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
