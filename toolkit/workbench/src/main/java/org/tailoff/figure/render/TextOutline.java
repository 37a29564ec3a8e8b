package org.tailoff.figure.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * Text as outlines, as XChart draws it, so that an SVG needs no font of the reader's.
 *
 * @param outline the letters, their left end and their baseline at 0
 * @param bounds the box of any text in this font that is as wide
 */
record TextOutline(Shape outline, Rectangle2D bounds) {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** Text of at least one character. */
    static TextOutline of(String text, int pixels) {
        TextLayout layout = new TextLayout(text, new Font(Font.SANS_SERIF, Font.PLAIN, pixels), EXACT);
        double capitals = 0.73 * pixels;
        return new TextOutline(
                layout.getOutline(null), new Rectangle2D.Double(0, -capitals, layout.getAdvance(), capitals));
    }

    double width() {
        return bounds.getWidth();
    }

    /** Draws it in the graphics' colour where its box is. */
    void draw(Graphics2D graphics, Rectangle2D.Double box) {
        graphics.fill(AffineTransform.getTranslateInstance(box.x, box.getMaxY()).createTransformedShape(outline));
    }

    /** Its box when the given share of its width lies left of x, and half of its height above y. */
    Rectangle2D.Double at(double x, double y, double share) {
        return new Rectangle2D.Double(
                x - share * bounds.getWidth(), y - bounds.getHeight() / 2, bounds.getWidth(), bounds.getHeight());
    }

    /** Draws it in black, reading upwards, its middle at a point. */
    void drawUpwards(Graphics2D graphics, double x, double y) {
        AffineTransform turned = AffineTransform.getTranslateInstance(x, y);
        turned.rotate(-Math.PI / 2);
        turned.translate(-bounds.getWidth() / 2, bounds.getHeight() / 2);
        graphics.setColor(Color.BLACK);
        graphics.fill(turned.createTransformedShape(outline));
    }
}
