package org.tailoff.reproductions.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/**
 * What an iteration costs: a row of the file of {@code tailoff bench}.
 *
 * @param hidden hidden neurons
 * @param miniBatch images of a mini-batch
 * @param engine {@code dl4j} or {@code fused}; or what is timed beside them
 * @param precision {@code double} or {@code float}
 * @param recording {@code full}: everything, at every iteration, into a run store; or {@code none}
 * @param cpuUs microseconds of CPU time of the whole process, the store's background thread included; median over the
 *     epochs
 * @param wallUs microseconds on the clock; median over the epochs
 */
public record EngineTime(
        int hidden,
        @JsonProperty("mini_batch") int miniBatch,
        String engine,
        String precision,
        String recording,
        @JsonProperty("cpu_us") double cpuUs,
        @JsonProperty("wall_us") double wallUs) {
    private static final Set<String> ENGINES = Set.of("dl4j", "fused", EngineTimes.NUMPY);

    /**
     * Whether this trains, and is not a part of a step or another way to run an engine.
     *
     * @return true for a row of the file
     */
    @JsonIgnore
    public boolean isEngine() {
        return ENGINES.contains(engine);
    }
}
