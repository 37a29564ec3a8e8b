package org.tailoff.train.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tailoff.record.Provenance;

/** Measures the part of a run that begins when the clock is started. */
public final class RunClock {
    private static final double NANOS = 1e-9;

    private final List<String> command;
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final long nanos = System.nanoTime();

    private RunClock(List<String> command) {
        this.command = List.copyOf(command);
    }

    /**
     * Starts a clock.
     *
     * @param command the arguments of the command line, as they were typed; empty for a program of the user's own
     * @return the clock
     */
    public static RunClock start(List<String> command) {
        return new RunClock(command);
    }

    /**
     * The part of the run from the start of the clock up to now.
     *
     * @return never null
     */
    public Provenance.Part part() {
        return new Provenance.Part(
                started.toString(),
                (System.nanoTime() - nanos) * NANOS,
                command,
                Surroundings.software(),
                Surroundings.platform());
    }
}
