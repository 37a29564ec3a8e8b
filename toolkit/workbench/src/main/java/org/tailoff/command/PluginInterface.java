package org.tailoff.command;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.tailoff.initialise.WeightInitialiser;

/**
 * The plugin interface as a plugin's project takes it along, in a Maven repository of its own: the project then builds
 * wherever it is copied to, and nothing needs to be installed before.
 *
 * @param place its jar, or a directory of classes
 * @param version as in the jar's manifest; {@code 0} for a directory of classes
 */
record PluginInterface(Path place, String version) {
    private static final String ARTIFACT = "tailoff-spi";

    /** The one that Tailoff itself uses. */
    static PluginInterface here() {
        try {
            return new PluginInterface(
                    Path.of(WeightInitialiser.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    Optional.ofNullable(WeightInitialiser.class.getPackage().getImplementationVersion())
                            .orElse("0"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + ARTIFACT, e);
        }
    }

    /** Where a file of it lies in a project. */
    Path file(Path project, String extension) {
        return project.resolve("repository")
                .resolve("org")
                .resolve("tailoff")
                .resolve(ARTIFACT)
                .resolve(version)
                .resolve(ARTIFACT + "-" + version + "." + extension);
    }

    void copyTo(Path project) throws IOException {
        Path jar = file(project, "jar");
        if (Files.isRegularFile(place)) {
            Files.copy(place, jar);
            return;
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                packed.putNextEntry(
                        new JarEntry(place.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, packed);
            }
        }
    }
}
