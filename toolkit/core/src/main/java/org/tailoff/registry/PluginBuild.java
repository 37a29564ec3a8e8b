package org.tailoff.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The code of an initialiser as it was found: two builds that may draw other numbers have other digests.
 *
 * <p>The digest is that of the jar. Of Tailoff's own initialisers, and of classes in a directory, it is that of the
 * code they need ({@link CodeFiles}): their jar changes with every version of Tailoff and every JDK that builds it,
 * though they draw what they drew.
 *
 * @param type name of the class
 * @param jar file name of the jar; {@code class path} for a directory of classes
 * @param version the jar's Implementation-Version; {@code -} if it says none
 * @param sha256 the jar's, 64 hexadecimal digits; {@code -} for a directory of classes
 * @param digest stands for the code, 64 hexadecimal digits
 */
public record PluginBuild(String type, String jar, String version, String sha256, String digest) {
    private static final String UNKNOWN = "-";
    private static final String OURS = "org.tailoff.";

    static PluginBuild of(Class<?> type) {
        Optional<Path> place = Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(location -> {
                    try {
                        return Path.of(location.toURI());
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException("the place of " + type + ": " + location, e);
                    }
                });
        try {
            return place.isPresent() && Files.isRegularFile(place.get())
                    ? ofJar(type, place.get())
                    : new PluginBuild(
                            type.getName(),
                            PluginOrigin.CLASS_PATH,
                            UNKNOWN,
                            UNKNOWN,
                            place.isPresent() ? digest(type, place.get()) : DigestUtils.sha256Hex(type.getName()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the code of " + type.getName(), e);
        }
    }

    static PluginBuild ofJar(Class<?> type, Path jar) throws IOException {
        String sha256 = DigestUtils.sha256Hex(Files.readAllBytes(jar));
        String name = type.getName();
        return new PluginBuild(
                name,
                String.valueOf(jar.getFileName()),
                version(jar),
                sha256,
                name.startsWith(OURS) ? digest(type, jar) : sha256);
    }

    private static String digest(Class<?> type, Path place) throws IOException {
        try (CodeFiles files = CodeFiles.in(place)) {
            return files.digest(type.getName());
        }
    }

    private static String version(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(attributes -> attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .orElse(UNKNOWN);
        }
    }
}
