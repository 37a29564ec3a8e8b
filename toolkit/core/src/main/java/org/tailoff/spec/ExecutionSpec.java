package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a run is carried out; part of the spec because the last bits of the results depend on it.
 *
 * @param engine the training engine; {@link Engine#AUTO} when null
 * @param precision the floating-point format of weights and arithmetic; null for double or, of a network that a
 *     configuration describes, for what that says
 * @param recordEvery iterations 0, k, 2k, ... are recorded for k = {@code recordEvery}, 1 when null; 0 records none,
 *     and no gradient of the whole training set either, which takes as long as the training of an epoch
 * @param measureAfter an epoch is measured and kept when at least this many iterations have gone since the last one
 *     that was, and the last epoch always; 0, left out of files, for every epoch
 * @param keepNetwork whether the finished run keeps the trained network; true is left out of files
 */
public record ExecutionSpec(
        Engine engine,
        Precision precision,
        Integer recordEvery,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) Integer measureAfter,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = LeftOutIfTrue.class)
        Boolean keepNetwork) {
    /** Equal to true alone, as Jackson asks of a filter. */
    private static final class LeftOutIfTrue {
        @Override
        public boolean equals(Object value) {
            return Boolean.TRUE.equals(value);
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(true);
        }
    }

    /** A training engine. */
    public enum Engine {
        /** The fused one where it does what DL4J would do, else DL4J. */
        @JsonProperty("auto")
        AUTO,
        /**
         * The engine's own step on the network's memory, for dense layers under plain gradient descent; the fast one.
         */
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
     * @throws SpecException if a number is negative
     */
    public ExecutionSpec {
        engine = engine == null ? Engine.AUTO : engine;
        recordEvery = recordEvery == null ? 1 : recordEvery;
        SpecChecks.requireAtLeast(0, recordEvery, "execution.record-every");
        measureAfter = measureAfter == null ? 0 : measureAfter;
        SpecChecks.requireAtLeast(0, measureAfter, "execution.measure-after");
        keepNetwork = keepNetwork == null || keepNetwork;
    }

    /** Every epoch is measured, and the network is kept. */
    public ExecutionSpec(Engine engine, Precision precision, Integer recordEvery) {
        this(engine, precision, recordEvery, 0);
    }

    /** The network is kept. */
    public ExecutionSpec(Engine engine, Precision precision, Integer recordEvery, Integer measureAfter) {
        this(engine, precision, recordEvery, measureAfter, true);
    }

    /**
     * The same with other iterations recorded.
     *
     * @param iterations every how manieth; 0 for none
     * @return the changed choice
     */
    public ExecutionSpec recordingEvery(int iterations) {
        return new ExecutionSpec(engine, precision, iterations, measureAfter, keepNetwork);
    }

    /**
     * The same recording by another engine or in another precision.
     *
     * @param newEngine the training engine
     * @param newPrecision the floating-point format
     * @return the changed choice
     */
    public ExecutionSpec by(Engine newEngine, Precision newPrecision) {
        return new ExecutionSpec(newEngine, newPrecision, recordEvery, measureAfter, keepNetwork);
    }
}
