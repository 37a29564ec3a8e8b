package org.tailoff.record;

import java.util.Map;

/**
 * Where a finished run comes from: the only thing kept of a run that depends on time and place.
 *
 * @param startedAt when training began or was last resumed, ISO 8601 in UTC
 * @param wallSeconds wall time since then, in seconds
 * @param engine the training engine used
 * @param build what was run: versions by name
 * @param environment what it ran on: operating system, processor, JVM, by name
 */
public record Provenance(
        String startedAt,
        double wallSeconds,
        String engine,
        Map<String, String> build,
        Map<String, String> environment) {
    /**
     * Copies the maps.
     *
     * @param startedAt see {@link #startedAt()}
     * @param wallSeconds see {@link #wallSeconds()}
     * @param engine see {@link #engine()}
     * @param build see {@link #build()}
     * @param environment see {@link #environment()}
     */
    public Provenance {
        build = Map.copyOf(build);
        environment = Map.copyOf(environment);
    }
}
