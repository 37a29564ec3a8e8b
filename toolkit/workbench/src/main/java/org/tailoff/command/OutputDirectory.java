package org.tailoff.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.tailoff.store.AtomicFiles;
import org.tailoff.store.OutputMarker;

/** The directory under {@code --out}: created, or recognised as ours by its marker. */
final class OutputDirectory {
    private final Path root;

    private OutputDirectory(Path root) {
        this.root = root;
    }

    /**
     * Opens a directory to write into.
     *
     * @throws IllegalArgumentException if it is a file, cannot be written, or holds something that is not ours
     */
    static OutputDirectory open(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IllegalArgumentException("--out must be a directory, '" + path + "' is a file");
        }
        try {
            Files.createDirectories(path);
            if (!OutputMarker.isIn(path)) {
                requireEmpty(path);
                OutputMarker.writeTo(path);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("--out must be writable, '" + path + "' is not: " + e, e);
        }
        if (!Files.isWritable(path)) {
            throw new IllegalArgumentException("--out must be writable, '" + path + "' is not");
        }
        return new OutputDirectory(path);
    }

    /**
     * Opens a directory that was written before.
     *
     * @throws IllegalArgumentException if it is not there, or is not ours
     */
    static OutputDirectory existing(Path path) {
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException("DIR must be a directory that tailoff wrote, '" + path + "' is none");
        }
        if (!OutputMarker.isIn(path)) {
            throw new IllegalArgumentException(
                    "DIR must be a directory that tailoff wrote, '" + path + "' holds no " + OutputMarker.NAME);
        }
        return new OutputDirectory(path);
    }

    private static void requireEmpty(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            entries.findFirst().ifPresent(entry -> {
                throw new IllegalArgumentException("--out must be empty or written by tailoff, '" + path + "' holds '"
                        + entry.getFileName() + "' and no " + OutputMarker.NAME);
            });
        }
    }

    Path root() {
        return root;
    }

    /** Writes a file below this directory, all of it or nothing. */
    void write(String relative, byte[] bytes) throws IOException {
        Path file = root.resolve(relative);
        Files.createDirectories(file.getParent());
        AtomicFiles.write(file, bytes);
    }
}
