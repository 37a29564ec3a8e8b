package org.tailoff.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tailoff.initialise.WeightInitialiser;

/** The files of a plugin project, with the names of one initialiser filled in. */
final class PluginTemplate {
    private static final String RESOURCES = "template/";

    private final String id;
    private final String packageName;
    private final String className;
    private final PluginInterface spi = PluginInterface.here();

    PluginTemplate(String id) {
        this.id = id;
        packageName = id.replace("-", "");
        className = Arrays.stream(id.split("-", -1))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Initialiser";
    }

    /** The jar that building makes. */
    Path jarIn(Path directory) {
        return directory.resolve("target").resolve(id + ".jar");
    }

    /** Where to drop it; a run from an IDE has no installation. */
    static String plugins() {
        String home = System.getProperty("tailoff.home");
        return home == null ? "PLUGINS" : Path.of(home, "plugins").toString();
    }

    void writeTo(Path directory) throws IOException {
        Path main = directory.resolve("src").resolve("main");
        Path services = main.resolve("resources").resolve("META-INF").resolve("services");
        write(directory.resolve("pom.xml"), filled("pom.xml.txt"));
        write(directory.resolve("README.md"), filled("README.md.txt"));
        write(main.resolve("java").resolve(packageName).resolve(className + ".java"), filled("Initialiser.java.txt"));
        write(services.resolve(WeightInitialiser.class.getName()), packageName + "." + className + "\n");
        write(spi.file(directory, "pom"), filled("spi.pom.xml.txt"));
        spi.copyTo(directory);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String filled(String resource) throws IOException {
        String text = read(resource);
        Map<String, String> values = Map.of(
                "id",
                id,
                "package",
                packageName,
                "class",
                className,
                "spi",
                Integer.toString(WeightInitialiser.SPI_VERSION),
                "version",
                spi.version(),
                "plugins",
                plugins());
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return text;
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = PluginTemplate.class.getResourceAsStream(RESOURCES + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
