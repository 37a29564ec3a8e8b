package org.tailoff.reproductions.chapter.beyond;

import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.figure.Points;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.ValueDistribution.Histogram;

/**
 * How the weights from the pixels into the hidden neurons are spread at the end of an epoch, from what was recorded
 * then.
 *
 * @param histogram counts of weights, in bins of equal width with an edge at 0
 * @param weights how many weights there are, those beyond all bins included
 */
record WeightHistogram(Histogram histogram, long weights) {
    private static final String FIRST_WEIGHTS = "0_W";

    /** What was recorded of the first layer's weights. */
    static WeightHistogram of(EpochRecord epoch, long weights) {
        TensorEpoch tensor = epoch.tensors().stream()
                .filter(each -> each.tensor().equals(FIRST_WEIGHTS))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("epoch " + epoch.epoch() + " must hold the weights "
                        + FIRST_WEIGHTS + ", has " + epoch.tensors()));
        return new WeightHistogram(tensor.distribution().histogram(), weights);
    }

    /** The width of a bin, which is how far from 0 a weight may be to count as near it. */
    double near() {
        List<Double> edges = histogram.edges();
        return edges.get(edges.size() / 2 + 1) - edges.get(edges.size() / 2);
    }

    /** The percentage of weights with {@code -near() <= w < near()}: those of the two bins that meet at 0. */
    double percentNearZero() {
        int right = histogram.counts().size() / 2;
        return percent(right - 1) + percent(right);
    }

    private double percent(int bin) {
        return 100.0 * histogram.counts().get(bin) / weights;
    }

    /** The outline of the bars: percentage of weights per bin, two points per bin. */
    Points outline() {
        List<Double> edges = histogram.edges();
        int bins = histogram.counts().size();
        return Points.of(
                IntStream.range(0, 2 * bins)
                        .mapToDouble(i -> edges.get((i + 1) / 2))
                        .toArray(),
                IntStream.range(0, 2 * bins).mapToDouble(i -> percent(i / 2)).toArray());
    }
}
