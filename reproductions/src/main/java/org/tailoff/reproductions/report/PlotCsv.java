package org.tailoff.reproductions.report;

import java.util.List;

/** The data of a figure as CSV: {@code panel,line,x,y,more} with one line per point, or {@code x,y,value} with one per cell. */
final class PlotCsv {
    private PlotCsv() {}

    static String of(Plot plot) {
        StringBuilder csv = new StringBuilder(plot.panels().isEmpty() ? "x,y,value\n" : "panel,line,x,y,more\n");
        for (int panel = 0; panel < plot.panels().size(); panel++) {
            for (Plot.Trace trace : plot.panels().get(panel).traces()) {
                append(csv, panel + 1, trace);
            }
        }
        plot.cells().forEach(cells -> append(csv, cells));
        return csv.toString();
    }

    /** A rule has no x of its own; more is the upper edge of a band or half the length of an error bar. */
    private static void append(StringBuilder csv, int panel, Plot.Trace trace) {
        for (int i = 0; i < trace.y().length; i++) {
            csv.append(panel)
                    .append(",\"")
                    .append(trace.name().replace("\"", "\"\""))
                    .append("\",");
            csv.append(trace.x().length == 0 ? "" : trace.x()[i]).append(',');
            csv.append(trace.y()[i]).append(',');
            csv.append(trace.more().length == 0 ? "" : trace.more()[i]).append('\n');
        }
    }

    private static void append(StringBuilder csv, Plot.Cells cells) {
        for (int row = 0; row < cells.rows().size(); row++) {
            List<Double> values = cells.values().get(row);
            for (int column = 0; column < values.size(); column++) {
                csv.append(cells.columns().get(column)).append(',');
                csv.append(cells.rows().get(row)).append(',');
                csv.append(values.get(column) == null ? "" : values.get(column)).append('\n');
            }
        }
    }
}
