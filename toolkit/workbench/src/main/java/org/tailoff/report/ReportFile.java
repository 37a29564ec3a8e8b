package org.tailoff.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tailoff.store.JsonFiles;

/**
 * A file of an output directory in which a command keeps, for the report, what it did there last.
 *
 * @param name its name
 * @param type what it holds
 */
public record ReportFile<T>(String name, Class<T> type) {
    /**
     * Whether the command was there.
     *
     * @param out the output directory
     * @return false where the file is missing
     */
    public boolean isIn(Path out) {
        return Files.exists(out.resolve(name));
    }

    /**
     * Keeps what was done.
     *
     * @param out the output directory
     * @param done what was done
     * @throws IOException if it cannot be written
     */
    public void write(Path out, T done) throws IOException {
        JsonFiles.write(out.resolve(name), done);
    }

    /**
     * What was done last.
     *
     * @param out the output directory
     * @return empty if nothing was
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if the file holds something else; the message names it
     */
    public Optional<T> read(Path out) throws IOException {
        return JsonFiles.read(out.resolve(name), type);
    }
}
