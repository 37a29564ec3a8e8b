package org.tailoff.figure.render;

import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A chart in another size, its text and lines as well. XChart's own size alone moves the axes apart and leaves the text
 * as it is.
 *
 * @param chart what to draw
 * @param scale what each length is multiplied by
 */
record ScaledChart(IChart chart, double scale) implements IChart {
    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        graphics.scale(scale, scale);
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.scale(1 / scale, 1 / scale);
    }

    @Override
    public int getWidth() {
        return (int) Math.round(chart.getWidth() * scale);
    }

    @Override
    public int getHeight() {
        return (int) Math.round(chart.getHeight() * scale);
    }

    @Override
    public String getTitle() {
        return chart.getTitle();
    }
}
