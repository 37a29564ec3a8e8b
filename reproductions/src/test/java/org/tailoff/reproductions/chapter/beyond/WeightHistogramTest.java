package org.tailoff.reproductions.chapter.beyond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tailoff.figure.Points;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.ValueDistribution;
import org.tailoff.record.ValueDistribution.Histogram;
import org.tailoff.record.ValueRange;

class WeightHistogramTest {
    private static final Histogram HISTOGRAM =
            new Histogram(List.of(-1.0, -0.5, 0.0, 0.5, 1.0), List.of(1L, 2L, 5L, 0L));

    private static EpochRecord epoch(String tensor) {
        ValueDistribution distribution =
                new ValueDistribution(new ValueDistribution.Quantiles(List.of(), List.of()), HISTOGRAM);
        TensorEpoch recorded = new TensorEpoch(
                tensor,
                new TensorStatistics(0, 0, 0, 0, new ValueRange(0, 0)),
                TensorEpoch.Motion.UNKNOWN,
                TensorEpoch.InputRms.NONE,
                distribution);
        return new EpochRecord(1, List.of(), List.of(recorded), List.of());
    }

    /** Oracle: by hand; 7 of 10 weights lie in the two bins at zero, and two in none. */
    @Test
    void theWeightsNearZeroAreThoseOfTheTwoBinsThatMeetThere() {
        WeightHistogram histogram = WeightHistogram.of(epoch("0_W"), 10);
        assertThat(histogram.percentNearZero()).isEqualTo(70);
        assertThat(histogram.near()).isEqualTo(0.5);
    }

    @Test
    void theOutlineGoesFlatAlongEveryBin() {
        assertThat(WeightHistogram.of(epoch("0_W"), 10).outline())
                .isEqualTo(Points.of(
                        new double[] {-1, -0.5, -0.5, 0, 0, 0.5, 0.5, 1}, new double[] {10, 10, 20, 20, 50, 50, 0, 0}));
    }

    @Test
    void otherWeightsAreNotTakenForThoseOfTheFirstLayer() {
        assertThatThrownBy(() -> WeightHistogram.of(epoch("1_W"), 10))
                .hasMessageStartingWith("epoch 1 must hold the weights 0_W");
    }
}
