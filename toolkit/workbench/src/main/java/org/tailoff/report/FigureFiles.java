package org.tailoff.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tailoff.figure.Format;
import org.tailoff.figure.Picture;
import org.tailoff.figure.PictureData;
import org.tailoff.figure.render.Style;
import org.tailoff.report.plot.Plot;

/** The files of a figure in an output directory: its drawings, and its numbers beside them. */
public final class FigureFiles {
    /** The folder of the claims' figures; every other one is named after a reproduction. */
    public static final String ARGUMENT = "argument";

    private static final String FOLDER = "figures/";

    private FigureFiles() {}

    /**
     * Draws figures in the formats of a style, as many at a time as there are cores, and writes their numbers. What was
     * drawn of them in other formats before goes, so that all drawings of a figure look alike.
     *
     * @param out the output directory
     * @param pictures the figures by folder and id, such as {@code overfitting/overfitting1}
     * @param style how to draw them
     */
    public static void write(Path out, Map<String, Picture> pictures, Style style) {
        pictures.entrySet().parallelStream().forEach(each -> write(out.resolve(FOLDER), each, style));
    }

    private static void write(Path figures, Map.Entry<String, Picture> named, Style style) {
        Picture picture = named.getValue();
        try {
            for (Format format : Format.values()) {
                Path file = figures.resolve(named.getKey() + "." + format.extension());
                if (style.formats().contains(format)) {
                    Pages.write(file, style.draw(picture, format));
                } else {
                    Files.deleteIfExists(file);
                }
            }
            Pages.write(
                    figures.resolve(named.getKey() + ".csv"),
                    PictureData.csv(picture).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("drawing " + named.getKey(), e);
        }
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
