package org.tailoff.figure.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Centres;
import org.tailoff.figure.ColourScale;
import org.tailoff.figure.Grid;
import org.tailoff.figure.HeatMap;
import org.tailoff.figure.Palette;
import org.tailoff.figure.Scale;
import org.w3c.dom.Document;

public class HeatMapChartTest {
    private final FigureRenderer renderer = new FigureRenderer();
    private final HeatMapChart chart = HeatMapChart.of(phases());

    /** An invented phase diagram: too little, right, too much; no value where eta lambda is largest. */
    public static HeatMap phases() {
        List<Double> eta = List.of(0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0);
        List<Double> lambda = List.of(0.01, 0.1, 1.0, 10.0, 100.0, 1000.0);
        double[][] accuracy = new double[lambda.size()][eta.size()];
        for (int j = 0; j < lambda.size(); j++) {
            for (int i = 0; i < eta.size(); i++) {
                double distance = Math.hypot(i - 3.3, j - 2.4);
                accuracy[j][i] = i + j > 9 ? Double.NaN : 10 + 87.4 * Math.exp(-distance * distance / 9);
            }
        }
        return new HeatMap(
                "phases",
                "Accuracy after 30 epochs",
                Grid.of(
                        new Centres("learning rate eta", Scale.LOGARITHMIC, eta),
                        new Centres("regularisation lambda", Scale.LOGARITHMIC, lambda),
                        accuracy),
                new ColourScale(Axis.linear("Accuracy on the test data (%)", 0, 100), Palette.SEQUENTIAL, "diverged"),
                List.of(
                        new HeatMap.Mark("overfitting", 0.5, 0.1),
                        new HeatMap.Mark("regularized_full", 0.5, 5),
                        new HeatMap.Mark("weight_initialization_30", 0.1, 5),
                        new HeatMap.Mark("at the edge", 9, 20)));
    }

    private static BufferedImage decoded(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private BufferedImage image() throws IOException {
        return decoded(renderer.png(phases()));
    }

    private static int rgb(BufferedImage image, double x, double y) {
        return image.getRGB((int) x, (int) y) & 0xFFFFFF;
    }

    @Test
    void thePngHasTheSizeOfTheOtherFigures() throws IOException {
        assertThat(image().getWidth()).isEqualTo(FigureRenderer.WIDTH);
        assertThat(image().getHeight()).isEqualTo(FigureRenderer.HEIGHT);
    }

    @Test
    void everyCellHasTheColourOfItsValueAndHatchingWhereItHasNone() throws IOException {
        BufferedImage image = image();
        Grid grid = phases().grid();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                Rectangle cell = chart.cell(row, column);
                double value = grid.value(row, column);
                int expected = Double.isNaN(value)
                        ? 0xE4E4E4
                        : chart.shading().colour(value).getRGB() & 0xFFFFFF;
                assertThat(IntStream.range(1, cell.height).filter(y -> rgb(image, cell.x + 3, cell.y + y) == expected))
                        .as("row %d, column %d", row, column)
                        .hasSizeGreaterThan(cell.height / 3);
            }
        }
    }

    @Test
    void rowsGoUpAndColumnsGoRight() {
        assertThat(chart.cell(1, 0).y).isLessThan(chart.cell(0, 0).y);
        assertThat(chart.cell(0, 1).x).isEqualTo(chart.cell(0, 0).x + chart.cell(0, 0).width);
    }

    /** A mark at a cell's centre is a black ring of radius 6 around the middle of that cell. */
    @Test
    void marksAreRingsAtTheirPlaces() throws IOException {
        HeatMap.Mark mark = new HeatMap.Mark("middle", 0.3, 1);
        HeatMap map = new HeatMap("phases", "", phases().grid(), phases().colours(), List.of(mark));
        BufferedImage image = decoded(renderer.png(map));
        Rectangle cell = HeatMapChart.of(map).cell(2, 3);
        for (int[] side : new int[][] {{6, 0}, {-6, 0}, {0, 6}, {0, -6}}) {
            int x = (int) cell.getCenterX() + side[0];
            int y = (int) cell.getCenterY() + side[1];
            assertThat(IntStream.rangeClosed(-1, 1)
                            .anyMatch(d -> rgb(image, x + d, y) == 0 || rgb(image, x, y + d) == 0))
                    .as("%d, %d", side[0], side[1])
                    .isTrue();
        }
    }

    @Test
    void marksBetweenCentresLieByTheirLogarithm() {
        double left = chart.cell(0, 3).getCenterX();
        double right = chart.cell(0, 4).getCenterX();
        double share = Math.log(0.5 / 0.3) / Math.log(1 / 0.3);
        assertThat(chart.pixelX(0.5)).isBetween(left + share * (right - left) - 1, left + share * (right - left) + 1);
    }

    @Test
    void namesOfMarksLieInThePlotApartFromEachOtherAndFromRings() {
        MarkLabels labels = MarkLabels.of(chart);
        for (Rectangle2D.Double box : labels.boxes()) {
            assertThat(chart.plot().contains(box)).isTrue();
            assertThat(labels.rings()).noneMatch(box::intersects);
            assertThat(labels.boxes()).filteredOn(box::intersects).hasSize(1);
        }
    }

    @Test
    void valuesMoveAsideForMarks() {
        HeatMap.Mark mark = new HeatMap.Mark("middle", 0.3, 1);
        HeatMapChart marked =
                HeatMapChart.of(new HeatMap("phases", "", phases().grid(), phases().colours(), List.of(mark)));
        MarkLabels labels = MarkLabels.of(marked);
        Rectangle cell = marked.cell(2, 3);
        Rectangle2D.Double text = new Rectangle2D.Double(cell.getCenterX() - 15, cell.getCenterY() - 5, 30, 10);
        Rectangle2D.Double moved = labels.clearOf(text, cell);
        assertThat(cell.contains(moved)).isTrue();
        assertThat(labels.rings()).noneMatch(moved::intersects);
        assertThat(labels.boxes()).noneMatch(moved::intersects);
    }

    @Test
    void theColourBarHasTheEndsOfThePaletteAtItsEnds() throws IOException {
        BufferedImage image = image();
        Rectangle bar = ColourBar.of(chart).bar();
        assertThat(rgb(image, bar.getCenterX(), bar.getMaxY() - 2)).isEqualTo(Palette.SEQUENTIAL.at(1.5 / bar.height));
        assertThat(rgb(image, bar.getCenterX(), bar.y + 1)).isEqualTo(Palette.SEQUENTIAL.at(1 - 1.5 / bar.height));
    }

    @Test
    void theSvgIsXmlWhoseTitleAndDescriptionAreTheHeatMaps() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(renderer.svg(phases())));
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 815 615");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Accuracy after 30 epochs");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo(phases().describe());
    }
}
