package org.tailoff.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.published.Criterion.BestAndLast;
import org.tailoff.published.Criterion.Distance.PercentagePoints;
import org.tailoff.published.CurveComparison.Agreement;
import org.tailoff.published.EpochCurve.Quantity;
import org.tailoff.published.FurtherDraw.Statistic;
import org.tailoff.reproductions.chapter.section2.Overfitting;
import org.tailoff.spec.DataSpec.DataSet;

class CurveComparisonTest {
    private static final EpochCurve COUNTS = new EpochCurve("run", DataSet.TEST, Quantity.CORRECT);
    private static final EpochCurve COSTS = new EpochCurve("run", DataSet.TEST, Quantity.TOTAL_COST);

    private static CurveComparison counts(double[] published, double[] measured, Criterion... criteria) {
        return new CurveComparison(
                new PublishedSeries("figure", "series", COUNTS, published, List.of(criteria)),
                Measured.byEpoch(measured),
                List.of(),
                10_000,
                true);
    }

    private static CurveComparison costs(double[] published, double[] measured, Criterion... criteria) {
        return new CurveComparison(
                new PublishedSeries("figure", "series", COSTS, published, List.of(criteria)),
                Measured.byEpoch(measured),
                List.of(),
                10_000,
                true);
    }

    @Nested
    class Equality {
        @Test
        void everyPointEqualIsExact() {
            CurveComparison comparison = counts(new double[] {1, 2}, new double[] {1, 2}, Criterion.equal());
            assertThat(comparison.verdict()).isEqualTo(Agreement.EXACT);
            assertThat(comparison.exact()).isEqualTo(2);
        }

        @Test
        void oneImageOffIsAMiss() {
            CurveComparison comparison =
                    counts(new double[] {5887, 6505}, new double[] {5887, 6504}, Criterion.equal());
            assertThat(comparison.verdict()).isEqualTo(Agreement.MISS);
            assertThat(comparison.exact()).isEqualTo(1);
            assertThat(comparison.largestDifference()).isEqualTo(1);
        }

        @Test
        void nanEqualsNothing() {
            CurveComparison comparison =
                    counts(new double[] {Double.NaN}, new double[] {Double.NaN}, Criterion.equal());
            assertThat(comparison.verdict()).isEqualTo(Agreement.MISS);
            assertThat(comparison.largestDifference()).isNaN();
        }
    }

    @Nested
    class Tolerances {
        @Test
        void aRelativeToleranceIncludesItsEnd() {
            Criterion tenth = Criterion.relative(0.125, "why");
            assertThat(costs(new double[] {8}, new double[] {9}, tenth).verdict())
                    .isEqualTo(Agreement.MATCH);
            assertThat(costs(new double[] {8}, new double[] {Math.nextUp(9.0)}, tenth)
                            .verdict())
                    .isEqualTo(Agreement.MISS);
        }

        @Test
        void everyRuleMustHold() {
            CurveComparison comparison = costs(
                    new double[] {1, 1},
                    new double[] {1.01, 1},
                    Criterion.relative(0.1, "wide"),
                    Criterion.relative(1, 1e-8, "narrow at first"));
            assertThat(comparison.verdict()).isEqualTo(Agreement.MISS);
        }

        @Test
        void aNanFailsATolerance() {
            assertThat(costs(new double[] {1}, new double[] {Double.NaN}, Criterion.relative(1, "why"))
                            .verdict())
                    .isEqualTo(Agreement.MISS);
        }

        @Test
        void fiveImagesOfTenThousandAreFiveHundredthsOfAPoint() {
            Criterion points = Criterion.percentagePoints(10_000, 0.05, "why");
            assertThat(counts(new double[] {9000}, new double[] {9005}, points).verdict())
                    .isEqualTo(Agreement.MATCH);
            assertThat(counts(new double[] {9000}, new double[] {8994}, points).verdict())
                    .isEqualTo(Agreement.MISS);
        }
    }

    @Nested
    class Chaos {
        private final Criterion rule = new BestAndLast(new PercentagePoints(10_000), 0.3, "chaotic");

        @Test
        void onlyTheBestAndTheLastCount() {
            assertThat(counts(new double[] {1, 9533, 9531}, new double[] {5000, 9553, 9539}, rule)
                            .verdict())
                    .isEqualTo(Agreement.MATCH);
            assertThat(counts(new double[] {1, 9533, 9531}, new double[] {1, 9564, 9531}, rule)
                            .verdict())
                    .isEqualTo(Agreement.MISS);
            assertThat(counts(new double[] {1, 9533, 9531}, new double[] {1, 9533, 9500}, rule)
                            .verdict())
                    .isEqualTo(Agreement.MISS);
        }

        @Test
        void theMedianOverTheReplicasIsWhatCounts() {
            PublishedSeries series =
                    new PublishedSeries("figure", "series", COUNTS, new double[] {9533, 9531}, List.of(rule));
            double[] measured = {9565, 9531};
            List<double[]> near = List.of(new double[] {9550, 9539}, new double[] {9540, 9557});
            List<double[]> far = List.of(new double[] {9564, 9539}, new double[] {9540, 9557});
            assertThat(new CurveComparison(series, Measured.byEpoch(measured), List.of(), 10_000, true).verdict())
                    .isEqualTo(Agreement.MISS);
            assertThat(new CurveComparison(series, Measured.byEpoch(measured), near, 10_000, true).verdict())
                    .isEqualTo(Agreement.MATCH);
            assertThat(new CurveComparison(series, Measured.byEpoch(measured), far, 10_000, true).verdict())
                    .isEqualTo(Agreement.MISS);
        }

        @Test
        void aShortRunCannotTellAndIsNeitherAMatchNorAMissForThatReason() {
            CurveComparison comparison = counts(new double[] {1, 9533, 9531}, new double[] {2}, rule);
            assertThat(comparison.findings().get(0).outcome().applicable()).isFalse();
            assertThat(comparison.verdict()).isEqualTo(Agreement.NOT_COMPARED);
        }

        @Test
        void aWholeRunOfWhichNoRuleCanTellIsAMiss() {
            Criterion draw = new FurtherDraw(Statistic.MEAN, "one draw has no spread");
            assertThat(counts(new double[] {1}, new double[] {2}, draw).verdict())
                    .isEqualTo(Agreement.MISS);
        }
    }

    @Nested
    class AFurtherDraw {
        private final Criterion rule = new FurtherDraw(Statistic.MEAN, "chaotic");

        /**
         * By hand: the means 2, 3 and 4 have s = 1, and t_{0.975, 2} = 4.302652730 from a printed table; 4.3027
         * sqrt(4/3) = 4.9683.
         */
        private Agreement verdict(double published) {
            PublishedSeries series =
                    new PublishedSeries("figure", "series", COSTS, new double[] {published, published}, List.of(rule));
            List<double[]> replicas = List.of(new double[] {3, 3}, new double[] {5, 3});
            return new CurveComparison(series, Measured.byEpoch(new double[] {1, 3}), replicas, 1, true).verdict();
        }

        @Test
        void thePublishedOneLiesWhereAFurtherOneOfOursWould() {
            assertThat(verdict(7.96)).isEqualTo(Agreement.MATCH);
            assertThat(verdict(7.97)).isEqualTo(Agreement.MISS);
            assertThat(verdict(-1.97)).isEqualTo(Agreement.MISS);
            assertThat(verdict(Double.NaN)).isEqualTo(Agreement.MISS);
        }

        @Test
        void oneDrawOrAShortOneCannotTell() {
            assertThat(rule.judge(new double[] {1}, List.of(new double[] {1})).applicable())
                    .isFalse();
            assertThat(rule.judge(new double[] {1, 2}, List.of(new double[] {1}, new double[] {1}))
                            .applicable())
                    .isFalse();
        }
    }

    @Nested
    class QuickRuns {
        @Test
        void comparePointsFromTheStart() {
            CurveComparison comparison = counts(new double[] {1, 2, 3}, new double[] {1, 2}, Criterion.equal());
            assertThat(comparison.points()).isEqualTo(2);
            assertThat(comparison.complete()).isFalse();
            assertThat(comparison.verdict()).isEqualTo(Agreement.EXACT);
        }

        @Test
        void moreMeasuredThanPublishedIsAnError() {
            assertThatThrownBy(() -> counts(new double[] {1}, new double[] {1, 2}))
                    .hasMessage("a measured curve must have at most 1 points, series has 2");
        }
    }

    @Test
    void nothingMeasuredYetIsNotCompared() {
        CurveComparison comparison = counts(new double[] {1, 2}, new double[0], Criterion.equal());
        assertThat(comparison.verdict()).isEqualTo(Agreement.NOT_COMPARED);
        assertThat(comparison.complete()).isFalse();
    }

    @Test
    void aCalculationIsComparedWhateverTheData() {
        Measured square = new Measured(new double[] {0.5, 2}, new double[] {0.25, 4});
        PublishedSeries series = new PublishedSeries(
                "figure",
                "square",
                new Calculation(square),
                new double[] {0.25, 4},
                List.of(Criterion.relative(0, "exact")));
        CurveComparison comparison = CurveComparisons.of(List.of(series), new Curves(Map.of()), false)
                .named("square");
        assertThat(comparison.verdict()).isEqualTo(Agreement.EXACT);
        assertThat(CurveComparisonFiles.csv(List.of(comparison)).lines()).contains("figure,\"square\",0.5,0.25,0.25,0");
    }

    @Test
    void otherDataThanMnistIsNotCompared() throws IOException {
        PublishedSeries series = new PublishedSeries(
                "figure", "series", COSTS, new double[] {0.5}, List.of(Criterion.relative(1, "why")));
        CurveComparison comparison =
                new CurveComparison(series, Measured.byEpoch(new double[] {0.25}), List.of(), 10, false);
        assertThat(CurveComparisonFiles.csv(List.of(comparison)).lines())
                .last()
                .isEqualTo("figure,\"series\",0,,0.25,");
        String json = CurveComparisonFiles.json(List.of(
                new ComparedReproduction(new Overfitting(), new CurveComparisons(List.of(comparison)), List.of())));
        assertThat(new ObjectMapper().readTree(json)).isEmpty();
    }

    @Test
    void aCountIsShownInPercentAndACostAsItIs() {
        assertThat(counts(new double[] {1}, new double[] {1}).inDisplayUnits(new double[] {8227}))
                .containsExactly(new double[] {82.27}, within(1e-12));
        assertThat(costs(new double[] {1}, new double[] {1}).inDisplayUnits(new double[] {1.5}))
                .containsExactly(1.5);
    }

    @Nested
    class Files {
        @Test
        void theCsvHasALinePerPoint() {
            assertThat(CurveComparisonFiles.csv(List.of(costs(new double[] {0.1, 2}, new double[] {0.3, 2}))))
                    .isEqualTo("""
                            figure,series,x,published,measured,difference
                            figure,"series",0,0.1,0.3,0.19999999999999998
                            figure,"series",1,2,2,0
                            """);
        }

        @Test
        void theJsonHasAnObjectPerSeries() throws IOException {
            CurveComparison comparison = counts(
                    new double[] {9000, 1}, new double[] {9004, 1}, Criterion.percentagePoints(10_000, 0.05, "decay"));
            String json = CurveComparisonFiles.json(List.of(
                    new ComparedReproduction(new Overfitting(), new CurveComparisons(List.of(comparison)), List.of())));
            JsonNode row = new ObjectMapper().readTree(json).get(0);
            assertThat(row.get("reproduction").asText()).isEqualTo("overfitting");
            assertThat(row.get("points").asInt()).isEqualTo(2);
            assertThat(row.get("published_points").asInt()).isEqualTo(2);
            assertThat(row.get("exact").asInt()).isEqualTo(1);
            assertThat(row.get("largest_difference").asDouble()).isEqualTo(4);
            assertThat(row.get("verdict").asText()).isEqualTo("MATCH");
            assertThat(row.at("/criteria/0/tolerance").asText()).isEqualTo("every point within 0.05 percentage points");
            assertThat(row.at("/criteria/0/why").asText()).isEqualTo("decay");
        }
    }
}
