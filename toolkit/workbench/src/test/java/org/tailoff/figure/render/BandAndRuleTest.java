package org.tailoff.figure.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Points;
import org.tailoff.figure.Range;
import org.tailoff.figure.Scale;

class BandAndRuleTest {
    /** A decaying curve, the range within a factor of two of it, and two rules. */
    static Figure decay(Scale scale) {
        return new Figure(
                "decay-" + scale,
                "Weight norm",
                new Frame(Axis.linear("Epoch", 0, 30), new Axis("||w||", scale, new Range.Fixed(0.01, 4)), true),
                Legend.UPPER_RIGHT,
                List.of(
                        Line.measured("measured", Colour.BLUE, decay(1)),
                        Line.band("within a factor of 2", Colour.GREEN, decay(0.5), decay(2)),
                        Line.horizontal("1/sqrt(n_in)", Colour.GREY, 0.3),
                        Line.vertical("epoch 20", Colour.VERMILION, 20)));
    }

    private static Points decay(double factor) {
        return Points.from(
                0,
                IntStream.rangeClosed(0, 30)
                        .mapToDouble(i -> factor * Math.exp(-i / 10.0))
                        .toArray());
    }

    /** The band's colour on white, 77/255 opaque, as its alpha says. */
    private static int onWhite(Colour colour) {
        Color c = new Color(colour.rgb());
        return mixed(c.getRed()) << 16 | mixed(c.getGreen()) << 8 | mixed(c.getBlue());
    }

    private static int mixed(int channel) {
        return Math.round(255 + (channel - 255) * 77 / 255f);
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void theBandIsShadedInItsColourBetweenItsEdgesAndNowhereElse(Scale scale) {
        XYChart chart = FigureChart.of(decay(scale), Pen.BOOK);
        BufferedImage image = BitmapEncoder.getBufferedImage(chart);
        int column = (int) chart.getScreenXFromChart(7.5);
        double centre = Math.exp(-0.75);
        for (double inside : new double[] {0.6 * centre, 1.7 * centre}) {
            assertClose(image.getRGB(column, (int) chart.getScreenYFromChart(inside)), onWhite(Colour.GREEN));
        }
        for (double outside : new double[] {0.35 * centre, 2.3 * centre}) {
            assertClose(image.getRGB(column, (int) chart.getScreenYFromChart(outside)), 0xFFFFFF);
        }
    }

    private static void assertClose(int actual, int expected) {
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat(actual >> shift & 0xFF)
                    .as("%x", actual)
                    .isBetween((expected >> shift & 0xFF) - 2, (expected >> shift & 0xFF) + 2);
        }
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void rulesLieAtTheirValueFromEndToEnd(Scale scale) {
        XYChart chart = FigureChart.of(decay(scale), Pen.BOOK);
        BufferedImage image = BitmapEncoder.getBufferedImage(chart);
        int y = (int) Math.round(chart.getScreenYFromChart(0.3));
        int left = (int) chart.getScreenXFromChart(0);
        int right = (int) chart.getScreenXFromChart(30);
        int dashes = (int) IntStream.range(left, right)
                .filter(x -> IntStream.rangeClosed(y - 1, y + 1).anyMatch(row -> isGrey(image.getRGB(x, row))))
                .count();
        assertThat(dashes).isGreaterThan((right - left) / 3);
    }

    private static boolean isGrey(int rgb) {
        Color colour = new Color(rgb);
        return colour.getRed() < 200 && Math.abs(colour.getRed() - colour.getGreen()) < 10;
    }

    @Test
    void theLegendNamesAllOfThemAndTheBandWithASwatch() {
        XYChart chart = FigureChart.of(decay(Scale.LINEAR), Pen.BOOK);
        assertThat(chart.getSeriesCollection().stream()
                        .filter(XYSeries::isShowInLegend)
                        .map(XYSeries::getLabel))
                .containsExactly("within a factor of 2", "1/sqrt(n_in)", "epoch 20", "measured");
        assertThat(chart.getSeries("swatch 1").getLineStyle().getLineWidth()).isGreaterThan(10);
    }

    @Test
    void theSvgShadesTheBandTranslucently() {
        String svg = new String(new FigureRenderer().svg(decay(Scale.LOGARITHMIC)), StandardCharsets.UTF_8);
        assertThat(svg).contains("fill:rgb(0,158,115)").containsPattern("fill-opacity:0?\\.3");
    }
}
