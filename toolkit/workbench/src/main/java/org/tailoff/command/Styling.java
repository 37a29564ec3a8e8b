package org.tailoff.command;

import java.util.EnumSet;
import java.util.List;
import org.tailoff.figure.Format;
import org.tailoff.figure.Look;
import org.tailoff.figure.Theme;
import org.tailoff.figure.render.Style;
import picocli.CommandLine.Option;

/** The options that say how figures are drawn. */
final class Styling {
    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "book",
            description = "book (framed, thick lines) or plain (no frame, pale grid, thin lines); default: book.")
    private Theme theme;

    @Option(
            names = "--width",
            paramLabel = "PX",
            defaultValue = "815",
            description = "Width of the figures, " + Look.NARROWEST + " to " + Look.WIDEST
                    + ": pixels, in a PDF points; default: that of the book's, ${DEFAULT-VALUE}.")
    private int width;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            defaultValue = "png,svg",
            description = "Some of png, svg and pdf; svg is always drawn, for the report; default: ${DEFAULT-VALUE}.")
    private List<Format> formats;

    /**
     * How to draw.
     *
     * @throws IllegalArgumentException if the width is out of range
     */
    Style style() {
        return new Style(new Look(theme, width), EnumSet.copyOf(formats));
    }
}
