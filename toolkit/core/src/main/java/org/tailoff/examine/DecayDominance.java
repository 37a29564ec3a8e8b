package org.tailoff.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tailoff.analysis.Medians;
import org.tailoff.claim.DecayLaw;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorEpoch.Displacement;

/**
 * Whether decay dominates a tensor, and when, in the three readings of the exercise's claim: by force (C1a), by
 * displacement (C1b), by shrinkage (C1c).
 *
 * @param epochs every epoch that was measured after the first update
 * @param firstEpochs how many of them are "the first" ({@link DecayLaw#firstEpochs})
 * @param worst the worst of the first epochs: smallest force, steps and displacement, and the rate farthest from 1; its
 *     epoch is 0
 */
public record DecayDominance(List<EpochDominance> epochs, int firstEpochs, EpochDominance worst) {
    /** Copies the epochs. */
    public DecayDominance {
        epochs = List.copyOf(epochs);
    }

    static Reading<DecayDominance> of(TensorSeries series, Decay decay, List<EpochRecord> records, String tensor) {
        return decay instanceof Decay.Uneven
                ? of(series, DecayLaw.FIRST_EPOCHS, decay, records, tensor)
                : decay.asLaw().then(law -> of(series, law.firstEpochs(DecayLaw.FIRST_EPOCHS), decay, records, tensor));
    }

    private static Reading<DecayDominance> of(
            TensorSeries series, int most, Decay decay, List<EpochRecord> records, String tensor) {
        List<EpochRecord> measured = records.stream()
                .filter(record ->
                        record.tensors().stream().anyMatch(each -> each.tensor().equals(tensor)))
                .toList();
        if (measured.size() < 2) {
            return Reading.unknown("no epoch was measured after the start");
        }
        double coefficient = decay instanceof Decay.Uneven ? Double.NaN : coefficient(series);
        List<EpochDominance> epochs = new ArrayList<>();
        for (int i = 1; i < measured.size(); i++) {
            epochs.add(epoch(series, decay, coefficient, measured.get(i - 1), measured.get(i), tensor));
        }
        int first = measured.get(0).epoch();
        int firstEpochs = Math.min(most, measured.get(measured.size() - 1).epoch() - first);
        List<EpochDominance> among = epochs.stream()
                .filter(epoch -> epoch.epoch() - first <= firstEpochs)
                .toList();
        return Reading.of(new DecayDominance(epochs, firstEpochs, worst(among)));
    }

    private static EpochDominance epoch(
            TensorSeries series,
            Decay decay,
            double coefficient,
            EpochRecord before,
            EpochRecord after,
            String tensor) {
        TensorEpoch start = before.tensor(tensor);
        double pull = coefficient * start.statistics().norm();
        double force = start.motion().gradientNorm().stream()
                .map(gradient -> pull / gradient)
                .findFirst()
                .orElse(Double.NaN);
        Optional<Displacement> moved = after.tensor(tensor).displacement();
        double left =
                after.tensor(tensor).statistics().norm() / start.statistics().norm();
        return new EpochDominance(
                after.epoch(),
                force,
                steps(series, before.epoch() + 1, after.epoch()),
                moved.map(way -> way.decay() / way.drift()).orElse(Double.NaN),
                rate(series, decay, left, before.epoch(), after.epoch()));
    }

    /** Root mean square of the decay steps over that of the gradient steps; NaN where none is recorded or known. */
    private static double steps(TensorSeries series, int first, int last) {
        int[] rows = rows(series, first, last);
        double decay = IntStream.of(rows)
                .mapToDouble(row -> series.decay()[row] * series.decay()[row])
                .sum();
        double gradient = IntStream.of(rows)
                .mapToDouble(row -> series.gradientStep()[row] * series.gradientStep()[row])
                .sum();
        return Math.sqrt(decay / gradient);
    }

    private static int[] rows(TensorSeries series, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .flatMap(epoch -> series.time().rowsOf(epoch))
                .toArray();
    }

    /** Under a schedule decay's own rate is the mean of ln(1 - q) over the recorded steps. */
    private static double rate(TensorSeries series, Decay decay, double left, int from, int to) {
        if (decay instanceof Decay.Constant constant) {
            return constant.law().rate(left, to - from);
        }
        if (decay instanceof Decay.Uneven) {
            return Double.NaN;
        }
        double mean = IntStream.of(rows(series, from + 1, to))
                .mapToDouble(row -> StrictMath.log1p(-series.share(row)))
                .average()
                .orElse(Double.NaN);
        return StrictMath.log(left) / ((to - from) * series.time().stepsPerEpoch() * mean);
    }

    /**
     * c, the coefficient of decay in the cost, from c = q / eta and eta = (gradient step) / (gradient) at every step;
     * NaN where that is no constant, as under Adam.
     */
    private static double coefficient(TensorSeries series) {
        double[] each = IntStream.range(0, series.rows())
                .filter(row -> series.before()[row] > 0 && series.gradient()[row] > 0)
                .mapToDouble(row -> series.share(row) * series.gradient()[row] / series.gradientStep()[row])
                .toArray();
        if (each.length == 0) {
            return Double.NaN;
        }
        double c = Medians.of(each);
        return DoubleStream.of(each).allMatch(value -> Math.abs(value - c) <= Decay.ROUNDING * c) ? c : Double.NaN;
    }

    private static EpochDominance worst(List<EpochDominance> epochs) {
        double farthest = epochs.stream()
                .map(EpochDominance::rate)
                .filter(rate -> !Double.isNaN(rate))
                .reduce((a, b) -> Math.abs(b - 1) > Math.abs(a - 1) ? b : a)
                .orElse(Double.NaN);
        return new EpochDominance(
                0,
                smallest(epochs, EpochDominance::force),
                smallest(epochs, EpochDominance::steps),
                smallest(epochs, EpochDominance::displacement),
                farthest);
    }

    private static double smallest(List<EpochDominance> epochs, ToDoubleFunction<EpochDominance> number) {
        return epochs.stream()
                .mapToDouble(number)
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(Double.NaN);
    }

    /**
     * {@return when decay's force exceeded that of the whole training set's gradient, of epochs where it was measured}
     */
    public List<EpochRange> byForce() {
        return when(epoch -> !Double.isNaN(epoch.force()), epoch -> epoch.force() > 1);
    }

    /** {@return when decay moved the weights further than everything else} */
    public List<EpochRange> byDisplacement() {
        return when(epoch -> !Double.isNaN(epoch.displacement()), epoch -> epoch.displacement() > 1);
    }

    /** {@return when the norm followed decay's law: fell at its rate, within {@link DecayLaw#RATE_TOLERANCE} of it} */
    public List<EpochRange> byShrinkage() {
        return when(epoch -> !Double.isNaN(epoch.rate()), DecayDominance::shrinks);
    }

    private static boolean shrinks(EpochDominance epoch) {
        return epoch.rateError().orElseThrow() <= DecayLaw.RATE_TOLERANCE;
    }

    private List<EpochRange> when(Predicate<EpochDominance> known, Predicate<EpochDominance> dominated) {
        List<EpochDominance> among = epochs.stream().filter(known).toList();
        return EpochRange.of(
                numbers(among), numbers(among.stream().filter(dominated).toList()));
    }

    private static List<Integer> numbers(List<EpochDominance> epochs) {
        return epochs.stream().map(EpochDominance::epoch).toList();
    }
}
