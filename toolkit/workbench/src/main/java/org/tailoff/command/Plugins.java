package org.tailoff.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.tailoff.registry.InitialiserRegistry;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Finds the initialisers: on the class path, in the installation's plugin directory, and in the user's, an option. */
public final class Plugins {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Directory with plugin jars, besides plugins/ of the installation.")
    private Optional<Path> chosen = Optional.empty();

    /** Those of the class path and of the installation. */
    public static InitialiserRegistry installed() {
        return in(Optional.empty());
    }

    /** The same with those in a directory of the user's, if there is one. */
    InitialiserRegistry load(CommandLine commandLine) {
        chosen.filter(directory -> !Files.isDirectory(directory)).ifPresent(other -> {
            throw new ParameterException(commandLine, "--plugins must be a directory, '" + other + "' is none");
        });
        return in(chosen);
    }

    private static InitialiserRegistry in(Optional<Path> chosen) {
        return InitialiserRegistry.withPlugins(Stream.concat(installation().stream(), chosen.stream())
                .map(directory -> directory.toAbsolutePath().normalize())
                .distinct()
                .toArray(Path[]::new));
    }

    /** bin/tailoff says where the installation is; a run from an IDE has none. */
    private static Optional<Path> installation() {
        return Optional.ofNullable(System.getProperty("tailoff.home"))
                .map(home -> Path.of(home, "plugins"))
                .filter(Files::isDirectory);
    }
}
