package org.tailoff.reproductions.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tailoff.initialise.InitialiserRegistry;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds the initialisers: on the class path, and in the installation's or the user's plugin directory. */
final class Plugins {
    private Plugins() {}

    static InitialiserRegistry load(Path chosen, CommandLine commandLine) {
        if (chosen != null && !Files.isDirectory(chosen)) {
            throw new ParameterException(commandLine, "--plugins must be a directory, '" + chosen + "' is none");
        }
        return Optional.ofNullable(chosen)
                .or(Plugins::installed)
                .map(InitialiserRegistry::withPlugins)
                .orElseGet(InitialiserRegistry::ofClassPath);
    }

    /** bin/tailoff says where the installation is; a run from an IDE has none. */
    private static Optional<Path> installed() {
        return Optional.ofNullable(System.getProperty("tailoff.home"))
                .map(home -> Path.of(home, "plugins"))
                .filter(Files::isDirectory);
    }
}
