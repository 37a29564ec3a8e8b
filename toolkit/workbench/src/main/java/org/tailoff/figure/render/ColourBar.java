package org.tailoff.figure.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.tailoff.figure.Description;

/**
 * The colours of a heat map with their values, and below it what the hatching means, if there is any.
 *
 * @param chart the heat map
 * @param bar where the colours lie, in pixels
 */
record ColourBar(HeatMapChart chart, Rectangle bar) {
    private static final int DISTANCE = 24;
    private static final int WIDTH = 22;
    private static final int TICK = 5;
    private static final int SWATCH = 18;

    static ColourBar of(HeatMapChart chart) {
        Rectangle plot = chart.plot();
        return new ColourBar(chart, new Rectangle(plot.x + plot.width + DISTANCE, plot.y, WIDTH, plot.height));
    }

    void paint(Graphics2D graphics) {
        for (int i = 0; i < bar.height; i++) {
            double share = 1 - (i + 0.5) / bar.height;
            graphics.setColor(new Color(chart.map().colours().palette().at(share)));
            graphics.fill(new Rectangle(bar.x, bar.y + i, bar.width, 1));
        }
        graphics.setColor(Color.BLACK);
        graphics.draw(bar);
        double widest = Arrays.stream(chart.shading().ticks())
                .map(v -> paintTick(graphics, v))
                .max()
                .orElse(0);
        paintLabel(graphics, right() + widest);
        if (chart.map().grid().missing() > 0) {
            paintMissing(graphics);
        }
    }

    private double right() {
        return bar.getMaxX() + TICK + HeatMapChart.GAP;
    }

    /** The width of the label. */
    private double paintTick(Graphics2D graphics, double value) {
        double y = bar.getMaxY() - bar.height * chart.shading().share(value);
        graphics.draw(new Line2D.Double(bar.getMaxX(), y, bar.getMaxX() + TICK, y));
        TextOutline label = TextOutline.of(Description.label(value), HeatMapChart.TICK_SIZE);
        label.draw(graphics, label.at(right(), y, 0));
        return label.width();
    }

    private void paintLabel(Graphics2D graphics, double x) {
        String label = chart.map().colours().axis().label();
        if (!label.isBlank()) {
            TextOutline.of(label, HeatMapChart.LABEL_SIZE)
                    .drawUpwards(graphics, x + HeatMapChart.GAP + HeatMapChart.LABEL_SIZE / 2.0, bar.getCenterY());
        }
    }

    /** To the right of the horizontal axis' label, ending at the picture's margin. */
    private void paintMissing(Graphics2D graphics) {
        TextOutline meaning = TextOutline.of(chart.map().colours().missing(), HeatMapChart.TICK_SIZE);
        Rectangle2D.Double box = meaning.at(FigureRenderer.WIDTH - HeatMapChart.MARGIN, chart.belowTicks(), 1);
        Rectangle swatch = new Rectangle(
                (int) box.x - HeatMapChart.GAP - SWATCH, (int) box.getCenterY() - SWATCH / 2, SWATCH, SWATCH);
        HeatMapChart.hatch(graphics, swatch);
        graphics.setColor(Color.BLACK);
        graphics.draw(swatch);
        meaning.draw(graphics, box);
    }
}
