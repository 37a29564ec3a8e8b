package org.tailoff.record;

import java.util.List;

/**
 * Where a finished run comes from. What it depends on, data and plugins, is in its identity too; the rest depends on
 * time and place.
 *
 * @param engine the training engine used
 * @param data SHA-256 of the examples, 64 hexadecimal digits; {@link #UNKNOWN} if a program of the user's own has read
 *     them
 * @param plugins every initialiser used
 * @param parts from each start of the run to its end or interruption, in order; what was lost with an interruption is
 *     in none
 */
public record Provenance(String engine, String data, List<Plugin> plugins, List<Part> parts) {
    /** What stands in the place of a fact that cannot be had. */
    public static final String UNKNOWN = "unknown";

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no part
     */
    public Provenance {
        plugins = List.copyOf(plugins);
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts must not be empty: " + parts);
        }
    }

    /**
     * A plugin as it was used.
     *
     * @param id what specs call it
     * @param type name of its class
     * @param jar file name of the jar; {@code class path} for a directory of classes
     * @param version the jar's Implementation-Version; {@code -} if it says none
     * @param sha256 the jar's, 64 hexadecimal digits; {@code -} for a directory of classes
     * @param build what stands for its code in the run's identity, 64 hexadecimal digits
     */
    public record Plugin(String id, String type, String jar, String version, String sha256, String build) {}

    /**
     * A run from one of its starts on.
     *
     * @param startedAt when it began, ISO 8601 in UTC
     * @param seconds wall time from then to its end, or to the last checkpoint before it was interrupted
     * @param command the arguments of the command line, as they were typed; empty for a program of the user's own
     * @param software what ran
     * @param platform what it ran on
     */
    public record Part(String startedAt, double seconds, List<String> command, Software software, Platform platform) {
        /** Copies the list. */
        public Part {
            command = List.copyOf(command);
        }
    }

    /**
     * Versions.
     *
     * @param tailoff of Tailoff
     * @param commit the Git commit that Tailoff was built from, with {@code -dirty} behind it if files were changed
     * @param dl4j of Deeplearning4j
     * @param nd4j of ND4J and its native backend
     * @param javacpp of JavaCPP
     */
    public record Software(String tailoff, String commit, String dl4j, String nd4j, String javacpp) {}

    /**
     * A machine with its Java and its kernels.
     *
     * @param os operating system with its architecture
     * @param processor the processor's model
     * @param processors how many the JVM may use
     * @param jdk vendor, name and version of the Java runtime
     * @param kernel the BLAS kernel in use with its library's version, such as {@code SkylakeX of OpenBLAS 0.3.31}
     * @param ompThreads value of {@code OMP_NUM_THREADS}; {@code not set} if it is not
     */
    public record Platform(String os, String processor, int processors, String jdk, String kernel, String ompThreads) {
        /**
         * Whether two platforms can be trusted to give the same last bits.
         *
         * @param other another platform
         * @return whether kernel and Java runtime are the same
         */
        public boolean calculatesLike(Platform other) {
            return arithmetic().equals(other.arithmetic());
        }

        /**
         * What the last bits depend on.
         *
         * @return kernel and Java runtime in words, never null
         */
        public String arithmetic() {
            return "kernel " + kernel + ", " + jdk;
        }
    }

    /**
     * When the run was begun.
     *
     * @return ISO 8601 in UTC, never null
     */
    public String startedAt() {
        return parts.get(0).startedAt();
    }

    /**
     * How long it was trained, over all its parts.
     *
     * @return wall time in seconds
     */
    public double wallSeconds() {
        return parts.stream().mapToDouble(Part::seconds).sum();
    }
}
