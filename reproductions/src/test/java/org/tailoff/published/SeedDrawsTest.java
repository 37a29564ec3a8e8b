package org.tailoff.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.Mnist;
import org.tailoff.published.CurveComparison.Agreement;
import org.tailoff.published.FurtherDraw.Statistic;
import org.tailoff.published.SeedDraws.Best;
import org.tailoff.published.SeedDraws.Epochs;
import org.tailoff.published.SeedDraws.Pick;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.reproductions.chapter.section2.Overfitting;
import org.tailoff.reproductions.chapter.section5.OneDigit;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.SeedSpec;

class SeedDrawsTest {
    /** The untrained network and one epoch for each count. */
    private static List<EpochRecord> epochs(int... counts) {
        List<EpochRecord> epochs = new ArrayList<>(List.of(epoch(0, 0)));
        for (int count : counts) {
            epochs.add(epoch(epochs.size(), count));
        }
        return epochs;
    }

    private static EpochRecord epoch(int number, int count) {
        SetScore score = new SetScore("test", 100, count, new SetScore.Cost(1, 1));
        return new EpochRecord(number, List.of(score), List.of(), List.of());
    }

    private static CurveComparison compare(Pick pick, double[] published) {
        Curves curves = new Curves(Map.of("a", epochs(50, 90, 80), "b", epochs(60, 70, 84)));
        PublishedSeries series = new PublishedSeries(
                "figure",
                "series",
                new SeedDraws(List.of("a", "b"), DataSet.TEST, pick),
                published,
                List.of(new FurtherDraw(Statistic.MEAN, "no seed")));
        return curves.compare(series, true);
    }

    @Test
    void oursIsTheMeanAndEverySeedIsADraw() {
        CurveComparison comparison = compare(new Epochs(List.of(0, 2)), new double[] {55, 82});
        assertThat(comparison.measured()).containsExactly(55, 82);
        assertThat(comparison.x()).containsExactly(0, 2);
        assertThat(comparison.replicas()).containsExactly(new double[] {50, 80}, new double[] {60, 84});
    }

    /** A live page compares runs of which some have not begun. */
    @Test
    void aCurveHasThoseOfItsReplicasThatThereAre() {
        Curves curves = new Curves(Map.of("a", epochs(50, 90), "b", epochs(60, 70), "a_other", epochs(1, 2)));
        EpochCurve curve = new EpochCurve("a", List.of("b", "c"), DataSet.TEST, EpochCurve.Quantity.CORRECT);
        CurveComparison comparison = curves.compare(PublishedSeries.unpublished("figure", "series", curve), true);
        assertThat(comparison.measured()).containsExactly(50, 90);
        assertThat(comparison.replicas()).containsExactly(new double[] {60, 70});
    }

    @Test
    void aComparisonIsFoundByWhatOursComesFrom() {
        EpochCurve curve = new EpochCurve("a", DataSet.TEST, EpochCurve.Quantity.CORRECT);
        Curves curves = new Curves(Map.of("a", epochs(50)));
        List<PublishedSeries> series = List.of(PublishedSeries.unpublished("figure", "series", curve));
        CurveComparisons compared = CurveComparisons.of(series, curves, true);
        assertThat(compared.measuredBy(curve)).isSameAs(compared.all().get(0));
        EpochCurve other = new EpochCurve("a", DataSet.TRAINING, EpochCurve.Quantity.CORRECT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compared.measuredBy(other))
                .withMessageStartingWith("no series measured by EpochCurve[run=a");
    }

    /**
     * By hand: the draws 90 and 84 have the mean 87 and s = 3 sqrt 2; t_{0.975, 1} sqrt(3/2) s = 12.706 x 1.2247 x
     * 4.2426 = 66.02.
     */
    @Test
    void theIntervalIsThatOfTheDrawsWithoutTheirMean() {
        assertThat(compare(new Best(3), new double[] {87 - 66}).verdict()).isEqualTo(Agreement.MATCH);
        assertThat(compare(new Best(3), new double[] {87 - 67}).verdict()).isEqualTo(Agreement.MISS);
        assertThat(compare(new Best(3), new double[] {80}).measured()).containsExactly(87);
    }

    /** By hand, as above; the mean's own interval is 12.706 x 3 = 38.119 to either side. */
    @Test
    void theFileHasTheMeanWithItsIntervalAndThatOfOneMoreDraw() throws IOException {
        CurveComparison comparison = compare(new Best(3), new double[] {80});
        String json = CurveComparisonFiles.json(List.of(
                new ComparedReproduction(new Overfitting(), new CurveComparisons(List.of(comparison)), List.of())));
        JsonNode draws = new ObjectMapper().readTree(json).get(0).get("draws");
        assertThat(draws.get("number").asInt()).isEqualTo(2);
        assertThat(draws.get("mean").asDouble()).isEqualTo(87);
        assertThat(draws.get("mean_low").asDouble()).isCloseTo(87 - 38.119, within(0.001));
        assertThat(draws.get("further_high").asDouble()).isCloseTo(87 + 66.02, within(0.01));
    }

    @Test
    void aRunCutShortHasNoNumber() {
        for (Pick pick : List.of(new Best(4), new Epochs(List.of(3)))) {
            CurveComparison comparison = compare(pick, new double[] {87});
            assertThat(comparison.points()).isZero();
            assertThat(comparison.replicas()).isEmpty();
            assertThat(comparison.verdict()).isEqualTo(Agreement.NOT_COMPARED);
        }
    }

    @Test
    void theFirstHundredValidationImagesHaveOneNameInSpecsAndRecords() {
        assertThat(BookSpecs.spec("strategy_eta1").data().evaluate())
                .extracting(DataSet::label)
                .containsExactly("validation-100");
    }

    @Nested
    class OneLabelForAll {
        private final OneDigit rule = new OneDigit(List.of(10, 12), "why");

        @Test
        void everyCountIsThatOfADigit() {
            assertThat(rule.judge(new double[] {10}, List.of(new double[] {12})).holds())
                    .isTrue();
            assertThat(rule.judge(new double[] {11}, List.of(new double[] {12})).holds())
                    .isFalse();
            assertThat(rule.judge(new double[] {10}, List.of(new double[] {12.5, 12}))
                            .worst())
                    .isEqualTo(1);
            assertThat(rule.judge(new double[] {10}, List.of()).applicable()).isFalse();
        }

        @Test
        void theDigitsAreThoseOfMnistsValidationImages() {
            ExampleSets mnist = Mnist.embedded();
            int[] images = new int[10];
            for (int image = 0; image < mnist.validation().count(); image++) {
                images[mnist.validation().label(image)]++;
            }
            assertThat(images)
                    .containsExactly(OneDigit.VALIDATION.stream()
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    @Nested
    class NumberOfSeeds {
        @Test
        void isTheSessionsOwnUnlessAskedForAndTwoWhenQuick() {
            assertThat(Seeds.USUAL.runs("text_30", BookSpecs.spec("text_30"), 5))
                    .hasSize(5);
            assertThat(new Seeds(OptionalInt.empty(), true).runs("text_30", BookSpecs.spec("text_30"), 5))
                    .hasSize(2);
            assertThat(new Seeds(OptionalInt.of(7), true).runs("text_30", BookSpecs.spec("text_30"), 5))
                    .hasSize(7);
            assertThat(Seeds.USUAL
                            .runs("text_30", BookSpecs.spec("text_30"), 5)
                            .get("text_30_seed4")
                            .seeds())
                    .isEqualTo(new SeedSpec.Streams(4));
        }

        @Test
        void isAtLeastTwo() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Seeds(OptionalInt.of(1), false))
                    .withMessage("seeds must be at least 2, was 1");
        }
    }
}
