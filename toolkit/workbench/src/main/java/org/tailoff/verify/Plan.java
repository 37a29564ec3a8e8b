package org.tailoff.verify;

import org.tailoff.text.Checks;

/**
 * How much is run.
 *
 * @param seeds seeds of every experiment about the world, 1, 2, ..., at least 1
 * @param quick whether every run stops after its first epochs; the verdicts are then marked quick
 */
public record Plan(int seeds, boolean quick) {
    /** Seeds of a whole verification unless told otherwise. */
    public static final int SEEDS = 5;

    /** Seeds of a quick one. */
    public static final int QUICK_SEEDS = 2;

    /**
     * Checks the seeds.
     *
     * @param seeds see {@link #seeds()}
     * @param quick see {@link #quick()}
     * @throws IllegalArgumentException if {@code seeds < 1}
     */
    public Plan {
        Checks.requireAtLeast(1, seeds, "seeds");
    }
}
