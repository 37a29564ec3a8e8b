package org.tailoff.examine;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tailoff.analysis.Medians;

/**
 * How long steps are, in units of the weights, and where they led.
 *
 * @param first ||W|| before the first recorded step
 * @param end ||W|| after the last one
 * @param perEpoch median over an epoch's recorded steps of ||update|| / ||W||, by epoch
 * @param largest the largest such ratio of a step from weights that were not all 0
 * @param largestAt the iteration of that step
 * @param turn root mean square of the angle by which a step turns the weights, over the window that its norm is looked
 *     at over, in radians
 */
public record StepSize(
        double first, double end, SortedMap<Integer, Double> perEpoch, double largest, long largestAt, double turn) {
    /**
     * About where the ratio should be. Source: Karpathy, notes of the course cs231n, "Ratio of weights:updates"; much
     * less, and the learning rate may be too low, much more, and it is likely too high.
     */
    public static final double RULE_OF_THUMB = 1e-3;

    /** "About", as a factor either way; a choice of ours. */
    public static final double ABOUT = 10;

    static StepSize of(TensorSeries series, int from) {
        SortedMap<Integer, Double> medians = new TreeMap<>();
        for (int epoch : series.time().epochNumbers()) {
            double[] ratios = series.time()
                    .rowsOf(epoch)
                    .filter(row -> series.before()[row] > 0)
                    .mapToDouble(series::ratio)
                    .toArray();
            medians.put(epoch, ratios.length == 0 ? Double.NaN : Medians.of(ratios));
        }
        int largest = IntStream.range(0, series.rows())
                .filter(row -> series.before()[row] > 0)
                .reduce((a, b) -> series.ratio(b) > series.ratio(a) ? b : a)
                .orElse(0);
        return new StepSize(
                series.before()[0],
                series.norm()[series.rows() - 1],
                medians,
                series.ratio(largest),
                series.time().iterations()[largest],
                series.turn(from));
    }

    /** {@return the median of the last epoch} */
    public double last() {
        return perEpoch.get(perEpoch.lastKey());
    }

    /** {@return from which epoch on a median stays below a bound; empty if the last is not} */
    List<Integer> epochsBelow(double bound) {
        List<Integer> epochs = List.copyOf(perEpoch.keySet());
        int from = epochs.size();
        while (from > 0 && perEpoch.get(epochs.get(from - 1)) < bound) {
            from--;
        }
        return epochs.subList(from, epochs.size());
    }
}
