package org.tailoff.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.tailoff.initialise.WeightInitialiser;

/** Compiles initialisers into a plugin jar, so that a test sees what a user's jar would do. */
final class PluginJar {
    private static final String SERVICES = "META-INF/services/org.tailoff.initialise.WeightInitialiser";

    private static final String DESCRIPTION = " public String description() { return \"zeros\"; }";

    /** By source; the compiler is slow. */
    private static final Map<String, byte[]> COMPILED = new HashMap<>();

    private final Path directory;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final List<String> services = new ArrayList<>();

    private PluginJar(Path directory) {
        this.directory = directory;
    }

    static PluginJar in(Path directory) {
        return new PluginJar(directory);
    }

    /** Adds a service that need not exist. */
    PluginJar service(String name) {
        services.add(name);
        return this;
    }

    /** Adds a class {@code name} with an id and, in its body, whatever else. */
    PluginJar initialiser(String name, String id, String body) {
        return type(name, """
                public final class %s implements org.tailoff.initialise.WeightInitialiser {
                    public String id() { return %s; }
                    %s
                    public String source() { return "a test"; }
                    public double[] weights(
                            org.tailoff.initialise.Layer layer, java.util.random.RandomGenerator random) {
                        return new double[layer.weightCount()];
                    }
                }
                """.formatted(name, id, body.contains("description()") ? body : body + DESCRIPTION));
    }

    PluginJar initialiser(String name, String id) {
        return initialiser(name, '"' + id + '"', "");
    }

    /** Adds any class in the unnamed package, as a service. */
    PluginJar type(String name, String source) {
        entries.put(
                name + ".class",
                COMPILED.computeIfAbsent(source, text -> compile(name, text)).clone());
        return service(name);
    }

    /** Adds an entry to the manifest. */
    PluginJar manifest(String name, String value) {
        String text = "Manifest-Version: 1.0\r\n" + name + ": " + value + "\r\n";
        entries.put("META-INF/MANIFEST.MF", text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds an entry with any content. */
    PluginJar entry(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Copies a class of the tests' own class path, as a service. */
    PluginJar copy(Class<?> type) {
        String entry = type.getName().replace('.', '/') + ".class";
        try (var in = type.getClassLoader().getResourceAsStream(entry)) {
            entries.put(entry, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return service(type.getName());
    }

    /** Pretends that the class {@code name} was compiled for Java 55. */
    PluginJar fromTheFuture(String name) {
        entries.get(name + ".class")[7] = 99;
        return this;
    }

    Path write(String fileName) {
        if (!services.isEmpty()) {
            entries.put(SERVICES, String.join("\n", services).getBytes(StandardCharsets.UTF_8));
        }
        Path jar = directory.resolve(fileName);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    /** Adds a class compiled against an interface that is not the one the tests run with, as a service. */
    PluginJar compiledAgainst(List<String> sources, String name, String source) {
        List<Source> all = new ArrayList<>(List.of(new Source(name, source)));
        sources.forEach(
                text -> all.add(new Source(text.replaceAll("(?s).*public (record|interface) (\\w+).*", "$2"), text)));
        entries.put(name + ".class", compile(name, all, ""));
        return service(name);
    }

    private static byte[] compile(String name, String source) {
        try {
            URI spi = WeightInitialiser.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return compile(name, List.of(new Source(name, source)), Path.of(spi).toString());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] compile(String name, List<Source> sources, String classPath) {
        try {
            Path classes = Files.createTempDirectory("plugin");
            List<String> options = List.of("-d", classes.toString(), "-cp", classPath, "-proc:none");
            boolean compiled = ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, null, options, null, sources)
                    .call();
            if (!compiled) {
                throw new AssertionError("does not compile: " + sources);
            }
            byte[] bytes = Files.readAllBytes(classes.resolve(name + ".class"));
            delete(classes);
            return bytes;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
