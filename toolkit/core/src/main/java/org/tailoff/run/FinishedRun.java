package org.tailoff.run;

import java.util.List;
import org.tailoff.record.EpochRecord;
import org.tailoff.store.StoredRun;

/**
 * A run that is in the store, whole.
 *
 * @param name its name
 * @param stored its files
 * @param epochs the state before the first epoch and after each one, in order
 * @param seconds wall time it took when it was trained
 * @param reused whether it was found in the store
 */
public record FinishedRun(String name, StoredRun stored, List<EpochRecord> epochs, double seconds, boolean reused) {
    /** Copies the epochs. */
    public FinishedRun {
        epochs = List.copyOf(epochs);
    }

    /**
     * A run that has just been trained.
     *
     * @param name its name
     * @param run its files
     * @return the run with its epochs
     */
    public static FinishedRun trained(String name, StoredRun run) {
        return new FinishedRun(name, run, run.epochs(), run.provenance().wallSeconds(), false);
    }

    /**
     * A run that was found in the store.
     *
     * @param name its name
     * @param run its files
     * @return the run with its epochs
     */
    public static FinishedRun reused(String name, StoredRun run) {
        return new FinishedRun(name, run, run.epochs(), run.provenance().wallSeconds(), true);
    }

    /** The same run under another name, under which it was found. */
    FinishedRun named(String other) {
        return other.equals(name) ? this : new FinishedRun(other, stored, epochs, seconds, true);
    }
}
