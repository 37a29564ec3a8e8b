package org.tailoff.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.tailoff.figure.Look;
import org.tailoff.figure.Picture;
import org.tailoff.figure.PictureData;
import org.tailoff.figure.Theme;
import org.tailoff.figure.render.FigureRenderer;
import org.tailoff.report.Pages;
import org.tailoff.store.JsonFiles;

/**
 * The figures that the documentation shows: those that its pages link to as {@code figures/FOLDER/FIGURE.png}, each
 * with its numbers beside it as {@code .csv}, and {@code figures/manifest.json} with the SHA-256 of both, by which a
 * test sees what has changed.
 */
public final class Documentation {
    /** How the folders of figures begin that {@code tailoff compare --docs} draws. */
    public static final String COMPARED = "compare-";

    private static final Pattern SHOWN = Pattern.compile("]\\((?:docs/)?figures/([\\w-]+/[\\w-]+)\\.png\\)");

    /** Wide enough for a page, half the bytes of the book's size. */
    private static final FigureRenderer RENDERER = new FigureRenderer(new Look(Theme.BOOK, 640));

    private final Path docs;

    /**
     * The documentation in a directory.
     *
     * @param docs holds the pages; {@code README.md} beside it is one of them
     * @throws IllegalArgumentException if it is no directory
     */
    public Documentation(Path docs) {
        if (!Files.isDirectory(docs)) {
            throw new IllegalArgumentException("the documentation must be a directory, was " + docs);
        }
        this.docs = docs;
    }

    /**
     * What the manifest says of one figure.
     *
     * @param title what stands above it
     * @param png SHA-256 of the picture's file
     * @param csv SHA-256 of the file with its numbers
     */
    public record Entry(String title, String png, String csv) {}

    /**
     * The figures the pages show.
     *
     * @return folder and id, such as {@code argument/tail_off}
     * @throws IOException if a page cannot be read
     */
    public SortedSet<String> shown() throws IOException {
        SortedSet<String> shown = new TreeSet<>();
        for (Path page : pages()) {
            SHOWN.matcher(Files.readString(page)).results().forEach(found -> shown.add(found.group(1)));
        }
        return shown;
    }

    private List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(docs)) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        Path readme = docs.toAbsolutePath().resolveSibling("README.md");
        if (Files.exists(readme)) {
            pages.add(readme);
        }
        return pages;
    }

    /**
     * Writes those pictures that the pages show, and puts the manifest up to date.
     *
     * @param pictures by folder and id; others are left out
     * @return how many were written
     * @throws IOException if a file cannot be written
     */
    public int write(Map<String, Picture> pictures) throws IOException {
        SortedSet<String> shown = shown();
        Map<String, Entry> manifest = new TreeMap<>(manifest());
        manifest.keySet().retainAll(shown);
        SortedSet<String> written = new TreeSet<>(shown);
        written.retainAll(pictures.keySet());
        for (String name : written) {
            manifest.put(name, write(name, pictures.get(name)));
        }
        write("manifest.json", JsonFiles.text(manifest).getBytes(StandardCharsets.UTF_8));
        return written.size();
    }

    /**
     * The manifest as it was last written.
     *
     * @return an entry per figure, by folder and id; empty if there is none yet
     * @throws IOException if it cannot be read
     */
    public Map<String, Entry> manifest() throws IOException {
        return JsonFiles.readMap(docs.resolve("figures/manifest.json"), Entry.class)
                .orElse(Map.of());
    }

    private Entry write(String name, Picture picture) throws IOException {
        byte[] png = RENDERER.png(picture);
        byte[] csv = PictureData.csv(picture).getBytes(StandardCharsets.UTF_8);
        write(name + ".png", png);
        write(name + ".csv", csv);
        return new Entry(picture.title(), DigestUtils.sha256Hex(png), DigestUtils.sha256Hex(csv));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Pages.write(docs.resolve("figures").resolve(name), bytes);
    }
}
