package org.tailoff.comparison;

/**
 * One initialiser, trained with weight decay or without.
 *
 * @param initialiser as the user wrote it, such as {@code gaussian:stddev=0.5}
 * @param decay whether the regulariser of the spec acts
 */
public record Arm(String initialiser, boolean decay) {
    /** The name of its run from one seed: letters, digits, {@code .}, {@code _} and {@code -}. */
    String run(int seed) {
        String name = "compare_" + initialiser + (decay ? "" : "_no-decay") + "_seed" + seed;
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
