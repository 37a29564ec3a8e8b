package org.tailoff.reproductions.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tailoff.reproductions.figure.Format;
import org.tailoff.reproductions.figure.Picture;
import org.tailoff.reproductions.figure.PictureData;
import org.tailoff.reproductions.figure.Style;

/** The files of a figure in an output directory: its drawings, and its numbers beside them. */
public final class FigureFiles {
    /** The folder of the claims' figures; every other one is named after a reproduction. */
    public static final String ARGUMENT = "argument";

    private static final String FOLDER = "figures/";

    private FigureFiles() {}

    /**
     * Draws a figure in the formats of a style, and writes its numbers. What was drawn in other formats before goes, so that all drawings of a
     * figure look alike.
     *
     * @param out the output directory
     * @param name folder and id of the figure, such as {@code overfitting/overfitting1}
     * @param picture the figure
     * @param style how to draw it
     * @throws IOException if a file cannot be written
     */
    public static void write(Path out, String name, Picture picture, Style style) throws IOException {
        for (Format format : Format.values()) {
            Path file = out.resolve(FOLDER + name + "." + format.extension());
            if (style.formats().contains(format)) {
                Pages.write(file, style.draw(picture, format));
            } else {
                Files.deleteIfExists(file);
            }
        }
        byte[] csv = PictureData.csv(picture).getBytes(StandardCharsets.UTF_8);
        Pages.write(out.resolve(FOLDER + name + ".csv"), csv);
    }

    /** A figure for the main page, with links to those of its files that are there. */
    static FigureView view(Path out, String folder, Plot plot) {
        String name = FOLDER + folder + "/" + plot.id();
        List<Link> files = new ArrayList<>(List.of(new Link("CSV", "../" + name + ".csv")));
        for (Format format : Format.values()) {
            String file = name + "." + format.extension();
            if (Files.exists(out.resolve(file))) {
                files.add(new Link(format.name(), "../" + file));
            }
        }
        return new FigureView(plot, name + ".svg", files);
    }
}
