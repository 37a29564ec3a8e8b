package org.tailoff.figure.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Circle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Line;
import org.tailoff.figure.Stroke;

/** Turns the grid and the lines of a figure into the series of its chart, in the order in which they are drawn. */
final class Series {
    private static final BasicStroke STEM = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    private static final BasicStroke HAIRLINE = new BasicStroke(0.7f);
    private static final BasicStroke DASHED =
            new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {8, 7}, 0);

    private static final BasicStroke RULE =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, new float[] {5, 4}, 0);

    /** How thick a band is in the legend, where a line is as thick as its stroke. */
    private static final BasicStroke SWATCH = new BasicStroke(13f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);

    /** How opaque a band is, of 255: grid lines and other bands show through. */
    private static final int BAND_OPACITY = 77;

    private static final int MANY_POINTS = 60;

    private Series() {}

    static void addTo(XYChart chart, Layout layout, Pen pen) {
        if (pen.grid(layout.figure().frame())) {
            addGrid(chart, layout, pen);
        }
        for (int index : layout.order()) {
            Line line = layout.figure().lines().get(index);
            if (line instanceof Line.Curve curve) {
                style(addCurve(chart, layout, index, curve), curve, pen);
            } else if (line instanceof Line.Band band) {
                addBand(chart, layout, index, band);
            } else {
                addRule(chart, layout, index, (Line.Rule) line);
            }
        }
    }

    /**
     * XChart's own grid makes an outline of every single dot, most of the bytes of an SVG, and crosses every minor tick
     * of a logarithmic axis.
     */
    private static void addGrid(XYChart chart, Layout layout, Pen pen) {
        double[] width = {layout.x().low(), layout.x().high()};
        double[] height = {layout.y().low(), layout.y().high()};
        for (double x : layout.gridX()) {
            hidden(chart.addSeries("grid x " + x, new double[] {x, x}, height), pen.gridColour(), pen.gridStroke());
        }
        for (double y : layout.gridY()) {
            hidden(chart.addSeries("grid y " + y, width, new double[] {y, y}), pen.gridColour(), pen.gridStroke());
        }
    }

    /**
     * A band's own entry in the legend would be a box out of line with the others: a thick line of no length stands for
     * it.
     */
    private static void addBand(XYChart chart, Layout layout, int index, Line.Band band) {
        Color colour = translucent(band.colour());
        double[][] outline = layout.outline(band);
        XYSeries area = chart.addSeries("line " + index, outline[0], outline[1]);
        hidden(area, colour, SeriesLines.NONE);
        area.setFillColor(colour);
        area.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        XYSeries swatch = chart.addSeries("swatch " + index, new double[] {outline[0][0]}, new double[] {Double.NaN});
        hidden(swatch, colour, SWATCH);
        inLegend(swatch, layout, index);
    }

    private static Color translucent(Colour colour) {
        return new Color(colour.rgb() | BAND_OPACITY << 24, true);
    }

    private static void addRule(XYChart chart, Layout layout, int index, Line.Rule rule) {
        double[][] ends = layout.ends(rule);
        XYSeries series = chart.addSeries("line " + index, ends[0], ends[1]);
        hidden(series, new Color(rule.colour().rgb()), RULE);
        inLegend(series, layout, index);
    }

    private static void inLegend(XYSeries series, Layout layout, int index) {
        series.setLabel(layout.figure().lines().get(index).name());
        series.setShowInLegend(layout.isInLegend(index));
    }

    private static XYSeries addCurve(XYChart chart, Layout layout, int index, Line.Curve line) {
        String key = "line " + index;
        if (line.stroke() == Stroke.STEMS) {
            addStems(chart, layout, index, line);
        }
        double[][] xy = line.stroke() == Stroke.THIN_DASHED ? layout.dense(line) : layout.points(line);
        XYSeries series = line.points().hasErrors()
                ? chart.addSeries(key, xy[0], xy[1], layout.errors(line))
                : chart.addSeries(key, xy[0], xy[1]);
        inLegend(series, layout, index);
        return series;
    }

    private static void addStems(XYChart chart, Layout layout, int index, Line.Curve line) {
        double[] ends = {layout.x().low(), layout.x().high()};
        hidden(chart.addSeries("zero " + index, ends, new double[2]), Color.BLACK, HAIRLINE);
        double[][] stems = layout.stems(line);
        hidden(
                chart.addSeries("stems " + index, stems[0], stems[1]),
                new Color(line.colour().rgb()),
                STEM);
    }

    private static void hidden(XYSeries series, Color colour, BasicStroke stroke) {
        series.setShowInLegend(false);
        series.setLineColor(colour);
        series.setLineStyle(stroke);
        series.setMarker(SeriesMarkers.NONE);
    }

    private static void style(XYSeries series, Line.Curve line, Pen pen) {
        boolean dashed = line.stroke() == Stroke.THIN_DASHED;
        boolean dotsAlone = line.stroke() == Stroke.DOTS || line.stroke() == Stroke.STEMS;
        Color colour = new Color(dashed ? line.colour().shade() : line.colour().rgb());
        series.setLineColor(colour);
        series.setMarkerColor(colour);
        series.setLineStyle(dashed ? DASHED : pen.curve());
        series.setSmooth(dashed);
        series.setMarker(marker(line));
        series.setXYSeriesRenderStyle(dotsAlone ? XYSeriesRenderStyle.Scatter : XYSeriesRenderStyle.Line);
    }

    /** A line of a single point has no length: its point is drawn as a dot. */
    private static Marker marker(Line.Curve line) {
        return switch (line.stroke()) {
            case SOLID -> line.points().size() == 1 ? new Dot(8) : SeriesMarkers.NONE;
            case THIN_DASHED -> line.points().size() == 1 ? new Dot(4) : SeriesMarkers.NONE;
            case SOLID_WITH_DOTS, DOTS -> new Dot(8);
            case STEMS -> new Dot(line.points().size() > MANY_POINTS ? 3 : 6);
        };
    }

    /** A dot of its own size: XChart has one size for a whole chart. */
    private static final class Dot extends Circle {
        private final int diameter;

        Dot(int diameter) {
            this.diameter = diameter;
        }

        @Override
        public void paint(Graphics2D graphics, double x, double y, int ignoredSize) {
            super.paint(graphics, x, y, diameter);
        }
    }
}
