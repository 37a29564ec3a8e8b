package org.tailoff.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static final Frame FRAME = new Frame(Axis.linear("Epoch", 0, 30), Axis.automatic("Cost"), true);
    private static final Axis LOGARITHMIC = new Axis("size", Scale.LOGARITHMIC, new Range.Automatic());

    private static Line line(double... y) {
        return Line.measured("ours", Colour.BLUE, Points.from(0, y));
    }

    private static Figure figure(Frame frame, Line... lines) {
        return new Figure("cost", "Cost on the test data", frame, Legend.NONE, List.of(lines));
    }

    @Nested
    class Refused {
        @Test
        void anIdThatIsNoFileName() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Figure("../cost", "", FRAME, Legend.NONE, List.of(line(1))))
                    .withMessage("figure id: letters, digits, _ and - alone, was '../cost'");
        }

        @Test
        void noLines() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> figure(FRAME))
                    .withMessage("figure cost: at least one line is needed, were 0");
        }

        @Test
        void zeroOnALogarithmicAxis() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> figure(new Frame(LOGARITHMIC, Axis.automatic(""), false), line(1, 2)))
                    .withMessage(
                            "figure cost, line 'ours': a logarithmic axis takes values above 0 alone, error bars and stems included; "
                                    + "the lowest was 0.0");
        }

        @Test
        void anErrorBarThatReachesZeroOnALogarithmicAxis() {
            Line wide = Line.measured(
                    "wide", Colour.BLUE, Points.from(1, new double[] {2}).withErrors(new double[] {3}));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> figure(new Frame(Axis.automatic(""), LOGARITHMIC, false), wide))
                    .withMessageContaining("line 'wide'")
                    .withMessageEndingWith("the lowest was -1.0");
        }

        @Test
        void stemsOnALogarithmicAxis() {
            Line stems = Line.differences("difference", Colour.BLUE, Points.from(1, new double[] {2}));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> figure(new Frame(Axis.automatic(""), LOGARITHMIC, false), stems))
                    .withMessageEndingWith("the lowest was 0.0");
        }

        @Test
        void aNamelessLine() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Line.measured(" ", Colour.BLUE, Points.from(0, new double[] {1})))
                    .withMessage("line name: must not be blank");
        }

        @Test
        void errorBarsOfAPublishedLine() {
            Points points = Points.from(0, new double[] {1, 2}).withErrors(new double[] {1, 1});
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Line.published(Colour.BLUE, points))
                    .withMessage("line 'published': a thin dashed line has no error bars, its points had 2");
        }

        @Test
        void rulesAlone() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> figure(FRAME, Line.horizontal("limit", Colour.GREY, 1)))
                    .withMessage("figure cost: a curve or a band is needed beside its rules, were 0");
        }

        @Test
        void aRuleAtZeroOfALogarithmicAxis() {
            Frame frame = new Frame(LOGARITHMIC, Axis.automatic(""), false);
            Line ours = Line.measured("ours", Colour.BLUE, Points.from(1, new double[] {-2}));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> figure(frame, ours, Line.vertical("start", Colour.GREY, 0)))
                    .withMessageContaining("line 'start'")
                    .withMessageEndingWith("the lowest was 0.0");
        }

        @Test
        void aRuleAtNoNumber() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Line.vertical("start", Colour.GREY, Double.NaN))
                    .withMessage("rule 'start': must be finite, was NaN");
        }

        @Test
        void aBandOfUnequalEdges() {
            Points two = Points.from(0, new double[] {1, 2});
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Line.band("range", Colour.BLUE, two, Points.from(0, new double[] {1, 2, 3})))
                    .withMessage("band 'range': low and high must be of equal length, were 2 and 3");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Line.band("range", Colour.BLUE, two, Points.from(1, new double[] {3, 4})))
                    .withMessage("band 'range': low and high must have the same x, point 0 had 0.0 and 1.0");
        }

        @Test
        void aBandUpsideDown() {
            Points low = Points.from(0, new double[] {1, 3});
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Line.band("range", Colour.BLUE, low, Points.from(0, new double[] {2, 2})))
                    .withMessage("band 'range': low must not be above high, were 3.0 and 2.0 at x 1.0");
        }

        @Test
        void aBandWithoutWidth() {
            Points one = Points.from(0, new double[] {1});
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Line.band("range", Colour.BLUE, one, one))
                    .withMessage("band 'range': at least two points are needed, were 1");
        }

        @Test
        void aBandWithErrorBars() {
            Points edge = Points.from(0, new double[] {1, 2});
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Line.band("range", Colour.BLUE, edge, edge.withErrors(new double[] {1, 1})))
                    .withMessage("band 'range': its edges have no error bars");
        }

        @Test
        void anEmptyRange() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Axis.linear("Epoch", 5, 5))
                    .withMessage("range: low must be below high, were 5.0 and 5.0");
        }

        @Test
        void anEndlessRange() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Axis.linear("Epoch", 0, Double.NaN))
                    .withMessage("high: must be finite, was NaN");
        }

        @Test
        void aLogarithmicRangeFromZero() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Axis.logarithmic("size", 0, 10))
                    .withMessage("range of the logarithmic axis 'size': must be above 0, was 0.0");
        }
    }

    @Nested
    class TextAlternative {
        @Test
        void namesTitleAxesRangesAndTheNotablePointsOfEveryLine() {
            Line published = Line.published(Colour.BLUE, Points.from(0, new double[] {2.5e-14}));
            assertThat(figure(FRAME, line(0.5, 0.125, 0.75, 0.25), published).describe())
                    .isEqualTo(
                            "Cost on the test data. Horizontal axis Epoch: 0 to 30. Vertical axis Cost: 2.5e-14 to 0.75. "
                                    + "ours (blue, solid): 4 points, first 0.5 at 0, last 0.25 at 3, lowest 0.125 at 1, highest 0.75 at 2. "
                                    + "published (blue, thin dashed): 1 point, first 2.5e-14 at 0, last 2.5e-14 at 0, lowest 2.5e-14 at 0, "
                                    + "highest 2.5e-14 at 0.");
        }

        @Test
        void namesTheEndsOfABandItsWidestPlaceAndTheValueOfARule() {
            Line band = Line.band(
                    "seeds", Colour.GREEN, Points.from(0, new double[] {1, 1, 2}), Points.from(0, new double[] {1, 4, 3
                    }));
            assertThat(figure(FRAME, band, Line.vertical("epoch 2", Colour.GREY, 2))
                            .describe())
                    .endsWith("seeds (green, band): first 1 to 1 at 0, last 2 to 3 at 2, widest 1 to 4 at 1. "
                            + "epoch 2 (grey, vertical rule): at 2.");
        }

        @Test
        void ofAFigureWithoutTitleStartsWithItsId() {
            Frame frame = new Frame(Axis.logarithmic("", 1, 50_000), Axis.automatic(""), false);
            Line line = Line.measured("ours", Colour.ORANGE, Points.of(new double[] {1}, new double[] {12_345_678}));
            assertThat(new Figure("more_data", "", frame, Legend.NONE, List.of(line)).describe())
                    .startsWith(
                            "more_data. Horizontal axis, logarithmic: 1 to 50000. Vertical axis: 1.23457e7 to 1.23457e7.");
        }

        @Test
        void isTheSameInGerman() {
            Locale before = Locale.getDefault();
            String english = figure(FRAME, line(0.5, 1234.5)).describe();
            try {
                Locale.setDefault(Locale.GERMANY);
                assertThat(figure(FRAME, line(0.5, 1234.5)).describe()).isEqualTo(english);
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Test
    void laterChangesToTheListDoNotReachIt() {
        List<Line> lines = new ArrayList<>(List.of(line(1)));
        Figure figure = new Figure("cost", "", FRAME, Legend.NONE, lines);
        lines.clear();
        assertThat(figure.lines()).containsExactly(line(1));
    }
}
