package org.tailoff.figure.render;

import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.XYStyler;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Scale;

/**
 * Makes the chart of a figure as XChart gets it: title, axes, frame and legend here, what lies between the axes in
 * {@link Series}.
 */
final class FigureChart {
    /** About how much room the ticks have. Near the truth suffices: XChart then rounds to the very step we computed. */
    private static final int PLOT_WIDTH = 690;

    /** About how much of a chart's height is not plot. */
    private static final int AROUND = 125;

    static final int TITLE_SIZE = 19;

    /** Room at the edges of a chart. */
    static final int PADDING = 30;

    /** XChart drops the labels of ticks on the frame itself: keep them a pixel inside. */
    private static final double SHARE_OF_FRAME = 0.995;

    private FigureChart() {}

    static XYChart of(Figure figure, Pen pen) {
        return of(Layout.of(figure), FigureRenderer.HEIGHT, pen);
    }

    static XYChart of(Layout layout, int height, Pen pen) {
        Figure figure = layout.figure();
        XYChart chart = new XYChart(FigureRenderer.WIDTH, height, ChartTheme.Matlab);
        chart.setTitle(figure.title());
        chart.setXAxisTitle(layout.x().label(figure.frame().x().label()));
        chart.setYAxisTitle(layout.y().label(figure.frame().y().label()));
        styleText(chart.getStyler());
        styleFrame(chart.getStyler(), figure.legend(), pen);
        styleX(chart.getStyler(), figure.frame().x(), layout.x());
        styleY(chart.getStyler(), figure.frame().y(), layout.y(), height - AROUND);
        Series.addTo(chart, layout, pen);
        return chart;
    }

    private static void styleText(XYStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setChartTitleFont(font(TITLE_SIZE));
        styler.setAxisTitleFont(font(16));
        styler.setAxisTickLabelsFont(font(15));
        styler.setLegendFont(font(15));
        styler.setChartTitlePadding(8);
        styler.setAxisTitlePadding(8);
        styler.setAxisTickPadding(6);
        styler.setChartPadding(PADDING);
    }

    private static Font font(int pixels) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, pixels);
    }

    private static void styleFrame(XYStyler styler, Legend legend, Pen pen) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(SHARE_OF_FRAME);
        styler.setPlotGridLinesVisible(false);
        styler.setPlotTicksMarksVisible(true);
        styler.setErrorBarsColorSeriesColor(true);
        styler.setLegendVisible(legend != Legend.NONE);
        styler.setLegendPosition(corner(legend));
        styler.setLegendSeriesLineLength(36);
        styler.setLegendPadding(9);
        styler.setPlotBorderVisible(pen.frame());
        if (!pen.frame()) {
            styler.setLegendBorderColor(pen.gridColour());
            styler.setAxisTickMarksColor(pen.gridColour());
        }
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

    private static void styleY(XYStyler styler, Axis axis, Ticks ticks, int length) {
        styler.setYAxisMin(ticks.low());
        styler.setYAxisMax(ticks.high());
        styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
        if (axis.scale() == Scale.LOGARITHMIC) {
            styler.setYAxisLogarithmic(true);
            styler.setYAxisTickLabelsFormattingFunction(ticks::decade);
        } else {
            styler.setYAxisDecimalPattern(ticks.pattern());
            styler.setYAxisTickMarkSpacingHint(ticks.spacing(length));
        }
    }
}
