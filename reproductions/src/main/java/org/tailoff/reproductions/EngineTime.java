package org.tailoff.reproductions;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an iteration costs: a row of the file of {@code tailoff bench}.
 *
 * @param engine {@code dl4j} or {@code fused}
 * @param precision {@code double} or {@code float}
 * @param recording {@code full}: everything, at every iteration, into a run store; or {@code none}
 * @param cpuUs microseconds of CPU time of the whole process, the store's background thread included; median over the epochs
 * @param wallUs microseconds on the clock; median over the epochs
 */
public record EngineTime(
        String engine,
        String precision,
        String recording,
        @JsonProperty("cpu_us") double cpuUs,
        @JsonProperty("wall_us") double wallUs) {}
