package org.tailoff.figure.render;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.tailoff.figure.Format;
import org.tailoff.figure.Look;
import org.tailoff.figure.Picture;

/**
 * How pictures are drawn, and as what.
 *
 * @param look how they look
 * @param formats what they are written as; always SVG, which the pages show
 */
public record Style(Look look, Set<Format> formats) {
    /** As in the book, in pixels and as a drawing. */
    public static final Style BOOK = new Style(Look.BOOK, Set.of(Format.PNG, Format.SVG));

    /** Copies the formats and adds SVG. */
    public Style {
        Set<Format> all = EnumSet.of(Format.SVG);
        all.addAll(formats);
        formats = Collections.unmodifiableSet(all);
    }

    /**
     * Draws a picture.
     *
     * @param picture what to draw
     * @param format as what
     * @return the bytes of the file
     */
    public byte[] draw(Picture picture, Format format) {
        FigureRenderer renderer = new FigureRenderer(look);
        return switch (format) {
            case PNG -> renderer.png(picture);
            case SVG -> renderer.svg(picture);
            case PDF -> renderer.pdf(picture);
        };
    }
}
