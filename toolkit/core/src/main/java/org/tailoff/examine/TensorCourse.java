package org.tailoff.examine;

import java.util.stream.IntStream;
import org.tailoff.store.StoredRun;

/**
 * How a tensor went from one recorded step to the next, for figures; index i is the same step everywhere.
 *
 * @param epochs how many epochs were trained when the step had been made, with the part of the last one
 * @param norm ||W|| after the step
 * @param ratio ||update|| / ||W||, W before the step; NaN where both are 0
 */
public record TensorCourse(double[] epochs, double[] norm, double[] ratio) {
    /**
     * The course of a tensor.
     *
     * @param run a finished run
     * @param tensor one that it recorded
     * @return its course
     */
    public static TensorCourse of(StoredRun run, String tensor) {
        RecordedTime time = RecordedTime.of(run);
        TensorSeries series = TensorSeries.of(run, time, tensor);
        double before = time.epochs()[0] - 1.0;
        return new TensorCourse(
                IntStream.range(0, series.rows())
                        .mapToDouble(row ->
                                before + (time.iterations()[row] - time.iterations()[0] + 1.0) / time.stepsPerEpoch())
                        .toArray(),
                series.norm(),
                IntStream.range(0, series.rows()).mapToDouble(series::ratio).toArray());
    }
}
