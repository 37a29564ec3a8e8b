package org.tailoff.figure.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Decimation;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Points;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class LayoutTest {
    private static double[] ys(Points points) {
        return IntStream.range(0, points.size()).mapToDouble(points::y).toArray();
    }

    private static double[] xs(Points points) {
        return IntStream.range(0, points.size()).mapToDouble(points::x).toArray();
    }

    @Nested
    class DecimatedSeries {
        @Test
        void keepTheirOneHighAndOneLowPoint() {
            double[] y = new double[100_000];
            y[4567] = 1;
            y[76_543] = -1;
            Points thinned = Decimation.minMax(Points.from(0, y), 4000);
            assertThat(thinned.size()).isLessThanOrEqualTo(4000);
            assertThat(ys(thinned)).contains(1, -1);
            assertThat(IntStream.range(0, thinned.size())
                            .filter(i -> thinned.y(i) == 1)
                            .mapToDouble(thinned::x))
                    .containsExactly(4567.0);
        }

        @Test
        void keepTheirEnds() {
            Points thinned = Decimation.minMax(
                    Points.from(
                            7,
                            IntStream.range(0, 10_000).mapToDouble(i -> i % 10).toArray()),
                    100);
            assertThat(thinned.x(0)).isEqualTo(7);
            assertThat(thinned.x(thinned.size() - 1)).isEqualTo(10_006);
        }

        @Test
        void keepTheErrorsOfTheirPoints() {
            double[] y = IntStream.range(0, 1000).mapToDouble(i -> Math.sin(i)).toArray();
            Points thinned = Decimation.minMax(
                    Points.from(0, y)
                            .withErrors(
                                    IntStream.range(0, 1000).asDoubleStream().toArray()),
                    50);
            assertThat(IntStream.range(0, thinned.size())).allMatch(i -> thinned.error(i) == thinned.x(i));
        }

        @Test
        void areLeftAloneWhenShort() {
            Points points = Points.from(0, new double[] {1, 2, 3, 4});
            assertThat(Decimation.minMax(points, 4)).isSameAs(points);
        }
    }

    @RandomCases(1000)
    void decimatedSeriesHaveTheExtremesAndTheOrderOfTheFullSeries(RandomCase random) {
        double[] y = random.between(random.between(5, 300), -1e3, 1e3);
        int limit = random.between(4, 40);
        Points thinned = Decimation.minMax(Points.from(0, y), limit);
        assertThat(thinned.size()).isLessThanOrEqualTo(Math.max(limit, 4));
        assertThat(DoubleStream.of(ys(thinned)).max())
                .isEqualTo(DoubleStream.of(y).max());
        assertThat(DoubleStream.of(ys(thinned)).min())
                .isEqualTo(DoubleStream.of(y).min());
        assertThat(IntStream.range(0, thinned.size())).allMatch(i -> thinned.y(i) == y[(int) thinned.x(i)]);
        assertThat(IntStream.range(1, thinned.size())).allMatch(i -> thinned.x(i) > thinned.x(i - 1));
    }

    @Nested
    class DashedLines {
        private final double[] x = {0, 1, 1, 4};
        private final double[] y = {86.43, 90.41, 96.37, 0.1};

        @Test
        void keepEveryPoint() {
            double[][] dense = Interpolation.dense(x, y, 0.3);
            assertThat(dense[0]).contains(x);
            assertThat(dense[1]).contains(y);
        }

        @Test
        void haveNoWiderGapsThanAllowed() {
            double[] dense = Interpolation.dense(x, y, 0.3)[0];
            assertThat(IntStream.range(1, dense.length))
                    .allMatch(i -> dense[i] >= dense[i - 1] && dense[i] - dense[i - 1] <= 0.3 + 1e-12);
        }

        @Test
        void stayOnTheStraightLinesBetweenTheirPoints() {
            double[][] dense = Interpolation.dense(new double[] {1, 4}, new double[] {20, 5}, 0.3);
            for (int i = 0; i < dense[0].length; i++) {
                assertThat(dense[1][i]).isCloseTo(25 - 5 * dense[0][i], Offset.offset(1e-12));
            }
        }

        @Test
        void areStraightOnLogarithmicAxesToo() {
            Line.Curve line = Line.published(Colour.BLUE, Points.of(new double[] {100, 10_000}, new double[] {0, 2}));
            Frame frame = new Frame(Axis.logarithmic("size", 100, 10_000), Axis.automatic(""), false);
            double[][] dense = Layout.of(new Figure("log", "", frame, Legend.NONE, List.of(line)))
                    .dense(line);
            for (int i = 0; i < dense[0].length; i++) {
                assertThat(dense[1][i]).isCloseTo(Math.log10(dense[0][i]) - 2, Offset.offset(1e-9));
            }
        }
    }

    @Test
    void stemsGoFromZeroToTheirPointAndEnd() {
        Line.Curve line = Line.differences("difference", Colour.BLUE, Points.from(3, new double[] {2, -1}));
        Frame frame = new Frame(Axis.linear("Epoch", 0, 30), Axis.automatic(""), false);
        double[][] stems = Layout.of(new Figure("difference", "", frame, Legend.NONE, List.of(line)))
                .stems(line);
        assertThat(stems[0]).containsExactly(3, 3, 3, 4, 4, 4);
        assertThat(stems[1]).containsExactly(0, 2, Double.NaN, 0, -1, Double.NaN);
    }

    @Test
    void dashedLinesAreDrawnLast() {
        Points points = Points.from(0, new double[] {1, 2});
        Line ours = Line.measured("ours", Colour.BLUE, points);
        Line published = Line.published(Colour.BLUE, points);
        Frame frame = new Frame(Axis.linear("Epoch", 0, 30), Axis.automatic(""), false);
        Layout layout =
                Layout.of(new Figure("order", "", frame, Legend.NONE, List.of(published, ours, published, ours)));
        assertThat(layout.order()).containsExactly(1, 3, 0, 2);
        assertThat(IntStream.range(0, 4).filter(layout::isInLegend)).containsExactly(0, 1);
    }

    @Test
    void bandsAndRulesAreDrawnBeforeCurves() {
        Points points = Points.from(0, new double[] {1, 2});
        Line.Curve ours = Line.measured("ours", Colour.BLUE, points);
        Line.Band band = Line.band("ours", Colour.BLUE, points, points);
        Line.Rule rule = Line.vertical("one", Colour.GREY, 1);
        Frame frame = new Frame(Axis.linear("Epoch", 0, 30), Axis.automatic(""), false);
        Layout layout = Layout.of(new Figure("order", "", frame, Legend.NONE, List.of(ours, rule, band)));
        assertThat(layout.order()).containsExactly(2, 1, 0);
        assertThat(IntStream.range(0, 3).filter(layout::isInLegend)).containsExactly(0, 1);
    }

    @Test
    void bandsGoAlongTheirLowerEdgeAndBackAlongTheUpperOne() {
        Line.Band band = Line.band(
                "range", Colour.BLUE, Points.from(3, new double[] {1, 2}), Points.from(3, new double[] {5, 7}));
        Frame frame = new Frame(Axis.linear("Epoch", 0, 30), Axis.automatic(""), false);
        double[][] outline = Layout.of(new Figure("band", "", frame, Legend.NONE, List.of(band)))
                .outline(band);
        assertThat(outline[0]).containsExactly(3, 4, 4, 3);
        assertThat(outline[1]).containsExactly(1, 2, 7, 5);
    }

    @Test
    void rulesSpanThePlotAndAutomaticAxesShowThem() {
        Line.Rule rule = Line.horizontal("limit", Colour.GREY, 9);
        Line line = Line.measured("ours", Colour.BLUE, Points.from(0, new double[] {1, 2}));
        Frame frame = new Frame(Axis.linear("Epoch", 0, 30), Axis.automatic(""), false);
        Layout layout = Layout.of(new Figure("rule", "", frame, Legend.NONE, List.of(line, rule)));
        assertThat(layout.y().high()).isGreaterThanOrEqualTo(9);
        assertThat(layout.ends(rule)[0]).containsExactly(0, 30);
        assertThat(layout.ends(rule)[1]).containsExactly(9, 9);
    }

    @Test
    void coordinatesAreThoseOfThePoints() {
        Points points = Points.from(200, new double[] {0.5, 0.25});
        Line.Curve line = Line.measured("ours", Colour.BLUE, points);
        Frame frame = new Frame(Axis.linear("Epoch", 200, 400), Axis.automatic(""), false);
        double[][] xy = Layout.of(new Figure("cost", "", frame, Legend.NONE, List.of(line)))
                .points(line);
        assertThat(Arrays.asList(xy)).containsExactly(xs(points), ys(points));
    }
}
