package org.tailoff.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tailoff.figure.Picture;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorNames;
import org.tailoff.record.ValueDistribution;
import org.tailoff.report.plot.DataTable;
import org.tailoff.store.JsonFiles;

/**
 * How the elements of a tensor lie, epoch by epoch.
 *
 * @param name the tensor
 * @param edges edges of the bins, one more than there are; those beyond which nothing ever lies are left out
 * @param epochs numbers of the epochs
 * @param counts per epoch the elements in each bin
 * @param table per epoch a few statistics, for reading without a script
 */
record HistogramPlot(String name, List<Double> edges, List<Integer> epochs, List<List<Long>> counts, DataTable table) {
    private static final List<String> HEADER =
            List.of("epochs trained", "mean", "standard deviation", "smallest", "largest", "norm");

    /** One per tensor that has one; none where no epoch was recorded. */
    static List<HistogramPlot> of(List<EpochRecord> records) {
        List<String> tensors = records.stream()
                .flatMap(epoch -> epoch.tensors().stream())
                .map(TensorEpoch::tensor)
                .distinct()
                .toList();
        TensorNames names = new TensorNames(tensors);
        List<HistogramPlot> histograms = new ArrayList<>();
        for (String tensor : tensors) {
            Builder builder = new Builder();
            records.forEach(record -> record.tensors().stream()
                    .filter(each -> each.tensor().equals(tensor))
                    .forEach(each -> builder.add(record.epoch(), each)));
            builder.build(names.of(tensor)).ifPresent(histograms::add);
        }
        return histograms;
    }

    /** The data for the script, in a form that cannot end the element around it. */
    String data() {
        return JsonFiles.line(new Bins(name, edges, epochs, counts)).replace("<", "\\u003c");
    }

    private record Bins(String name, List<Double> edges, List<Integer> epochs, List<List<Long>> counts) {}

    /** Collects the epochs of one tensor. */
    private static final class Builder {
        private final List<Integer> epochs = new ArrayList<>();
        private final List<ValueDistribution.Histogram> histograms = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();

        void add(int epoch, TensorEpoch tensor) {
            epochs.add(epoch);
            histograms.add(tensor.distribution().histogram());
            rows.add(List.of(
                    Integer.toString(epoch),
                    number(tensor.statistics().mean()),
                    number(tensor.statistics().stddev()),
                    number(tensor.statistics().range().min()),
                    number(tensor.statistics().range().max()),
                    number(tensor.statistics().norm())));
        }

        private static String number(double value) {
            return Double.isFinite(value) ? Picture.number(value) : "–";
        }

        Optional<HistogramPlot> build(String name) {
            List<Double> edges = histograms.get(0).edges();
            int[] used = IntStream.range(0, Math.max(0, edges.size() - 1))
                    .filter(bin -> histograms.stream()
                            .anyMatch(histogram -> histogram.counts().get(bin) > 0))
                    .toArray();
            if (used.length == 0) {
                return Optional.empty();
            }
            int from = used[0];
            int to = used[used.length - 1] + 1;
            List<List<Long>> counts = histograms.stream()
                    .map(histogram -> List.copyOf(histogram.counts().subList(from, to)))
                    .toList();
            return Optional.of(new HistogramPlot(
                    name,
                    List.copyOf(edges.subList(from, to + 1)),
                    epochs,
                    counts,
                    DataTable.thinned(name, HEADER, rows)));
        }
    }
}
