package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a run is carried out; part of the spec because the last bits of the results depend on it.
 *
 * @param engine the training engine
 * @param precision the floating-point format of weights and arithmetic
 */
public record ExecutionSpec(Engine engine, Precision precision) {
    /** A training engine. */
    public enum Engine {
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

    /** The reference engine in double precision. */
    public static final ExecutionSpec DEFAULT = new ExecutionSpec(Engine.DL4J, Precision.DOUBLE);

    /**
     * Validates the choice.
     *
     * @throws SpecException if a component is missing
     */
    public ExecutionSpec {
        Checks.requirePresent(engine, "execution.engine");
        Checks.requirePresent(precision, "execution.precision");
    }
}
