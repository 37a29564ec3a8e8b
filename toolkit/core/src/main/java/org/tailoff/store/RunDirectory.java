package org.tailoff.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * The files of one run's directory.
 *
 * @param path the directory
 */
record RunDirectory(Path path) {
    static final String SPEC = "spec.yaml";
    static final String EPOCHS = "epochs.parquet";
    static final String ITERATIONS = "iterations.parquet";
    static final String PROVENANCE = "provenance.json";
    static final String MANIFEST = "manifest.json";
    static final String NETWORK = "network.zip";
    static final String PARAMETERS = "parameters.npz";
    static final List<String> FINISHED = List.of(SPEC, EPOCHS, ITERATIONS, PROVENANCE);
    /** Those of a run that has kept its network. */
    static final List<String> FINISHED_WITH_NETWORK =
            List.of(SPEC, EPOCHS, ITERATIONS, PROVENANCE, NETWORK, PARAMETERS);

    Path file(String name) {
        return path.resolve(name);
    }

    Path database() {
        return file("run.duckdb");
    }

    Path databaseLog() {
        return file("run.duckdb.wal");
    }

    /** Where DuckDB puts what does not fit into its memory limit. */
    Path databaseOverflow() {
        return file("run.duckdb.tmp");
    }

    Path checkpointDirectory() {
        return file("checkpoint");
    }

    Path checkpoint() {
        return checkpointDirectory().resolve("checkpoint.json");
    }

    Path lock() {
        return file("run.lock");
    }

    boolean isFinished() {
        return Files.exists(file(MANIFEST));
    }

    /** Deletes what only a run in progress has. */
    void deleteProgress() throws IOException {
        Files.deleteIfExists(database());
        Files.deleteIfExists(databaseLog());
        deleteTree(databaseOverflow());
        deleteTree(checkpointDirectory());
        AtomicFiles.deleteTemporaries(path);
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
