package org.tailoff.examine;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Numbers;

/**
 * Where the norm of a tensor ends.
 *
 * @param end its change at the end, and the window over which it is looked at
 * @param epoch the first epoch from which on the mean norm of every epoch is within {@link #NEAR} of that of the
 *     window; empty if that of the last is not
 * @param norm mean norm over the window
 * @param rms the same over the square root of the number of weights: their root mean square
 */
public record Settlement(NormEnd end, OptionalInt epoch, double norm, double rms) {
    /** How near to its end a norm is that has reached it. */
    public static final double NEAR = 0.01;

    static Reading<Settlement> of(TensorSeries series, Decay decay) {
        if (decay instanceof Decay.Nothing) {
            return Reading.unknown(
                    "nothing decays, and without decay there is no time in which a norm would have to settle");
        }
        return decay.asLaw().then(law -> of(series, decay, law));
    }

    private static Reading<Settlement> of(TensorSeries series, Decay decay, DecayLaw law) {
        double q = decay.share();
        if (!(q > 0)) {
            return Reading.unknown("at the end nothing decays any more");
        }
        NormEnd end = NormEnd.of(series.norm(), q, series.time().every(), law.stepsPerEpoch());
        if (Double.isNaN(end.change())) {
            double needed = Math.max(1, NormEnd.time(q) / law.stepsPerEpoch());
            return Reading.unknown("too short a run: to settle takes a norm up to ln(100)/q, which is "
                    + Numbers.text(needed) + " epochs, the run has "
                    + series.time().length());
        }
        return Reading.of(new Settlement(
                end, reached(series, end.mean()), end.mean(), end.mean() / Math.sqrt((double) series.elements())));
    }

    /** Means over epochs, since a single step may go far. */
    private static OptionalInt reached(TensorSeries series, double mean) {
        Map<Integer, Double> norms = IntStream.range(0, series.rows())
                .boxed()
                .collect(Collectors.groupingBy(
                        row -> series.time().epochs()[row],
                        TreeMap::new,
                        Collectors.averagingDouble(row -> series.norm()[row])));
        int last = norms.entrySet().stream()
                .filter(epoch -> Math.abs(epoch.getValue() / mean - 1) > NEAR)
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(0);
        return norms.keySet().stream()
                .mapToInt(Integer::intValue)
                .filter(epoch -> epoch > last)
                .findFirst();
    }

    /** {@return whether the norm has settled} */
    public boolean settled() {
        return end.settled();
    }
}
