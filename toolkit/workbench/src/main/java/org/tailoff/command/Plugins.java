package org.tailoff.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.tailoff.registry.InitialiserRegistry;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds the initialisers: on the class path, in the installation's plugin directory, and in the user's. */
public final class Plugins {
    private Plugins() {}

    public static InitialiserRegistry load(Path chosen, CommandLine commandLine) {
        if (chosen != null && !Files.isDirectory(chosen)) {
            throw new ParameterException(commandLine, "--plugins must be a directory, '" + chosen + "' is none");
        }
        return InitialiserRegistry.withPlugins(Stream.concat(installed().stream(), Optional.ofNullable(chosen).stream())
                .map(directory -> directory.toAbsolutePath().normalize())
                .distinct()
                .toArray(Path[]::new));
    }

    /** bin/tailoff says where the installation is; a run from an IDE has none. */
    private static Optional<Path> installed() {
        return Optional.ofNullable(System.getProperty("tailoff.home"))
                .map(home -> Path.of(home, "plugins"))
                .filter(Files::isDirectory);
    }
}
