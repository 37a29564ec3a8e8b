package org.tailoff.reproductions.cli;

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
 * The file that a class was read from.
 *
 * @param name of the jar; {@code class path} for a directory of classes
 * @param version the jar's Implementation-Version; {@code -} if it says none
 * @param sha256 64 hexadecimal digits; {@code -} for a directory of classes
 */
record JarFacts(String name, String version, String sha256) {
    private static final String UNKNOWN = "-";
    private static final JarFacts CLASS_PATH = new JarFacts("class path", UNKNOWN, UNKNOWN);

    static JarFacts of(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(location -> {
                    try {
                        return Path.of(location.toURI());
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException("the place of " + type + ": " + location, e);
                    }
                })
                .filter(Files::isRegularFile)
                .map(JarFacts::read)
                .orElse(CLASS_PATH);
    }

    private static JarFacts read(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String version = Optional.ofNullable(file.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(attributes -> attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .orElse(UNKNOWN);
            return new JarFacts(
                    String.valueOf(jar.getFileName()), version, DigestUtils.sha256Hex(Files.readAllBytes(jar)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
