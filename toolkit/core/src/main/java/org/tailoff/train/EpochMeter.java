package org.tailoff.train;

import org.tailoff.record.EpochRecord;
import org.tailoff.record.RunStart;

/** Measures everything that is recorded once an epoch. */
sealed interface EpochMeter permits DenseEpochMeter, NetworkEpochMeter {
    /** Names and statistics of the tensors as they are now. */
    RunStart start();

    /** Takes the parameters as they are now for those at the end of an epoch, the last one measured. */
    void remember(int epoch);

    /** The state after {@code epoch} passes. */
    EpochRecord measure(int epoch);
}
