package org.tailoff.reproductions.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;

/** A spec that the user wrote. */
final class SpecFile {
    private SpecFile() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if there is no such file or it is no spec; one line that begins with its name
     */
    static RunSpec read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            String found = Files.isDirectory(file) ? "a directory" : "not there";
            throw new IllegalArgumentException("the spec must be a file in YAML, '" + file + "' is " + found);
        }
        try {
            return Specs.read(Files.readString(file), file.toString());
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException("the spec must be text in UTF-8, '" + file + "' is not", e);
        }
    }
}
