package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Line;
import org.tailoff.figure.Points;
import org.tailoff.record.ValueDistribution.Histogram;
import org.tailoff.reproductions.argument.experiment.Drawing;

/** The numbers that go into the figures of the argument. */
class DrawingTest {
    private static final Drawing.Ink INK = new Drawing.Ink("name", Colour.BLUE);

    @Nested
    class OverSeeds {
        @Test
        void theMeanIsACurveAndLowestAndHighestAreABandOfTheSameName() {
            double[][] seeds = {{1, 10}, {3, 40}, {2, 10}};
            assertThat(Drawing.overSeeds(INK, 5, seeds))
                    .containsExactly(
                            Line.band(
                                    "name",
                                    Colour.BLUE,
                                    Points.from(5, new double[] {1, 10}),
                                    Points.from(5, new double[] {3, 40})),
                            Line.measured("name", Colour.BLUE, Points.from(5, new double[] {2, 20})));
        }

        @Test
        void oneSeedHasNoBand() {
            assertThat(Drawing.overSeeds(INK, 0, new double[][] {{1, 2}}))
                    .containsExactly(Line.measured("name", Colour.BLUE, Points.from(0, new double[] {1, 2})));
        }

        @Test
        void oneEpochHasNoBand() {
            assertThat(Drawing.overSeeds(INK, 0, new double[][] {{1}, {3}}))
                    .containsExactly(Line.measured("name", Colour.BLUE, Points.from(0, new double[] {2})));
        }
    }

    @Nested
    class Density {
        @Test
        void isTheShareOfAllWeightsPerUnitOfWeightAtTheMiddleOfABin() {
            Histogram histogram = new Histogram(List.of(-1.0, 0.0, 0.5), List.of(3L, 1L));
            // 3 of 8 in a bin of width 1; 1 of 8 in one of width 0.5; the other four lie outside
            assertThat(TailOffFigures.density(histogram, 8))
                    .isEqualTo(Points.of(new double[] {-0.5, 0.25}, new double[] {0.375, 0.25}));
        }

        @Test
        void hasNoPointForABinWithoutWeights() {
            Histogram histogram = new Histogram(List.of(0.0, 1.0, 2.0, 3.0), List.of(1L, 0L, 1L));
            assertThat(TailOffFigures.density(histogram, 2))
                    .isEqualTo(Points.of(new double[] {0.5, 2.5}, new double[] {0.5, 0.5}));
        }
    }

    @Nested
    class Medians {
        @Test
        void areThoseOfEachStretchWhateverTheOrderInIt() {
            assertThat(ForceFigures.medians(new double[] {9, 1, 2, 5, 4, 1000}, 3))
                    .containsExactly(2, 5);
        }

        @Test
        void leaveOutAShorterStretchAtTheEnd() {
            assertThat(ForceFigures.medians(new double[] {1, 1, 7}, 2)).containsExactly(1);
        }
    }
}
