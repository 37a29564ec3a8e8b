package org.tailoff.figure.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Points;
import org.w3c.dom.Document;

public class FigureRendererTest {
    private final FigureRenderer renderer = new FigureRenderer();

    /** Two curves that the book's coincide with, in the setting of its figure weight_initialization_30. */
    static Figure initialisation() {
        Points old = Points.from(
                0,
                IntStream.range(0, 30)
                        .mapToDouble(i -> 96.4 - 10 * Math.exp(-i / 4.0))
                        .toArray());
        Points scaled = Points.from(
                0,
                IntStream.range(0, 30)
                        .mapToDouble(i -> 96.5 - 4 * Math.exp(-i / 3.0))
                        .toArray());
        return new Figure(
                "weight_initialization_30",
                "Classification accuracy & more",
                new Frame(Axis.linear("Epoch", 0, 30), Axis.linear("percent", 85, 100), false),
                Legend.LOWER_RIGHT,
                List.of(
                        Line.measured("Old approach", Colour.BLUE, old),
                        Line.published(Colour.BLUE, old),
                        Line.measured("New approach", Colour.ORANGE, scaled),
                        Line.published(Colour.ORANGE, scaled)));
    }

    static Figure costs(Line... lines) {
        return new Figure(
                "cost",
                "",
                new Frame(Axis.linear("Epoch", 0, 30), Axis.automatic("Cost"), true),
                Legend.NONE,
                List.of(lines));
    }

    private static Points curve(int index) {
        return ((Line.Curve) initialisation().lines().get(index)).points();
    }

    private static List<String> names(XYChart chart) {
        return chart.getSeriesCollection().stream().map(XYSeries::getName).toList();
    }

    private static BufferedImage decoded(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static long pixels(BufferedImage image, int rgb) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF) == rgb)
                .count();
    }

    private static Document parsed(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    @Nested
    class TheChart {
        private final XYChart chart = FigureChart.of(initialisation(), Pen.BOOK);

        @Test
        void hasTheTitleTheLabelsAndTheRanges() {
            assertThat(chart.getTitle()).isEqualTo("Classification accuracy & more");
            assertThat(chart.getXAxisTitle()).isEqualTo("Epoch");
            assertThat(chart.getYAxisTitle()).isEqualTo("percent");
            assertThat(chart.getStyler().getXAxisMin()).isEqualTo(0);
            assertThat(chart.getStyler().getXAxisMax()).isEqualTo(30);
            assertThat(chart.getStyler().getYAxisMin()).isEqualTo(85);
            assertThat(chart.getStyler().getYAxisMax()).isEqualTo(100);
        }

        @Test
        void hasTheDataOfTheMeasuredLinesPointByPoint() {
            Points old = curve(0);
            XYSeries series = chart.getSeries("line 0");
            assertThat(series.getXData())
                    .containsExactly(IntStream.range(0, 30).mapToDouble(old::x).toArray());
            assertThat(series.getYData())
                    .containsExactly(IntStream.range(0, 30).mapToDouble(old::y).toArray());
            assertThat(series.getExtraValues()).isNull();
        }

        @Test
        void hasEveryPublishedPointInTheDashedLines() {
            Points old = curve(1);
            assertThat(chart.getSeries("line 1").getYData())
                    .contains(IntStream.range(0, 30).mapToDouble(old::y).toArray());
        }

        @Test
        void drawsThePublishedLinesLastAndDashedInOnePiece() {
            assertThat(names(chart)).containsExactly("line 0", "line 2", "line 1", "line 3");
            XYSeries published = chart.getSeries("line 3");
            assertThat(published.getLineStyle().getDashArray()).isNotEmpty();
            assertThat(published.isSmooth()).isTrue();
            assertThat(published.getLineColor()).isEqualTo(new Color(Colour.ORANGE.shade()));
            assertThat(published.getLineStyle().getLineWidth())
                    .isLessThan(chart.getSeries("line 2").getLineStyle().getLineWidth() / 2);
        }

        @Test
        void namesEveryMeasuredLineAndThePublishedOnesOnceInTheLegend() {
            assertThat(chart.getSeriesCollection().stream()
                            .filter(XYSeries::isShowInLegend)
                            .map(XYSeries::getLabel))
                    .containsExactly("Old approach", "New approach", "published");
            assertThat(chart.getStyler().getLegendPosition()).isEqualTo(LegendPosition.InsideSE);
        }

        @Test
        void hasNoGridUnlessTheFigureHas() {
            assertThat(names(chart)).noneMatch(name -> name.startsWith("grid"));
            XYChart withGrid = FigureChart.of(
                    costs(Line.measured("ours", Colour.BLUE, Points.from(0, new double[] {0.25, 0.75}))), Pen.BOOK);
            assertThat(names(withGrid))
                    .contains("grid x 5.0", "grid x 25.0", "grid y 0.5")
                    .doesNotContain("grid x 30.0");
            assertThat(withGrid.getStyler().isLegendVisible()).isFalse();
        }

        @Test
        void countsTinyDifferencesInAPowerOfTenAndSaysSo() {
            XYChart tiny = FigureChart.of(
                    costs(Line.differences("difference", Colour.BLUE, Points.from(0, new double[] {2e-14, -1e-14}))),
                    Pen.BOOK);
            assertThat(tiny.getYAxisTitle()).isEqualTo("Cost (×1e-14)");
            assertThat(tiny.getSeries("line 0").getYData()).containsExactly(2, -1);
            assertThat(tiny.getSeries("zero 0").getYData()).containsExactly(0, 0);
        }

        @Test
        void hasTheErrorBars() {
            Points points = Points.from(0, new double[] {1, 2}).withErrors(new double[] {0.5, 0.25});
            XYChart withErrors = FigureChart.of(costs(Line.measured("ours", Colour.BLUE, points)), Pen.BOOK);
            assertThat(withErrors.getSeries("line 0").getExtraValues()).containsExactly(0.5, 0.25);
        }

        @Test
        void getsFewOfManyPoints() {
            Points many = Points.from(
                    0, IntStream.range(0, 100_000).mapToDouble(Math::sqrt).toArray());
            XYChart thinned = FigureChart.of(costs(Line.measured("ours", Colour.BLUE, many)), Pen.BOOK);
            assertThat(thinned.getSeries("line 0").getXData()).hasSizeBetween(1000, Layout.MOST_POINTS);
        }
    }

    @Nested
    class ThePng {
        @Test
        void hasTheSizeOfTheBooksFigures() throws IOException {
            BufferedImage image = decoded(renderer.png(initialisation()));
            assertThat(image.getWidth()).isEqualTo(815);
            assertThat(image.getHeight()).isEqualTo(615);
        }

        @Test
        void showsEveryLineEvenWhereAnotherLiesOverIt() throws IOException {
            BufferedImage image = decoded(renderer.png(initialisation()));
            for (Colour colour : List.of(Colour.BLUE, Colour.ORANGE)) {
                assertThat(pixels(image, colour.rgb())).as("%s", colour).isGreaterThan(300);
                assertThat(pixels(image, colour.shade()))
                        .as("dashes over %s", colour)
                        .isGreaterThan(50);
            }
            assertThat(pixels(image, 0xFFFFFF)).isGreaterThan(815 * 615 * 3 / 4);
        }

        /**
         * Labels are outlines: what can be counted are stretches of ink beside the axes, 5 for 200, 250, ... and 7 for
         * 0.004, 0.005, ...
         */
        @Test
        void labelsEveryTickUpToTheEndsOfTheFrame() {
            Line line = Line.measured("ours", Colour.BLUE, Points.from(200, new double[] {0.0097, 0.0042}));
            Frame frame = new Frame(Axis.linear("", 200, 400), Axis.automatic(""), true);
            XYChart chart = FigureChart.of(new Figure("overfitting1", "", frame, Legend.NONE, List.of(line)), Pen.BOOK);
            BufferedImage image = BitmapEncoder.getBufferedImage(chart);
            int left = (int) chart.getScreenXFromChart(200);
            int bottom = (int) chart.getScreenYFromChart(0.004);
            IntPredicate inkBelow =
                    x -> IntStream.range(bottom + 5, image.getHeight()).anyMatch(y -> isInk(image, x, y));
            IntPredicate inkLeft = y -> IntStream.range(0, left - 5).anyMatch(x -> isInk(image, x, y));
            assertThat(stretches(inkBelow, image.getWidth())).isEqualTo(5);
            assertThat(stretches(inkLeft, bottom + 10)).isEqualTo(7);
        }

        private static boolean isInk(BufferedImage image, int x, int y) {
            return (image.getRGB(x, y) & 0xFF) < 200;
        }

        /** Stretches with gaps of more than ten pixels, which no two digits have, between them. */
        private static long stretches(IntPredicate ink, int length) {
            return IntStream.range(10, length)
                    .filter(ink)
                    .filter(i -> IntStream.range(i - 10, i).noneMatch(ink))
                    .count();
        }

        @Test
        void showsASinglePoint() throws IOException {
            BufferedImage image =
                    decoded(renderer.png(costs(Line.measured("ours", Colour.BLUE, Points.from(3, new double[] {1})))));
            assertThat(pixels(image, Colour.BLUE.rgb())).isGreaterThan(20);
        }

        @Test
        void showsDifferencesThatAreAllZero() throws IOException {
            BufferedImage image =
                    decoded(renderer.png(costs(Line.differences("none", Colour.BLUE, Points.from(0, new double[30])))));
            assertThat(pixels(image, Colour.BLUE.rgb())).isGreaterThan(30 * 10);
        }
    }

    @Nested
    class TheSvg {
        @Test
        void isXmlWhoseTitleAndDescriptionAreTheFigures() throws Exception {
            Document svg = parsed(renderer.svg(initialisation()));
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo("Classification accuracy & more");
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .isEqualTo(initialisation().describe())
                    .contains("Epoch", "percent", "Old approach", "New approach", "published");
        }

        @Test
        void hasTheSizeOfTheBooksFiguresAndNeedsNoNetwork() throws Exception {
            Document svg = parsed(renderer.svg(initialisation()));
            assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 815 615");
            assertThat(svg.getDoctype()).isNull();
        }

        @Test
        void hasTheColoursAndTheDashes() {
            String svg = new String(renderer.svg(initialisation()), StandardCharsets.UTF_8);
            assertThat(svg).contains("stroke:rgb(42,110,166)", "stroke:rgb(255,169,51)", "stroke-dasharray");
        }

        @Test
        void hasNumbersOfAtMostTwoDecimals() {
            Figure figure = costs(Line.measured("ours", Colour.BLUE, Points.from(0, new double[] {1, 2, 4, 8})));
            String svg = new String(renderer.svg(figure), StandardCharsets.UTF_8);
            assertThat(svg).doesNotContainPattern("\\d\\.\\d{3}");
        }

        @Test
        void hasIdsOfItsOwn() {
            assertThat(new String(renderer.svg(initialisation()), StandardCharsets.UTF_8))
                    .contains("id=\"weight_initialization_30-clip", "url(#weight_initialization_30-clip")
                    .doesNotContain("\"clip");
        }
    }
}
