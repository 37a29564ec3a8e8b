package org.tailoff.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The file that says of a directory that Tailoff wrote it, and may replace what it wrote there. */
public final class OutputMarker {
    /** Its name. */
    public static final String NAME = ".tailoff";

    private OutputMarker() {}

    /**
     * Whether a directory is marked.
     *
     * @param out the directory
     * @return whether the file is in it
     */
    public static boolean isIn(Path out) {
        return Files.exists(out.resolve(NAME));
    }

    /**
     * Marks a directory.
     *
     * @param out the directory
     * @throws IOException if it cannot be written
     */
    public static void writeTo(Path out) throws IOException {
        AtomicFiles.writeText(out.resolve(NAME), "Written by tailoff; it may replace what is in here.\n");
    }

    /**
     * Marks a directory into which a program's first run goes, unless it holds something else: then it is the
     * program's, and Tailoff adds to it and replaces nothing.
     *
     * @param out the directory; made if it is not there
     * @throws RunStoreException if it cannot be written
     */
    public static void claim(Path out) {
        try {
            Files.createDirectories(out);
            if (!isIn(out) && (isEmpty(out) || Files.isDirectory(out.resolve("runs")))) {
                writeTo(out);
            }
        } catch (IOException e) {
            throw new RunStoreException("Writing into " + out + " failed", e);
        }
    }

    private static boolean isEmpty(Path out) throws IOException {
        try (Stream<Path> entries = Files.list(out)) {
            return entries.findFirst().isEmpty();
        }
    }
}
