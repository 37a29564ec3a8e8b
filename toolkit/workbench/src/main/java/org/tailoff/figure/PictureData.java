package org.tailoff.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that a picture shows, as text in the form of CSV: for those who would rather read them, and to see
 * whether they have changed.
 */
public final class PictureData {
    /** Of a curve with more points than this its lows and highs are kept. */
    private static final int MOST_POINTS = 1000;

    private PictureData() {}

    /**
     * The numbers of a picture.
     *
     * @param picture what is drawn
     * @return a CSV document; of lines {@code panel,line,x,y,low,high}, {@code low} and {@code high} the ends of an
     *     error bar or of a band and empty elsewhere, of a heat map {@code x,y,value}; every number the shortest text
     *     that reads back as the same double
     */
    public static String csv(Picture picture) {
        List<String> rows = new ArrayList<>();
        if (picture instanceof HeatMap map) {
            rows.add("x,y,value");
            addCells(map.grid(), rows);
        } else {
            rows.add("panel,line,x,y,low,high");
            List<Figure> panels = picture instanceof Panels several ? several.figures() : List.of((Figure) picture);
            panels.forEach(panel -> panel.lines().forEach(line -> addLine(quoted(panel.id()), line, rows)));
        }
        return String.join("\n", rows) + "\n";
    }

    private static void addCells(Grid grid, List<String> rows) {
        List<Double> x = grid.x().values();
        List<Double> y = grid.y().values();
        for (int row = 0; row < y.size(); row++) {
            for (int column = 0; column < x.size(); column++) {
                rows.add(x.get(column) + "," + y.get(row) + "," + grid.value(row, column));
            }
        }
    }

    private static void addLine(String panel, Line line, List<String> rows) {
        String start = panel + "," + quoted(line.name()) + ",";
        if (line instanceof Line.Curve curve) {
            addCurve(start, Decimation.minMax(curve.points(), MOST_POINTS), rows);
        } else if (line instanceof Line.Band band) {
            for (int i = 0; i < band.low().size(); i++) {
                rows.add(start + band.low().x(i) + ",," + band.low().y(i) + ","
                        + band.high().y(i));
            }
        } else {
            Line.Rule rule = (Line.Rule) line;
            boolean horizontal = rule.direction() == Line.Direction.HORIZONTAL;
            rows.add(start + (horizontal ? "," + rule.at() : rule.at() + ",") + ",,");
        }
    }

    private static void addCurve(String start, Points points, List<String> rows) {
        for (int i = 0; i < points.size(); i++) {
            String bar =
                    points.hasErrors() ? (points.y(i) - points.error(i)) + "," + (points.y(i) + points.error(i)) : ",";
            rows.add(start + points.x(i) + "," + points.y(i) + "," + bar);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
