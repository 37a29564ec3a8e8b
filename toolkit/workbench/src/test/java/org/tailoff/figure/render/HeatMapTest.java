package org.tailoff.figure.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Centres;
import org.tailoff.figure.ColourScale;
import org.tailoff.figure.Grid;
import org.tailoff.figure.HeatMap;
import org.tailoff.figure.Palette;
import org.tailoff.figure.Range;
import org.tailoff.figure.Scale;

class HeatMapTest {
    private static final Centres ETA = new Centres("eta", Scale.LOGARITHMIC, List.of(0.01, 0.1, 1.0));
    private static final Centres LAMBDA = new Centres("lambda", Scale.LOGARITHMIC, List.of(1.0, 10.0));
    private static final ColourScale COLOURS =
            new ColourScale(Axis.automatic("Accuracy (%)"), Palette.SEQUENTIAL, "diverged");
    private static final double[][] ACCURACY = {{10, 97.5, 20}, {30, 40, Double.NaN}};

    private static HeatMap map(ColourScale colours, HeatMap.Mark... marks) {
        return new HeatMap("phases", "Phase diagram", Grid.of(ETA, LAMBDA, ACCURACY), colours, List.of(marks));
    }

    @Nested
    class Refused {
        @Test
        void aSingleColumn() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Centres("eta", Scale.LINEAR, List.of(1.0)))
                    .withMessage("centres 'eta': at least two are needed, were 1");
        }

        @Test
        void centresThatGoBack() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Centres("eta", Scale.LINEAR, List.of(1.0, 3.0, 3.0)))
                    .withMessage("centre 2 of 'eta': must be above the one before it, 3.0, was 3.0");
        }

        @Test
        void aCentreThatIsNoNumber() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Centres("eta", Scale.LINEAR, List.of(1.0, Double.NaN)))
                    .withMessage("centre 1 of 'eta': must be finite, was NaN");
        }

        @Test
        void zeroOnALogarithmicAxis() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Centres("eta", Scale.LOGARITHMIC, List.of(0.0, 1.0)))
                    .withMessage("logarithmic centres 'eta': must be above 0, the lowest was 0.0");
        }

        @Test
        void rowsOfAnotherSize() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Grid.of(ETA, LAMBDA, new double[][] {{1, 2, 3}}))
                    .withMessage("grid: a row per centre is needed, 2, were 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Grid.of(ETA, LAMBDA, new double[][] {{1, 2, 3}, {1, 2}}))
                    .withMessage("grid row 1: a value per centre is needed, 3, were 2");
        }

        @Test
        void anInfiniteValue() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Grid.of(ETA, LAMBDA, new double[][] {{1, 2, 3}, {1, Double.POSITIVE_INFINITY, 2}}))
                    .withMessage("grid value [1][1]: must be finite or NaN, was Infinity");
        }

        @Test
        void noValueAtAll() {
            double[] none = {Double.NaN, Double.NaN, Double.NaN};
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Grid.of(ETA, LAMBDA, new double[][] {none, none}))
                    .withMessage("grid: at least one value is needed, all were NaN");
        }

        @Test
        void zeroInLogarithmicColours() {
            Axis axis = new Axis("cost", Scale.LOGARITHMIC, new Range.Automatic());
            Grid grid = Grid.of(ETA, LAMBDA, new double[][] {{1, 2, 0}, {1, 2, 3}});
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HeatMap(
                            "cost", "", grid, new ColourScale(axis, Palette.SEQUENTIAL, "diverged"), List.of()))
                    .withMessage("heat map cost: logarithmic colours take values above 0 alone, the lowest was 0.0");
        }

        @Test
        void aMarkOutsideOfTheCells() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> map(COLOURS, new HeatMap.Mark("book", 5, 1)))
                    .withMessage("heat map phases: mark 'book' at (5.0, 1.0) lies outside of the cells");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> map(COLOURS, new HeatMap.Mark("book", 0.1, 0)))
                    .withMessageEndingWith("lies outside of the cells");
        }

        @Test
        void anIdThatIsNoFileName() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HeatMap("a b", "", Grid.of(ETA, LAMBDA, ACCURACY), COLOURS, List.of()))
                    .withMessage("heat map id: letters, digits, _ and - alone, was 'a b'");
        }

        @Test
        void namelessThings() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HeatMap.Mark("", 1, 1))
                    .withMessage("mark name: must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ColourScale(Axis.automatic(""), Palette.SEQUENTIAL, " "))
                    .withMessage("meaning of cells without value: must not be blank");
        }
    }

    @Nested
    class Places {
        @Test
        void goWithTheLogarithmBetweenAndBeyondCentres() {
            assertThat(ETA.place(0.01)).isEqualTo(0);
            assertThat(ETA.place(1)).isEqualTo(2);
            assertThat(ETA.place(Math.sqrt(0.1))).isCloseTo(1.5, Offset.offset(1e-12));
            assertThat(ETA.place(Math.sqrt(10))).isCloseTo(2.5, Offset.offset(1e-12));
        }

        @Test
        void ofUnequalDistancesAreFoundBetweenTheirNeighbours() {
            Centres listed = new Centres("n", Scale.LINEAR, List.of(1.0, 2.0, 10.0));
            assertThat(listed.place(6)).isEqualTo(1.5);
            assertThat(listed.covers(14)).isTrue();
            assertThat(listed.covers(14.1)).isFalse();
        }
    }

    @Test
    void theTextAlternativeNamesAxesExtremesMissingCellsAndMarks() {
        assertThat(map(COLOURS, new HeatMap.Mark("book", 0.5, 5)).describe())
                .isEqualTo("Phase diagram. Horizontal axis eta, logarithmic: 0.01 to 1 in 3 cells. "
                        + "Vertical axis lambda, logarithmic: 1 to 10 in 2 cells. "
                        + "Colours Accuracy (%), sequential: lowest 10 at (0.01, 1), highest 97.5 at (0.1, 1). "
                        + "1 of 6 cells without value: diverged. book at (0.5, 5).");
    }

    @Test
    void laterChangesDoNotReachIt() {
        double[][] values = {{1, 2, 3}, {4, 5, 6}};
        List<HeatMap.Mark> marks = new ArrayList<>();
        HeatMap map = new HeatMap("phases", "", Grid.of(ETA, LAMBDA, values), COLOURS, marks);
        values[1][0] = 9;
        marks.add(new HeatMap.Mark("book", 1, 1));
        assertThat(map.grid().value(1, 0)).isEqualTo(4);
        assertThat(map.marks()).isEmpty();
    }

    @Nested
    class Colours {
        private Shading shading(Scale scale, Palette palette, double... row) {
            Grid grid = Grid.of(ETA, LAMBDA, new double[][] {row, row});
            ColourScale colours = new ColourScale(new Axis("", scale, new Range.Automatic()), palette, "diverged");
            return Shading.of(new HeatMap("phases", "", grid, colours, List.of()));
        }

        @Test
        void reachFromTheLowestToTheHighestValue() {
            Shading shading = shading(Scale.LINEAR, Palette.SEQUENTIAL, 10, 55, 100);
            assertThat(shading.colour(10).getRGB()).isEqualTo(0xFF440154);
            assertThat(shading.colour(100).getRGB()).isEqualTo(0xFFFDE725);
            assertThat(shading.share(55)).isEqualTo(0.5);
            assertThat(shading.ticks()).containsExactly(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
        }

        @Test
        void thatDivergeAreWhiteInTheMiddle() {
            assertThat(shading(Scale.LINEAR, Palette.DIVERGING, -1, 0, 4)
                            .colour(0)
                            .getRGB())
                    .isEqualTo(0xFFF7F7F7);
            Shading ratios = shading(Scale.LOGARITHMIC, Palette.DIVERGING, 0.5, 1, 8);
            assertThat(ratios.colour(1).getRGB()).isEqualTo(0xFFF7F7F7);
            assertThat(ratios.low()).isCloseTo(1.0 / 8, Offset.offset(1e-12));
        }

        @Test
        void thatAreLogarithmicHaveTheirTicksInEveryDecade() {
            assertThat(shading(Scale.LOGARITHMIC, Palette.SEQUENTIAL, 0.1, 1, 10)
                            .ticks())
                    .containsExactly(0.1, 0.2, 0.5, 1, 2, 5, 10);
            assertThat(shading(Scale.LOGARITHMIC, Palette.SEQUENTIAL, 1e-5, 1, 10)
                            .ticks())
                    .containsExactly(1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10);
        }

        @Test
        void ofASingleValueHaveRoomAroundIt() {
            Shading shading = shading(Scale.LINEAR, Palette.SEQUENTIAL, 3, 3, 3);
            assertThat(shading.share(3)).isCloseTo(0.5, Offset.offset(1e-12));
            assertThat(shading(Scale.LOGARITHMIC, Palette.DIVERGING, 1, 1, 1).share(1))
                    .isCloseTo(0.5, Offset.offset(1e-12));
        }
    }
}
