package org.tailoff.figure.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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

    /**
     * Draws a picture into files.
     *
     * @param picture what to draw
     * @param directory where to; made if there is none
     * @return the files, one per format, named after the picture
     * @throws IOException if one cannot be written
     */
    public List<Path> write(Picture picture, Path directory) throws IOException {
        Files.createDirectories(directory);
        List<Path> files = new ArrayList<>();
        for (Format format : formats) {
            Path file = directory.resolve(picture.id() + "." + format.name().toLowerCase(Locale.ROOT));
            files.add(Files.write(file, draw(picture, format)));
        }
        return files;
    }
}
