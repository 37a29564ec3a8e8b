package org.tailoff.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tailoff.claim.Numbers;
import org.tailoff.examine.NormEnd;
import org.tailoff.record.IterationColumn;

/**
 * The end of a run: {@link NormEnd} of the norm of all weights together.
 *
 * @param change relative change of ||W|| in that time; NaN if the run is shorter
 * @param rms root mean square of all weights of the network, mean over the window
 * @param from index in a series of the window's first recorded iteration
 */
public record Stationary(double change, double rms, int from) {
    /** The largest relative change of a norm that counts as stationary. */
    static final double ALLOWED = NormEnd.ALLOWED;

    /** {@return the end of a run} */
    public static Stationary of(RunRecord run) {
        NormEnd end = NormEnd.of(
                totalNorms(run), run.law().q(), run.recordEvery(), run.law().stepsPerEpoch());
        return new Stationary(end.change(), end.mean() / Math.sqrt(run.weights()), end.from());
    }

    private static double[] totalNorms(RunRecord run) {
        double[][] norms = IntStream.range(0, run.layers())
                .mapToObj(layer -> run.series(layer, IterationColumn.NORM))
                .toArray(double[][]::new);
        return IntStream.range(0, norms[0].length)
                .mapToDouble(i -> Math.sqrt(Arrays.stream(norms)
                        .mapToDouble(norm -> norm[i] * norm[i])
                        .sum()))
                .toArray();
    }

    /**
     * Why runs cannot show an end state: one of them, the worst, still changes too much, or is too short. Changes of
     * opposite sign do not make up for each other.
     */
    static Optional<String> obstacle(List<Stationary> ends) {
        double change = worstChange(ends);
        if (Double.isNaN(change)) {
            return Optional.of("not stationary: a run is shorter than ln(100)/(eta lambda/m) epochs");
        }
        return Math.abs(change) < ALLOWED
                ? Optional.empty()
                : Optional.of("not stationary: the norm still changes by " + Numbers.text(100 * change)
                        + " % in ln(100)/(eta lambda/m) epochs in the worst run, allowed are 0.5 %");
    }

    /** {@return the change that is farthest from 0, with its sign; NaN if a run is too short or there is none} */
    static double worstChange(List<Stationary> ends) {
        return ends.stream()
                .mapToDouble(Stationary::change)
                .reduce((a, b) -> Math.abs(a) >= Math.abs(b) || Double.isNaN(a) ? a : b)
                .orElse(Double.NaN);
    }
}
