package org.tailoff.figure.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.util.stream.IntStream;
import org.knowm.xchart.internal.chartpart.IChart;
import org.tailoff.figure.Description;
import org.tailoff.figure.HeatMap;

/**
 * Draws a heat map itself: XChart's has neither marks between cells nor cells without value. It is a chart to XChart's
 * encoders.
 *
 * @param map what to draw
 * @param shading its colours
 * @param plot where the cells lie, in pixels
 */
record HeatMapChart(HeatMap map, Shading shading, Rectangle plot) implements IChart {
    static final BasicStroke THIN = new BasicStroke(1f);

    static final int LABEL_SIZE = 16;
    static final int TICK_SIZE = 15;

    /** Between ticks and their labels, and between those and the axis' label. */
    static final int GAP = 8;

    private static final int LARGEST_VALUE_SIZE = 15;
    private static final int SMALLEST_VALUE_SIZE = 9;

    /** From the picture's edge to the first text. */
    static final int MARGIN = 34;

    private static final int TOP = 64;
    private static final int BOTTOM = FigureRenderer.HEIGHT - 78;
    private static final int RIGHT = FigureRenderer.WIDTH - 150;
    private static final int HATCH = 7;
    private static final Color HATCHED = new Color(0xE4E4E4);
    private static final Color HATCHING = new Color(0x8A8A8A);

    static HeatMapChart of(HeatMap map) {
        double widest = map.grid().y().values().stream()
                .mapToDouble(
                        v -> TextOutline.of(Description.label(v), TICK_SIZE).width())
                .max()
                .orElseThrow();
        int left = MARGIN + (map.grid().y().label().isBlank() ? 0 : LABEL_SIZE + GAP) + (int) widest + GAP;
        return new HeatMapChart(map, Shading.of(map), new Rectangle(left, TOP, RIGHT - left, BOTTOM - TOP));
    }

    @Override
    public int getWidth() {
        return FigureRenderer.WIDTH;
    }

    @Override
    public int getHeight() {
        return FigureRenderer.HEIGHT;
    }

    @Override
    public String getTitle() {
        return map.title();
    }

    /** The pixel of a value on the horizontal axis. */
    double pixelX(double value) {
        return edgeX(map.grid().x().place(value) + 0.5);
    }

    /** The pixel of a value on the vertical axis. */
    double pixelY(double value) {
        return edgeY(map.grid().y().place(value) + 0.5);
    }

    /** The pixel so many columns from the left edge. */
    double edgeX(double columns) {
        return plot.x + plot.width * columns / map.grid().columns();
    }

    /** The pixel so many rows above the lower edge. */
    double edgeY(double rows) {
        return plot.getMaxY() - plot.height * rows / map.grid().rows();
    }

    /** The middle of the line of text below the numbers of the columns. */
    double belowTicks() {
        return plot.getMaxY() + 2 * GAP + TICK_SIZE + LABEL_SIZE / 2.0;
    }

    /** A cell's pixels, whole ones so that no seams show between cells. */
    Rectangle cell(int row, int column) {
        int left = (int) Math.round(edgeX(column));
        int top = (int) Math.round(edgeY(row + 1));
        int right = (int) Math.round(edgeX(column + 1));
        return new Rectangle(left, top, right - left, (int) Math.round(edgeY(row)) - top);
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle(width, height));
        graphics.setStroke(THIN);
        MarkLabels marks = MarkLabels.of(this);
        paintCells(graphics);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paintValues(graphics, marks);
        HeatMapAxes.paint(graphics, this);
        marks.paint(graphics);
        ColourBar.of(this).paint(graphics);
    }

    private void paintCells(Graphics2D graphics) {
        for (int row = 0; row < map.grid().rows(); row++) {
            for (int column = 0; column < map.grid().columns(); column++) {
                double value = map.grid().value(row, column);
                if (Double.isNaN(value)) {
                    hatch(graphics, cell(row, column));
                } else {
                    graphics.setColor(shading.colour(value));
                    graphics.fill(cell(row, column));
                }
            }
        }
    }

    /** Stands for no value. */
    static void hatch(Graphics2D graphics, Rectangle area) {
        Shape clip = graphics.getClip();
        graphics.setColor(HATCHED);
        graphics.fill(area);
        graphics.clip(area);
        graphics.setColor(HATCHING);
        for (int x = area.x - area.height; x < area.x + area.width; x += HATCH) {
            graphics.draw(new Line2D.Double(x, area.getMaxY(), x + area.height, area.y));
        }
        graphics.setClip(clip);
    }

    private void paintValues(Graphics2D graphics, MarkLabels marks) {
        int size = valueSize();
        for (int row = 0; row < map.grid().rows() && size > 0; row++) {
            for (int column = 0; column < map.grid().columns(); column++) {
                double value = map.grid().value(row, column);
                if (!Double.isNaN(value)) {
                    Rectangle cell = cell(row, column);
                    TextOutline text = TextOutline.of(Description.brief(value), size);
                    graphics.setColor(shading.textColour(value));
                    text.draw(graphics, marks.clearOf(text.at(cell.getCenterX(), cell.getCenterY(), 0.5), cell));
                }
            }
        }
    }

    /** The largest size at which every value fits into its cell; 0 if none does. */
    private int valueSize() {
        Rectangle cell = cell(0, 0);
        return IntStream.iterate(LARGEST_VALUE_SIZE, s -> s >= SMALLEST_VALUE_SIZE, s -> s - 1)
                .filter(s -> s + 2 < cell.height && widestValue(s) + 6 < cell.width)
                .findFirst()
                .orElse(0);
    }

    private double widestValue(int size) {
        return IntStream.range(0, map.grid().rows() * map.grid().columns())
                .mapToDouble(i -> map.grid()
                        .value(i / map.grid().columns(), i % map.grid().columns()))
                .filter(v -> !Double.isNaN(v))
                .map(v -> TextOutline.of(Description.brief(v), size).width())
                .max()
                .orElseThrow();
    }
}
