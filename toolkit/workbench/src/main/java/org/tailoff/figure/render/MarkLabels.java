package org.tailoff.figure.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.tailoff.figure.HeatMap;

/**
 * The marks of a heat map: rings at their places, and their names on the upper or lower edge of the row, where they
 * cover no value.
 *
 * @param rings the box of each ring, in pixels
 * @param names the name of each, with room around it
 * @param boxes where each name lies, in pixels
 */
record MarkLabels(List<Rectangle2D.Double> rings, List<TextOutline> names, List<Rectangle2D.Double> boxes) {
    private static final int RADIUS = 6;
    private static final int SIZE = 14;
    private static final int ROOM = 3;
    private static final BasicStroke HALO = new BasicStroke(5f);
    private static final BasicStroke RING = new BasicStroke(2.2f);
    private static final Color PAPER = new Color(255, 255, 255, 225);

    static MarkLabels of(HeatMapChart chart) {
        List<HeatMap.Mark> marks = chart.map().marks();
        List<Rectangle2D.Double> rings =
                marks.stream().map(mark -> ring(chart, mark)).toList();
        List<TextOutline> names =
                marks.stream().map(mark -> TextOutline.of(mark.name(), SIZE)).toList();
        List<Rectangle2D.Double> taken = new ArrayList<>(rings);
        for (int i = 0; i < marks.size(); i++) {
            taken.add(free(chart, rings.get(i), names.get(i), taken));
        }
        return new MarkLabels(rings, names, List.copyOf(taken.subList(marks.size(), taken.size())));
    }

    private static Rectangle2D.Double ring(HeatMapChart chart, HeatMap.Mark mark) {
        return new Rectangle2D.Double(
                chart.pixelX(mark.x()) - RADIUS, chart.pixelY(mark.y()) - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }

    /**
     * The first of the places beside the ring that lies in the plot and on no other name or ring; the first place of
     * all if none does.
     */
    private static Rectangle2D.Double free(
            HeatMapChart chart, Rectangle2D.Double ring, TextOutline name, List<Rectangle2D.Double> taken) {
        List<Rectangle2D.Double> places = rowEdges(chart, ring.getCenterY())
                .boxed()
                .flatMap(y -> Stream.of(
                        roomy(name.at(ring.getMaxX() + 2 * ROOM, y, 0)), roomy(name.at(ring.x - 2 * ROOM, y, 1))))
                .toList();
        return places.stream()
                .filter(chart.plot()::contains)
                .filter(place -> taken.stream().noneMatch(place::intersects))
                .findFirst()
                .orElse(places.get(0));
    }

    /** The edges of the row that a height lies in, the nearer one first. */
    private static DoubleStream rowEdges(HeatMapChart chart, double y) {
        Rectangle plot = chart.plot();
        double height = plot.getHeight() / chart.map().grid().rows();
        double upper = plot.y + height * Math.floor((y - plot.y) / height);
        double inside = SIZE * 0.73 / 2 + ROOM + 1;
        return DoubleStream.of(upper, upper + height)
                .map(edge -> Math.max(plot.y + inside, Math.min(plot.getMaxY() - inside, edge)))
                .boxed()
                .sorted((a, b) -> Double.compare(Math.abs(a - y), Math.abs(b - y)))
                .mapToDouble(edge -> edge);
    }

    private static Rectangle2D.Double roomy(Rectangle2D.Double text) {
        return new Rectangle2D.Double(text.x - ROOM, text.y - ROOM, text.width + 2 * ROOM, text.height + 2 * ROOM);
    }

    /** A value's box, moved up or down within its cell if a ring or a name lies on it. */
    Rectangle2D.Double clearOf(Rectangle2D.Double text, Rectangle cell) {
        double step = (cell.height - text.height) / 2 - ROOM;
        return DoubleStream.of(0, step, -step)
                .mapToObj(shift -> new Rectangle2D.Double(text.x, text.y + shift, text.width, text.height))
                .filter(box -> Stream.concat(rings.stream(), boxes.stream()).noneMatch(roomy(box)::intersects))
                .findFirst()
                .orElse(text);
    }

    void paint(Graphics2D graphics) {
        for (int i = 0; i < rings.size(); i++) {
            Rectangle2D.Double ring = rings.get(i);
            Ellipse2D circle = new Ellipse2D.Double(ring.x, ring.y, ring.width, ring.height);
            graphics.setColor(Color.WHITE);
            graphics.setStroke(HALO);
            graphics.draw(circle);
            graphics.setColor(Color.BLACK);
            graphics.setStroke(RING);
            graphics.draw(circle);
            paintName(graphics, names.get(i), boxes.get(i));
        }
        graphics.setStroke(HeatMapChart.THIN);
    }

    private static void paintName(Graphics2D graphics, TextOutline name, Rectangle2D.Double box) {
        graphics.setColor(PAPER);
        graphics.fill(box);
        graphics.setColor(Color.BLACK);
        name.draw(graphics, new Rectangle2D.Double(box.x + ROOM, box.y + ROOM, name.width(), box.height - 2 * ROOM));
    }
}
