package org.tailoff.reproductions.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Circle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws figures with XChart in the look of the book's: {@value #WIDTH} x {@value #HEIGHT} pixels, black frame with ticks inside, dotted grid.
 *
 * <p>The same figure gives the same bytes on the same machine, whatever the locale. Needs a font on the machine, but no display. Stateless.
 */
public final class FigureRenderer {
    /** Width of a figure in pixels, as in the book. */
    public static final int WIDTH = 815;

    /** Height of a figure in pixels, as in the book. */
    public static final int HEIGHT = 615;

    /** About how much room the ticks have. Near the truth suffices: XChart then rounds to the very step we computed. */
    private static final int PLOT_WIDTH = 690;

    private static final int PLOT_HEIGHT = 490;

    /** XChart drops the labels of ticks on the frame itself: keep them a pixel inside. */
    private static final double SHARE_OF_FRAME = 0.995;

    private static final BasicStroke SOLID = new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke STEM = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    private static final BasicStroke HAIRLINE = new BasicStroke(0.7f);
    private static final BasicStroke DOTTED =
            new BasicStroke(0.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, new float[] {1, 3}, 0);
    private static final BasicStroke DASHED =
            new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {8, 7}, 0);

    private static final int MANY_POINTS = 60;

    /**
     * The figure as a PNG image.
     *
     * @param figure what to draw
     * @return the bytes of a PNG file, {@value #WIDTH} x {@value #HEIGHT} pixels
     */
    public byte[] png(Figure figure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // ImageIO would otherwise buffer in a temporary file.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(BitmapEncoder.getBufferedImage(chart(figure)), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The figure as an SVG document. Its text is drawn as outlines, so that it needs no font of the reader's; the words are in its title and
     * description, for screen readers and for searching.
     *
     * @param figure what to draw
     * @return the bytes of an SVG file in UTF-8, {@value #WIDTH} x {@value #HEIGHT} pixels
     */
    public byte[] svg(Figure figure) {
        try {
            String drawn = new String(ChartEncoder.getBytes(chart(figure), "svg"), StandardCharsets.UTF_8);
            return Svg.described(drawn, figure).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The chart as XChart gets it. */
    XYChart chart(Figure figure) {
        Layout layout = Layout.of(figure);
        XYChart chart = new XYChart(WIDTH, HEIGHT, ChartTheme.Matlab);
        chart.setTitle(figure.title());
        chart.setXAxisTitle(layout.x().label(figure.frame().x().label()));
        chart.setYAxisTitle(layout.y().label(figure.frame().y().label()));
        styleText(chart.getStyler());
        styleFrame(chart.getStyler(), figure);
        styleX(chart.getStyler(), figure.frame().x(), layout.x());
        styleY(chart.getStyler(), figure.frame().y(), layout.y());
        if (figure.frame().grid()) {
            addGrid(chart, layout);
        }
        for (int index : layout.order()) {
            add(chart, layout, index);
        }
        return chart;
    }

    private static void styleText(XYStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setChartTitleFont(font(19));
        styler.setAxisTitleFont(font(16));
        styler.setAxisTickLabelsFont(font(15));
        styler.setLegendFont(font(15));
        styler.setChartTitlePadding(8);
        styler.setAxisTitlePadding(8);
        styler.setAxisTickPadding(6);
        styler.setChartPadding(30);
    }

    private static Font font(int pixels) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, pixels);
    }

    private static void styleFrame(XYStyler styler, Figure figure) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(SHARE_OF_FRAME);
        styler.setPlotGridLinesVisible(false);
        styler.setPlotTicksMarksVisible(true);
        styler.setErrorBarsColorSeriesColor(true);
        styler.setLegendVisible(figure.legend() != Legend.NONE);
        styler.setLegendPosition(corner(figure.legend()));
        styler.setLegendSeriesLineLength(36);
        styler.setLegendPadding(9);
    }

    private static Styler.LegendPosition corner(Legend legend) {
        return switch (legend) {
            case UPPER_LEFT -> Styler.LegendPosition.InsideNW;
            case LOWER_LEFT -> Styler.LegendPosition.InsideSW;
            case LOWER_RIGHT -> Styler.LegendPosition.InsideSE;
            case UPPER_RIGHT, NONE -> Styler.LegendPosition.InsideNE;
        };
    }

    private static void styleX(XYStyler styler, Axis axis, Ticks ticks) {
        styler.setXAxisMin(ticks.low());
        styler.setXAxisMax(ticks.high());
        if (axis.scale() == Scale.LOGARITHMIC) {
            styler.setXAxisLogarithmic(true);
            styler.setXAxisTickLabelsFormattingFunction(ticks::decade);
        } else {
            styler.setXAxisDecimalPattern(ticks.pattern());
            styler.setXAxisTickMarkSpacingHint(ticks.spacing(PLOT_WIDTH));
        }
    }

    private static void styleY(XYStyler styler, Axis axis, Ticks ticks) {
        styler.setYAxisMin(ticks.low());
        styler.setYAxisMax(ticks.high());
        styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
        if (axis.scale() == Scale.LOGARITHMIC) {
            styler.setYAxisLogarithmic(true);
            styler.setYAxisTickLabelsFormattingFunction(ticks::decade);
        } else {
            styler.setYAxisDecimalPattern(ticks.pattern());
            styler.setYAxisTickMarkSpacingHint(ticks.spacing(PLOT_HEIGHT));
        }
    }

    /** XChart's own grid makes an outline of every single dot, most of the bytes of an SVG, and crosses every minor tick of a logarithmic axis. */
    private static void addGrid(XYChart chart, Layout layout) {
        double[] width = {layout.x().low(), layout.x().high()};
        double[] height = {layout.y().low(), layout.y().high()};
        for (double x : layout.gridX()) {
            hidden(chart.addSeries("grid x " + x, new double[] {x, x}, height), Color.BLACK, DOTTED);
        }
        for (double y : layout.gridY()) {
            hidden(chart.addSeries("grid y " + y, width, new double[] {y, y}), Color.BLACK, DOTTED);
        }
    }

    private static void add(XYChart chart, Layout layout, int index) {
        Line line = layout.figure().lines().get(index);
        String key = "line " + index;
        if (line.stroke() == Stroke.STEMS) {
            addStems(chart, layout, index);
        }
        double[][] xy = line.stroke() == Stroke.THIN_DASHED ? layout.dense(line) : layout.points(line);
        XYSeries series = line.points().hasErrors()
                ? chart.addSeries(key, xy[0], xy[1], layout.errors(line))
                : chart.addSeries(key, xy[0], xy[1]);
        series.setLabel(line.name());
        series.setShowInLegend(layout.isNamedFirst(index));
        style(series, line);
    }

    private static void addStems(XYChart chart, Layout layout, int index) {
        double[] ends = {layout.x().low(), layout.x().high()};
        hidden(chart.addSeries("zero " + index, ends, new double[2]), Color.BLACK, HAIRLINE);
        Line line = layout.figure().lines().get(index);
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

    private static void style(XYSeries series, Line line) {
        boolean dashed = line.stroke() == Stroke.THIN_DASHED;
        boolean dotsAlone = line.stroke() == Stroke.DOTS || line.stroke() == Stroke.STEMS;
        Color colour = new Color(dashed ? line.colour().shade() : line.colour().rgb());
        series.setLineColor(colour);
        series.setMarkerColor(colour);
        series.setLineStyle(dashed ? DASHED : SOLID);
        series.setSmooth(dashed);
        series.setMarker(marker(line));
        series.setXYSeriesRenderStyle(dotsAlone ? XYSeriesRenderStyle.Scatter : XYSeriesRenderStyle.Line);
    }

    /** A line of a single point has no length: its point is drawn as a dot. */
    private static Marker marker(Line line) {
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
