package org.tailoff.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.TensorNames;
import org.tailoff.store.StoredRun;

/**
 * What decay and gradients did to every tensor of weights of a recorded run.
 *
 * <pre>{@code
 * StoredRun run = RecordedNetwork.of(network).record(out, "mine", it -> it.fit(data, 5));
 * RunExamination.of(run).tensors().forEach(tensor -> tensor.sentences().forEach(System.out::println));
 * }</pre>
 *
 * @param run the run's id
 * @param epochs how many epochs it has
 * @param tensors one per tensor of weights, in the network's order
 * @param together where the norm of all of them together ends, as {@code verify} looks at it; unknown unless all decay
 *     by the same share
 */
public record RunExamination(String run, int epochs, List<TensorExamination> tensors, Reading<Settlement> together) {
    /** Copies the list. */
    public RunExamination {
        tensors = List.copyOf(tensors);
    }

    /**
     * Examines a run, whoever recorded it, from its records alone.
     *
     * @param run a finished run
     * @return what was found
     * @throws IllegalArgumentException if no iteration of a tensor of weights is recorded; names the run
     * @throws org.tailoff.store.RunStoreException if its files cannot be read
     */
    public static RunExamination of(StoredRun run) {
        List<String> all = run.tensors();
        List<String> weights = all.stream().filter(TensorNames::isWeights).toList();
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("run " + run.id()
                    + " must have recorded iterations of a tensor of weights, has those of "
                    + (all.isEmpty() ? "none" : String.join(", ", all)));
        }
        RecordedTime time = RecordedTime.of(run);
        List<EpochRecord> epochs = run.epochs();
        TensorNames names = new TensorNames(all);
        List<TensorExamination> tensors = new ArrayList<>();
        double[] squares = new double[time.rows()];
        TensorSeries series = null;
        for (String tensor : weights) {
            series = TensorSeries.of(run, time, tensor);
            double[] norm = series.norm();
            IntStream.range(0, squares.length).forEach(row -> squares[row] += norm[row] * norm[row]);
            tensors.add(TensorExamination.of(series, new TensorExamination.Names(tensor, names.of(tensor)), epochs));
        }
        return new RunExamination(run.id(), time.length(), tensors, together(tensors, series, squares));
    }

    private static Reading<Settlement> together(List<TensorExamination> tensors, TensorSeries any, double[] squares) {
        double q = tensors.get(0).decay().share();
        boolean same = tensors.stream()
                .allMatch(tensor -> tensor.decay() instanceof Decay.Constant constant
                        && Math.abs(constant.law().q() - q) <= Decay.ROUNDING * q);
        if (!same) {
            return Reading.unknown("not all tensors of weights decay by the same share");
        }
        long elements = tensors.stream().mapToLong(TensorExamination::weights).sum();
        return Settlement.of(any.withNorm(squares, elements), tensors.get(0).decay());
    }
}
