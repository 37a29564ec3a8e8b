package org.tailoff.record;

import java.util.List;

/**
 * The state after one epoch.
 *
 * @param epoch index of the epoch, from 0, as the book counts: epoch 0 is the state after the first pass
 * @param scores one entry per evaluated set
 */
public record EpochRecord(int epoch, List<SetScore> scores) {
    /** Copies the scores. */
    public EpochRecord {
        scores = List.copyOf(scores);
    }
}
