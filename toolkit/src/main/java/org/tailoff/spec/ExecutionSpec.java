package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a run is carried out; part of the spec because the last bits of the results depend on it.
 *
 * @param engine the training engine
 * @param precision the floating-point format of weights and arithmetic
 * @param recordEvery iterations 0, k, 2k, ... are recorded for k = {@code recordEvery}; 0 records none
 */
public record ExecutionSpec(Engine engine, Precision precision, int recordEvery) {
    /** A training engine. */
    public enum Engine {
        /** The engine's own step on the network's memory, for dense layers under plain gradient descent; the fast one. */
        @JsonProperty("fused")
        FUSED,
        /** {@code MultiLayerNetwork.fit}, the reference. */
        @JsonProperty("dl4j")
        DL4J
    }

    /** A floating-point format. */
    public enum Precision {
        /** IEEE 754 binary64; the book's. */
        @JsonProperty("double")
        DOUBLE,
        /** IEEE 754 binary32. */
        @JsonProperty("float")
        FLOAT
    }

    /** The fast engine in double precision, every iteration recorded. */
    public static final ExecutionSpec DEFAULT = new ExecutionSpec(Engine.FUSED, Precision.DOUBLE, 1);

    /**
     * Validates the choice.
     *
     * @throws SpecException if a component is missing or {@code recordEvery} is negative
     */
    public ExecutionSpec {
        Checks.requirePresent(engine, "execution.engine");
        Checks.requirePresent(precision, "execution.precision");
        Checks.requireAtLeast(0, recordEvery, "execution.record-every");
    }
}
