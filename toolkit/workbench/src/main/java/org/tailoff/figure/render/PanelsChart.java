package org.tailoff.figure.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.IChart;
import org.tailoff.figure.Extent;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;

/**
 * Several charts one below the other, their left axes in one line. It is a chart to XChart's encoders.
 *
 * @param panels what to draw
 * @param charts the chart of each panel, from the top
 */
record PanelsChart(Panels panels, List<XYChart> charts) implements IChart {
    /** Height of one panel in pixels. */
    static final int HEIGHT = 400;

    /** How far all panels move down, into the room below the lowest one, to make room for the title. */
    private static final int DOWN = 14;

    private static final int TITLE = FigureChart.PADDING - FigureChart.TITLE_SIZE / 2 + 2;

    static PanelsChart of(Panels panels, Pen pen) {
        List<Line> lines =
                panels.figures().stream().flatMap(f -> f.lines().stream()).toList();
        Ticks shared = Ticks.of(panels.figures().get(0).frame().x(), Extent.ofX(lines));
        Stream<XYChart> charts = panels.figures().stream()
                .map(figure -> FigureChart.of(Layout.of(figure).withX(shared), HEIGHT, pen));
        return new PanelsChart(panels, withOneLabel(charts.toList()));
    }

    private static List<XYChart> withOneLabel(List<XYChart> charts) {
        charts.subList(0, charts.size() - 1).forEach(chart -> chart.setXAxisTitle(""));
        return charts;
    }

    @Override
    public int getWidth() {
        return FigureRenderer.WIDTH;
    }

    @Override
    public int getHeight() {
        return HEIGHT * charts.size();
    }

    @Override
    public String getTitle() {
        return panels.title();
    }

    /** A chart with shorter labels on its left is drawn further to the right and narrower. */
    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle(width, height));
        int[] left = charts.stream().mapToInt(PanelsChart::left).toArray();
        int widest = IntStream.of(left).max().orElseThrow();
        for (int i = 0; i < left.length; i++) {
            int shift = widest - left[i];
            graphics.translate(shift, i * HEIGHT + DOWN);
            charts.get(i).paint(graphics, width - shift, HEIGHT);
            graphics.translate(-shift, -i * HEIGHT - DOWN);
        }
        if (!panels.title().isBlank()) {
            paintTitle(graphics, (widest + width - FigureChart.PADDING) / 2.0);
        }
    }

    private void paintTitle(Graphics2D graphics, double x) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.BLACK);
        TextOutline title = TextOutline.of(panels.title(), FigureChart.TITLE_SIZE);
        title.draw(graphics, title.at(x, TITLE, 0.5));
    }

    /** Where a chart's plot begins; it knows only once it has been drawn. */
    private static int left(XYChart chart) {
        Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        chart.paint(scratch, FigureRenderer.WIDTH, HEIGHT);
        scratch.dispose();
        return (int) Math.round(chart.getScreenXFromChart(chart.getStyler().getXAxisMin()));
    }
}
