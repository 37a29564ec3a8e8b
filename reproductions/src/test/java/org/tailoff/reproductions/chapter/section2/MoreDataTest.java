package org.tailoff.reproductions.chapter.section2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.published.Criterion;
import org.tailoff.published.CurveComparison;
import org.tailoff.published.CurveComparison.Agreement;
import org.tailoff.published.CurveComparisonFiles;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.Curves;
import org.tailoff.published.LastEpochs;
import org.tailoff.published.LastEpochs.End;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.SvmCurve;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.SetScore;
import org.tailoff.reproductions.book.Published;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.svm.SvmResult;
import org.tailoff.svm.SvmSpec;
import org.tailoff.svm.SvmSpec.Gamma;

class MoreDataTest {
    private final Map<String, RunSpec> runs = new MoreData().runs();

    @Test
    void allNineRunsAreEquallyLongAndDecayAlike() {
        assertThat(runs).hasSize(9);
        for (RunSpec run : runs.values()) {
            assertThat(run.iterations()).isEqualTo(150_000);
            assertThat(run.decay()).isCloseTo(5e-5, within(1e-19));
        }
    }

    /** Oracle: an epoch of n images takes n - 1 numbers; 15,000 epochs of 100 and 7,500 of 200 come before 500. */
    @Test
    void aSizeComesAfterTheShufflesOfTheSmallerOnesAndItsOwnNetworkAfterTheirs() {
        SeedSpec.Book third = (SeedSpec.Book) runs.get("more_data_500").seeds();
        assertThat(third.drawsBefore()).isEqualTo(15_000L * 99 + 7_500L * 199);
        assertThat(third.epochsBefore()).isZero();
        assertThat(third.networksBefore()).isEqualTo(3);
        assertThat(((SeedSpec.Book) runs.get("more_data_100").seeds()).drawsBefore())
                .isZero();
    }

    @Test
    void aPublishedPercentageIsACountOfImages() {
        assertThat(Published.counts("more_data", "", 10_000))
                .startsWith(6909, 7637)
                .endsWith(9597);
        assertThatThrownBy(() -> Published.counts("more_data", "", 1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a published accuracy must be that of a whole number of images, was 690.9");
    }

    @Nested
    class Ends {
        private static EpochRecord epoch(int number, int correct) {
            return new EpochRecord(
                    number,
                    List.of(new SetScore("validation", 10, correct, new SetScore.Cost(1, 1))),
                    List.of(),
                    List.of(new LayerEpoch("0", 0, 0.25, OptionalDouble.empty())));
        }

        private final PublishedSeries series = new PublishedSeries(
                "figure",
                "series",
                new LastEpochs(DataSet.VALIDATION, List.of(new End("a", 100, 4), new End("b", 200, 2))),
                new double[] {7, 9},
                List.of(Criterion.equal()));

        private CurveComparison compare(int epochs) {
            Curves curves = new Curves(
                    Map.of(
                            "a", List.of(epoch(0, 1), epoch(epochs, 7)),
                            "b", List.of(epoch(0, 1), epoch(1, 5), epoch(2, 9))),
                    Map.of());
            return curves.compare(series, true);
        }

        @Test
        void areComparedAtTheSizesOfTheirTrainingSets() {
            CurveComparison comparison = compare(4);
            assertThat(comparison.x()).containsExactly(100, 200);
            assertThat(comparison.measured()).containsExactly(7, 9);
            assertThat(comparison.verdict()).isEqualTo(Agreement.EXACT);
            assertThat(comparison.inDisplayUnits(comparison.measured())).containsExactly(70, 90);
        }

        @Test
        void ofRunsCutShortAreNotCompared() {
            assertThat(compare(3).points()).isZero();
            assertThat(compare(3).verdict()).isEqualTo(Agreement.NOT_COMPARED);
            assertThat(new MoreData()
                            .figures(new CurveComparisons(List.of(new CurveComparison(
                                    MoreData.accuracies("more_data"), compare(3).ours(), List.of(), 10, true)))))
                    .isEmpty();
        }
    }

    @Nested
    class Machines {
        private static SvmResult trained(int size, int correct) {
            return new SvmResult(new SvmSpec(size, 1, Gamma.AUTO), 10, correct, 1, "by hand");
        }

        private final SvmCurve curve = new SvmCurve(List.of("m1", "m2", "m3"));
        private final Curves curves = new Curves(Map.of(), Map.of("m1", trained(100, 3), "m2", trained(200, 4)));

        @Test
        void thatWereLeftOutShortenTheCurve() {
            PublishedSeries series =
                    new PublishedSeries("figure", "svm", curve, new double[] {3, 4, 5}, List.of(Criterion.equal()));
            CurveComparison comparison = curves.compare(series, true);
            assertThat(comparison.x()).containsExactly(100, 200);
            assertThat(comparison.verdict()).isEqualTo(Agreement.EXACT);
            assertThat(comparison.complete()).isFalse();
        }

        @Test
        void thatTheBookDoesNotHaveAreShownAndNotCompared() {
            CurveComparison comparison = curves.compare(PublishedSeries.unpublished("figure", "svm", curve), true);
            assertThat(comparison.measured()).containsExactly(3, 4);
            assertThat(comparison.verdict()).isEqualTo(Agreement.NOT_COMPARED);
            assertThat(comparison.exact()).isZero();
            assertThat(CurveComparisonFiles.csv(List.of(comparison)).lines())
                    .last()
                    .isEqualTo("figure,\"svm\",200,,4,");
        }
    }
}
