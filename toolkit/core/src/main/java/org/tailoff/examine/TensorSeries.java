package org.tailoff.examine;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.record.IterationColumn;
import org.tailoff.store.StoredRun;

/**
 * What a run recorded of a tensor W at every recorded iteration; index i is the same iteration everywhere.
 *
 * @param time which iterations they are
 * @param norm ||W|| after the step
 * @param before ||W|| before it
 * @param update norm of the whole step
 * @param inwards cosine of the step and -W before it; 0 where either is zero
 * @param decay norm of the decay step; NaN where it is unknown
 * @param gradientStep norm of the gradient's part of the step; NaN where it is unknown
 * @param gradient norm of the mini-batch's gradient
 * @param elements how many elements the tensor has
 */
record TensorSeries(
        RecordedTime time,
        double[] norm,
        double[] before,
        double[] update,
        double[] inwards,
        double[] decay,
        double[] gradientStep,
        double[] gradient,
        long elements) {

    static TensorSeries of(StoredRun run, RecordedTime time, String tensor) {
        double[] norm = run.series(tensor, IterationColumn.NORM);
        double[] rms = run.series(tensor, IterationColumn.RMS);
        double[] update = run.series(tensor, IterationColumn.UPDATE_NORM);
        double[] inwards = Arrays.stream(run.series(tensor, IterationColumn.COSINE_UPDATE_WEIGHTS))
                .map(cosine -> Double.isNaN(cosine) ? 0 : cosine)
                .toArray();
        return new TensorSeries(
                time,
                norm,
                IntStream.range(0, norm.length)
                        .mapToDouble(i -> before(norm[i], update[i], inwards[i]))
                        .toArray(),
                update,
                inwards,
                run.series(tensor, IterationColumn.DECAY_STEP_NORM),
                run.series(tensor, IterationColumn.GRADIENT_STEP_NORM),
                run.series(tensor, IterationColumn.GRADIENT_NORM),
                elements(norm, rms));
    }

    /**
     * ||W|| before a step, from ||W + u||^2 = ||W||^2 - 2 cos ||u|| ||W|| + ||u||^2. The iteration before may not be
     * recorded, and weights may be changed between two steps. Of the two solutions this is the one at which the step
     * does not go beyond the origin.
     */
    private static double before(double after, double update, double inwards) {
        double square = after * after - update * update * (1 - inwards * inwards);
        return inwards * update + Math.sqrt(Math.max(0, square));
    }

    /** N = (norm / rms)^2; 1 where all weights are 0 at all times. */
    private static long elements(double[] norm, double[] rms) {
        return IntStream.range(0, norm.length)
                .filter(i -> rms[i] > 0)
                .mapToLong(i -> Math.round(norm[i] / rms[i] * (norm[i] / rms[i])))
                .findFirst()
                .orElse(1);
    }

    /** The same steps of a norm of other squares, of which nothing else is known. */
    TensorSeries withNorm(double[] squares, long count) {
        double[] norms = Arrays.stream(squares).map(Math::sqrt).toArray();
        return new TensorSeries(time, norms, before, update, inwards, decay, gradientStep, gradient, count);
    }

    /** Whether all of it was rounded to single precision when it was stored. */
    boolean isSingle() {
        return Arrays.stream(norm).allMatch(value -> (float) value == value)
                && Arrays.stream(update).allMatch(value -> (float) value == value);
    }

    int rows() {
        return norm.length;
    }

    /** q of a step, the share of a weight that decay takes if it takes the same of each; NaN where W is 0. */
    double share(int row) {
        return decay[row] / before[row];
    }

    /** The length of a step in units of the weights' before it; NaN where both are 0. */
    double ratio(int row) {
        return update[row] / before[row];
    }

    /** &lt;W, s&gt;, the inner product of the weights and the gradient's part of a step, s = u + q W. */
    double along(int row, double q) {
        return -inwards[row] * update[row] * before[row] + q * before[row] * before[row];
    }

    /** Root mean square of the angle by which steps turn the weights, in radians. */
    double turn(int from) {
        return Math.sqrt(mean(from, rows(), row -> {
            double angle = Turn.angle(before[row], update[row], inwards[row]);
            return angle * angle;
        }));
    }

    double mean(int from, int to, IntToDoubleFunction value) {
        return sum(from, to, value) / (to - from);
    }

    double sum(int from, int to, IntToDoubleFunction value) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += value.applyAsDouble(row);
        }
        return sum;
    }
}
