package org.tailoff.figure.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Points;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PanelsTest {
    private final FigureRenderer renderer = new FigureRenderer();

    private static Figure figure(String id, Axis x, Axis y, Line... lines) {
        return new Figure(id, "", new Frame(x, y, true), Legend.UPPER_RIGHT, List.of(lines));
    }

    private static Points decay(double amplitude, double wobble) {
        return Points.from(
                0,
                IntStream.rangeClosed(0, 60)
                        .mapToDouble(i -> amplitude * Math.exp(-i / 20.0) + wobble * Math.sin(i))
                        .toArray());
    }

    /** A curve with its prediction, and what is left: labels of very different widths. */
    static Panels residuals() {
        Axis epochs = Axis.linear("Epoch", 0, 60);
        return new Panels(
                "residuals",
                "Norm of the weights",
                List.of(
                        figure(
                                "upper",
                                epochs,
                                Axis.linear("||w||", 0, 1),
                                Line.measured("measured", Colour.BLUE, decay(1, 0.002)),
                                Line.published(Colour.BLUE, decay(1, 0))),
                        figure(
                                "lower",
                                epochs,
                                Axis.automatic("measured - predicted"),
                                Line.differences("residual", Colour.ORANGE, decay(0, 0.002)))));
    }

    private static List<XYChart> painted(Panels panels) {
        PanelsChart chart = PanelsChart.of(panels, Pen.BOOK);
        BitmapEncoder.getBufferedImage(chart);
        return chart.charts();
    }

    @Test
    void thePngIsAsHighAsItsPanels() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(renderer.png(residuals())));
        assertThat(image.getWidth()).isEqualTo(815);
        assertThat(image.getHeight()).isEqualTo(800);
    }

    /** Each panel's own frame is the one black column of pixels that is as high as the plot. */
    @Test
    void theFramesOfThePanelsAreInOneLine() {
        BufferedImage image = BitmapEncoder.getBufferedImage(PanelsChart.of(residuals(), Pen.BOOK));
        int[] upper = blackColumns(image, 100, 300);
        int[] lower = blackColumns(image, 500, 700);
        assertThat(upper).hasSizeGreaterThanOrEqualTo(2);
        assertThat(lower[0]).isEqualTo(upper[0]);
        assertThat(lower[lower.length - 1]).isEqualTo(upper[upper.length - 1]);
    }

    private static int[] blackColumns(BufferedImage image, int top, int bottom) {
        return IntStream.range(0, image.getWidth())
                .filter(x -> IntStream.range(top, bottom).allMatch(y -> (image.getRGB(x, y) & 0xFF) < 60))
                .toArray();
    }

    @Test
    void theHorizontalAxisIsNamedOnceAndSpansAllLines() {
        Axis x = Axis.automatic("Epoch");
        Axis y = Axis.automatic("");
        List<XYChart> charts = painted(new Panels(
                "shared",
                "",
                List.of(
                        figure("a", x, y, Line.measured("ours", Colour.BLUE, Points.from(0, new double[] {1, 2}))),
                        figure("b", x, y, Line.measured("ours", Colour.BLUE, Points.from(8, new double[] {1, 2}))))));
        assertThat(charts).extracting(XYChart::getXAxisTitle).containsExactly("", "Epoch");
        assertThat(charts).extracting(c -> c.getStyler().getXAxisMin()).containsExactly(0.0, 0.0);
        assertThat(charts).extracting(c -> c.getStyler().getXAxisMax()).containsExactly(9.0, 9.0);
    }

    @Test
    void theSvgIsXmlWithIdsOfItsOwn() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(renderer.svg(residuals())));
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 815 800");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo(residuals().describe());
        NodeList clips = svg.getElementsByTagName("clipPath");
        assertThat(IntStream.range(0, clips.getLength())
                        .mapToObj(i ->
                                clips.item(i).getAttributes().getNamedItem("id").getNodeValue()))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("residuals-clip"));
    }

    @Test
    void theTextAlternativeNumbersThePanels() {
        assertThat(residuals().describe())
                .startsWith("Norm of the weights. Panel 1 of 2: upper. Horizontal axis Epoch: 0 to 60.")
                .contains(" Panel 2 of 2: lower. ");
    }

    @Test
    void aSingleFigureIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Panels("one", "", List.of(residuals().figures().get(0))))
                .withMessage("panels one: at least two figures are needed, were 1");
    }

    @Test
    void anotherHorizontalAxisIsRefused() {
        Figure other = figure(
                "other",
                Axis.linear("Epoch", 0, 30),
                Axis.automatic(""),
                Line.measured("ours", Colour.BLUE, decay(1, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Panels("two", "", List.of(residuals().figures().get(0), other)))
                .withMessageStartingWith("panels two: all need the horizontal axis of the first, Axis[label=Epoch")
                .withMessageContaining("figure other had");
    }
}
