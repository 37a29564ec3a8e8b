package org.tailoff.published;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.tailoff.published.EpochCurve.Quantity;
import org.tailoff.spec.DataSpec.DataSet;

/**
 * The same numbers of several runs that differ in their seed alone; ours is their mean, and each of them is a draw.
 *
 * @param runs names of the runs
 * @param set the examples evaluated
 * @param pick which counts of a run
 */
public record SeedDraws(List<String> runs, DataSet set, Pick pick) implements MeasuredSource {
    /** Copies the names. */
    public SeedDraws {
        runs = List.copyOf(runs);
    }

    @Override
    public boolean counts() {
        return true;
    }

    @Override
    public boolean isMeanOfDraws() {
        return true;
    }

    /** The mean of the draws; nothing if one was cut short. */
    @Override
    public Counterpart in(Curves measured) {
        List<double[]> each = runs.stream()
                .map(run -> pick.of(measured.values(run, set, Quantity.CORRECT)))
                .toList();
        boolean whole = each.stream().allMatch(draw -> draw.length > 0);
        double[] x = whole ? pick.x() : new double[0];
        double[] mean = IntStream.range(0, x.length)
                .mapToDouble(i -> StatUtils.mean(
                        each.stream().mapToDouble(draw -> draw[i]).toArray()))
                .toArray();
        return new Counterpart(new Measured(x, mean), whole ? each : List.of(), measured.examples(runs.get(0), set));
    }

    /** Chooses numbers among the counts of a run's epochs. */
    public sealed interface Pick {
        /** {@return where the numbers stand: epochs as the book counts them, from 0} */
        double[] x();

        /**
         * The numbers of a run.
         *
         * @param counts one per epoch that was run
         * @return one number per {@link #x()}; none if the run was cut short
         */
        double[] of(double[] counts);
    }

    /**
     * The highest count of all epochs.
     *
     * @param epochs length of the whole run
     */
    public record Best(int epochs) implements Pick {
        @Override
        public double[] x() {
            return new double[] {epochs - 1.0};
        }

        @Override
        public double[] of(double[] counts) {
            return counts.length < epochs ? new double[0] : new double[] {StatUtils.max(counts)};
        }
    }

    /**
     * The counts of some epochs.
     *
     * @param epochs as the book counts them, from 0, ascending
     */
    public record Epochs(List<Integer> epochs) implements Pick {
        /** Copies the numbers. */
        public Epochs {
            epochs = List.copyOf(epochs);
        }

        @Override
        public double[] x() {
            return epochs.stream().mapToDouble(Integer::doubleValue).toArray();
        }

        @Override
        public double[] of(double[] counts) {
            return epochs.get(epochs.size() - 1) < counts.length
                    ? epochs.stream().mapToDouble(epoch -> counts[epoch]).toArray()
                    : new double[0];
        }
    }
}
