package org.tailoff.train;

import java.util.List;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.RunStart;
import org.tailoff.record.TensorEpoch;

/** Measures everything that is recorded once an epoch. */
final class EpochMeter {
    private final EpochMeasures measures;
    private final int steps;
    private int measured;

    /**
     * Makes the meter of a run.
     *
     * @param measures what is measured
     * @param steps updates in an epoch
     */
    EpochMeter(EpochMeasures measures, int steps) {
        this.measures = measures;
        this.steps = steps;
    }

    /** Names and statistics of the tensors as they are now. */
    RunStart start() {
        return measures.tensors().start();
    }

    /** Takes the parameters as they are now for those at the end of an epoch, the last one measured. */
    void remember(int epoch) {
        measures.tensors().remember();
        measured = epoch;
    }

    /** The state after {@code epoch} passes. */
    EpochRecord measure(int epoch) {
        long since = (long) (epoch - measured) * steps;
        measured = epoch;
        List<TensorEpoch> moved = measures.gradient(epoch)
                .map(gradient -> measures.tensors().measure(since, gradient))
                .orElseGet(() -> measures.tensors().measure(since));
        return new EpochRecord(epoch, measures.scores(), moved, measures.layers());
    }
}
