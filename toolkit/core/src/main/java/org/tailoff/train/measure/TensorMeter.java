package org.tailoff.train.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hipparchus.util.KthSelector;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorEpoch.Displacement;
import org.tailoff.record.TensorEpoch.Gradient;
import org.tailoff.record.TensorEpoch.InputRms;
import org.tailoff.record.TensorEpoch.Motion;
import org.tailoff.record.TensorEpoch.WeightByWeight;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.ValueDistribution;
import org.tailoff.record.ValueRange;

/** Measures one parameter tensor at the end of every epoch. */
final class TensorMeter {
    private static final List<Double> PROBABILITIES = List.of(0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0);
    /** 250 bins from -5 to 5. */
    private static final double BIN_WIDTH = 0.04;

    private static final List<Double> EDGES =
            IntStream.rangeClosed(-125, 125).mapToObj(i -> i * BIN_WIDTH).toList();

    private final ParameterTensor tensor;
    private final ParameterMemory memory;
    private final OptionalDouble share;
    private final boolean[] deadRows;
    private final double[] initial;
    private double[] previous;

    /**
     * Makes the meter; takes the tensor as it is now for what it was before the first update.
     *
     * @param tensor where the tensor lies
     * @param memory the network's parameters
     * @param share q, what decay alone takes of a weight in a step; empty where decay is not a constant factor
     * @param deadRows for each input of a weight tensor, whether it is zero in every training image; empty where inputs
     *     are not told apart
     */
    TensorMeter(ParameterTensor tensor, ParameterMemory memory, OptionalDouble share, boolean[] deadRows) {
        this.tensor = tensor;
        this.memory = memory;
        this.share = share;
        this.deadRows = deadRows.clone();
        initial = deadRows.length == 0 ? new double[0] : values();
        previous = new double[0];
    }

    /** Statistics of the elements as they are now. */
    TensorStatistics statistics() {
        return TensorMoments.statistics(values());
    }

    private double[] values() {
        double[] values = new double[tensor.length()];
        memory.read(tensor.offset(), values);
        return values;
    }

    /** Takes the tensor as it is now for what it was at the end of the last epoch. */
    void remember() {
        previous = values();
    }

    /**
     * Measures; from the second call on with the displacement in the {@code steps} steps since the call before.
     *
     * @param steps updates since the call before
     * @param gradient the whole training set's gradient, if it was measured
     */
    TensorEpoch measure(long steps, Optional<Gradient> gradient) {
        double[] values = values();
        TensorEpoch epoch = new TensorEpoch(
                tensor.name(),
                TensorMoments.statistics(values),
                new Motion(displacement(values, steps), gradient),
                inputs(values),
                distribution(values));
        previous = values;
        return epoch;
    }

    /** D = (1 - f) ||W(e-1)|| and R = ||W(e) - f W(e-1)|| with f = (1 - q)^steps, and both weight by weight. */
    private Optional<Displacement> displacement(double[] values, long steps) {
        if (previous.length == 0 || share.isEmpty()) {
            return Optional.empty();
        }
        double f = StrictMath.pow(1 - share.getAsDouble(), (double) steps);
        double[] decay = new double[values.length];
        double[] rest = new double[values.length];
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            decay[i] = (1 - f) * previous[i];
            rest[i] = values[i] - f * previous[i];
            squares += rest[i] * rest[i];
        }
        double way = (1 - f) * Math.sqrt(Vectors.dot(previous, previous));
        double drift = Math.sqrt(squares);
        if (f == 1) {
            return Optional.of(new Displacement(way, drift));
        }
        boolean told = deadRows.length > 0;
        return Optional.of(new Displacement(
                way,
                drift,
                weightByWeight(decay, rest, i -> true),
                told ? weightByWeight(decay, rest, this::live) : Optional.empty(),
                told ? decayedByInput(decay, rest) : List.of()));
    }

    private boolean live(int weight) {
        return !deadRows[weight % deadRows.length];
    }

    private static boolean decayedFurther(double decay, double rest) {
        return Math.abs(decay) > Math.abs(rest);
    }

    /** Of the weights that are counted; empty if none is. */
    private static Optional<WeightByWeight> weightByWeight(double[] decay, double[] rest, IntPredicate counted) {
        double[] ratios = new double[decay.length];
        int count = 0;
        int further = 0;
        for (int i = 0; i < decay.length; i++) {
            if (counted.test(i)) {
                ratios[count] = decay[i] == 0 ? Double.POSITIVE_INFINITY : Math.abs(rest[i] / decay[i]);
                further += decayedFurther(decay[i], rest[i]) ? 1 : 0;
                count++;
            }
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(new WeightByWeight((double) further / count, median(ratios, count)));
    }

    private List<Long> decayedByInput(double[] decay, double[] rest) {
        long[] further = new long[deadRows.length];
        for (int i = 0; i < decay.length; i++) {
            further[i % deadRows.length] += decayedFurther(decay[i], rest[i]) ? 1 : 0;
        }
        return Arrays.stream(further).boxed().toList();
    }

    private InputRms inputs(double[] values) {
        if (deadRows.length == 0) {
            return InputRms.NONE;
        }
        double[] live = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (live(i)) {
                live[count] = Math.abs(values[i]);
                count++;
            }
        }
        return new InputRms(
                rms(values, row -> deadRows[row]),
                rms(values, row -> !deadRows[row]),
                count == 0 ? OptionalDouble.empty() : OptionalDouble.of(median(live, count)),
                deadRatio(values));
    }

    private OptionalDouble rms(double[] values, IntPredicate rows) {
        double squares = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (rows.test(i % deadRows.length)) {
                squares += values[i] * values[i];
                count++;
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / count));
    }

    /** Smallest and largest w/w(0) of the weights on dead inputs; those that began at 0 have no ratio. */
    private Optional<ValueRange> deadRatio(double[] values) {
        DoubleSummaryStatistics ratios = IntStream.range(0, values.length)
                .filter(i -> deadRows[i % deadRows.length] && initial[i] != 0)
                .mapToDouble(i -> values[i] / initial[i])
                .summaryStatistics();
        return ratios.getCount() == 0
                ? Optional.empty()
                : Optional.of(new ValueRange(ratios.getMin(), ratios.getMax()));
    }

    private static ValueDistribution distribution(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Double> quantiles =
                PROBABILITIES.stream().map(p -> quantile(sorted, p)).toList();
        return new ValueDistribution(
                new ValueDistribution.Quantiles(PROBABILITIES, quantiles),
                new ValueDistribution.Histogram(EDGES, counts(sorted)));
    }

    /** Linear between the two nearest order statistics, position p (n - 1), NumPy's default. */
    static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /**
     * The {@link #quantile} of 0.5 of the first values, at least one; found without sorting all, and may be infinite.
     */
    private static double median(double[] values, int count) {
        double[] some = Arrays.copyOf(values, count);
        KthSelector selector = new KthSelector();
        double below = selector.select(some, null, (count - 1) / 2);
        double above = selector.select(some, null, count / 2);
        return below == above ? below : below + 0.5 * (above - below);
    }

    private static List<Long> counts(double[] sorted) {
        List<Long> counts = new ArrayList<>();
        int at = 0;
        while (at < sorted.length && sorted[at] < EDGES.get(0)) {
            at++;
        }
        for (int bin = 0; bin + 1 < EDGES.size(); bin++) {
            int from = at;
            while (at < sorted.length && sorted[at] < EDGES.get(bin + 1)) {
                at++;
            }
            counts.add((long) at - from);
        }
        return counts;
    }
}
