package org.tailoff.figure.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import org.tailoff.figure.Centres;
import org.tailoff.figure.Description;
import org.tailoff.figure.Grid;

/** The frame of a heat map, the numbers of its columns and rows, and what its axes and itself are called. */
final class HeatMapAxes {
    private HeatMapAxes() {}

    static void paint(Graphics2D graphics, HeatMapChart chart) {
        graphics.setColor(Color.BLACK);
        graphics.setStroke(HeatMapChart.THIN);
        graphics.draw(chart.plot());
        paintColumns(graphics, chart);
        paintRows(graphics, chart);
        paintNames(graphics, chart);
    }

    private static void paintColumns(Graphics2D graphics, HeatMapChart chart) {
        List<TextOutline> labels = labels(chart.map().grid().x());
        double widest = labels.stream().mapToDouble(TextOutline::width).max().orElseThrow();
        double y = chart.plot().getMaxY() + HeatMapChart.GAP + HeatMapChart.TICK_SIZE / 2.0;
        int stride = stride(widest + HeatMapChart.GAP, chart.cell(0, 0).width);
        for (int i = 0; i < labels.size(); i += stride) {
            labels.get(i).draw(graphics, labels.get(i).at(chart.edgeX(i + 0.5), y, 0.5));
        }
    }

    private static void paintRows(Graphics2D graphics, HeatMapChart chart) {
        List<TextOutline> labels = labels(chart.map().grid().y());
        double x = chart.plot().x - HeatMapChart.GAP;
        int stride = stride(HeatMapChart.TICK_SIZE + 2, chart.cell(0, 0).height);
        for (int i = 0; i < labels.size(); i += stride) {
            labels.get(i).draw(graphics, labels.get(i).at(x, chart.edgeY(i + 0.5), 1));
        }
    }

    private static List<TextOutline> labels(Centres centres) {
        return centres.values().stream()
                .map(v -> TextOutline.of(Description.label(v), HeatMapChart.TICK_SIZE))
                .toList();
    }

    /** Every how many-th label there is room for. */
    private static int stride(double label, double cell) {
        return (int) Math.ceil(label / cell);
    }

    private static void paintNames(Graphics2D graphics, HeatMapChart chart) {
        Rectangle plot = chart.plot();
        Grid grid = chart.map().grid();
        above(graphics, chart.map().title(), plot.getCenterX(), plot.y - FigureChart.TITLE_SIZE);
        if (!grid.x().label().isBlank()) {
            TextOutline label = TextOutline.of(grid.x().label(), HeatMapChart.LABEL_SIZE);
            label.draw(graphics, label.at(plot.getCenterX(), chart.belowTicks(), 0.5));
        }
        if (!grid.y().label().isBlank()) {
            TextOutline.of(grid.y().label(), HeatMapChart.LABEL_SIZE)
                    .drawUpwards(graphics, HeatMapChart.MARGIN + HeatMapChart.LABEL_SIZE / 2.0, plot.getCenterY());
        }
    }

    private static void above(Graphics2D graphics, String title, double x, double y) {
        if (!title.isBlank()) {
            TextOutline text = TextOutline.of(title, FigureChart.TITLE_SIZE);
            text.draw(graphics, text.at(x, y, 0.5));
        }
    }
}
