package org.tailoff.report.plot;

import java.util.List;

/**
 * A figure as the page's script draws it and its table shows it: the data of a {@link org.tailoff.figure.Picture},
 * thinned.
 *
 * @param id the figure's id
 * @param title what stands above it; may be empty
 * @param alternative the figure in words
 * @param panels one below the other over the same horizontal axis; none for a heat map
 * @param cells the values of a heat map; none for any other figure
 */
public record Plot(String id, String title, String alternative, List<Panel> panels, List<Cells> cells) {
    public Plot {
        panels = List.copyOf(panels);
        cells = List.copyOf(cells);
    }

    /**
     * Lines between two axes.
     *
     * @param title what stands above them; may be empty
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param traces the lines
     */
    public record Panel(String title, PlotAxis x, PlotAxis y, List<Trace> traces) {
        public Panel {
            traces = List.copyOf(traces);
        }
    }

    /**
     * An axis.
     *
     * @param label what is shown along it
     * @param logarithmic whether equal ratios are equal distances
     * @param limits lower and upper end; none if the data decide
     */
    public record PlotAxis(String label, boolean logarithmic, List<Double> limits) {
        public PlotAxis {
            limits = List.copyOf(limits);
        }
    }

    /**
     * A line.
     *
     * @param name what the legend calls it
     * @param kind {@code solid}, {@code solid-with-dots}, {@code dots}, {@code thin-dashed}, {@code stems},
     *     {@code band}, {@code horizontal} or {@code vertical}
     * @param colour {@code #rrggbb}
     * @param x where its points stand; empty for a rule
     * @param y its values, the lower edge of a band, or where a rule lies
     * @param more the upper edge of a band, or half the length of each error bar; else empty
     */
    public record Trace(String name, String kind, String colour, double[] x, double[] y, double[] more) {
        static final String BAND = "band";
    }

    /**
     * The values of a heat map.
     *
     * @param x label of the columns
     * @param y label of the rows
     * @param value what the values are
     * @param columns the centres of the columns
     * @param rows the centres of the rows, from the bottom
     * @param values one list per row; null where there is no value
     * @param missing what it means that there is none
     */
    public record Cells(
            String x,
            String y,
            String value,
            List<Double> columns,
            List<Double> rows,
            List<List<Double>> values,
            String missing) {}
}
