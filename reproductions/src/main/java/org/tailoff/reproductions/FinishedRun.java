package org.tailoff.reproductions;

import java.util.List;
import org.tailoff.record.EpochRecord;

/**
 * What a run left behind.
 *
 * @param name its name
 * @param epochs the state after each epoch, in order
 * @param seconds wall time it took
 */
public record FinishedRun(String name, List<EpochRecord> epochs, double seconds) {
    /** Copies the epochs. */
    public FinishedRun {
        epochs = List.copyOf(epochs);
    }
}
