package org.tailoff.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.random.NamedStreams;

/** A directory of jars that are broken in every way, and three sound ones among them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileJarsTest {
    /** The plugin interface before its first version, as it was compiled against. */
    private static final List<String> OLD_INTERFACE =
            List.of("package org.tailoff.initialise; public record LayerShape(int fanIn, int fanOut) {}", """
            package org.tailoff.initialise;
            public interface WeightInitialiser {
                String id();
                String description();
                String source();
                double[] weights(LayerShape layer, java.util.random.RandomGenerator random);
            }
            """);

    private static final String OLD = """
            public final class Old implements org.tailoff.initialise.WeightInitialiser {
                public String id() { return "old"; }
                public String description() { return "old"; }
                public String source() { return "a test"; }
                public double[] weights(
                        org.tailoff.initialise.LayerShape layer, java.util.random.RandomGenerator random) {
                    return new double[layer.fanIn() * layer.fanOut()];
                }
            }
            """;

    /** By jar: a part of the one line that has to be said of it. */
    private final Map<String, String> expected = new TreeMap<>();

    private InitialiserRegistry registry;

    @BeforeAll
    void fillTheDirectory(@TempDir Path plugins) throws IOException {
        for (String name : List.of("a", "m", "z")) {
            jar(plugins).initialiser("Sound" + name, "sound-" + name).write(name + ".jar");
        }
        damaged(plugins);
        badServices(plugins);
        badClasses(plugins);
        badVersions(plugins);
        badAnswers(plugins);
        doubles(plugins);
        registry = InitialiserRegistry.withPlugins(plugins);
    }

    @AfterAll
    void close() {
        registry.close();
    }

    private static PluginJar jar(Path plugins) {
        return PluginJar.in(plugins);
    }

    private String bad(String jar, String cause) {
        expected.put(jar, cause);
        return jar;
    }

    private void damaged(Path plugins) throws IOException {
        Files.createFile(plugins.resolve(bad("empty.jar", "not a plugin: zip file is empty")));
        Files.writeString(plugins.resolve(bad("text.jar", "zip END header not found")), "no jar ".repeat(99));
        byte[] random = new byte[5000];
        new NamedStreams(3).stream("bytes").nextBytes(random);
        Files.write(plugins.resolve(bad("random.jar", "zip END header not found")), random);
        byte[] whole = Files.readAllBytes(plugins.resolve("m.jar"));
        Files.write(
                plugins.resolve(bad("truncated.jar", "zip END header not found")),
                Arrays.copyOf(whole, whole.length / 2));
        Files.createDirectory(plugins.resolve(bad("directory.jar", "not a plugin: ")));
    }

    private void badServices(Path plugins) {
        String entry = "META-INF/services/org.tailoff.initialise.WeightInitialiser";
        jar(plugins).entry("README", "hello").write(bad("no-services.jar", "expected the entry " + entry));
        jar(plugins).entry(entry, "# nothing\n").write(bad("empty-services.jar", "names no class"));
        jar(plugins).entry(entry, "no class name\n").write(bad("syntax.jar", "Illegal configuration-file syntax"));
        jar(plugins).service("Nowhere").write(bad("missing-class.jar", "Provider Nowhere not found"));
        jar(plugins).type("Other", "public class Other {}").write(bad("no-initialiser.jar", "Other not a subtype"));
    }

    private void badClasses(Path plugins) {
        jar(plugins)
                .initialiser("Needy", "\"needy\"", "private final Gone gone = new Gone(); static class Gone {}")
                .write(bad("missing-helper.jar", "java.lang.NoClassDefFoundError: Needy$Gone"));
        jar(plugins)
                .initialiser("Thrower", "\"thrower\"", "public Thrower() { throw new IllegalStateException(\"no\"); }")
                .write(bad("constructor-exception.jar", "java.lang.IllegalStateException: no"));
        jar(plugins)
                .initialiser("Erring", "\"erring\"", "public Erring() { throw new Error(\"two\\nlines\"); }")
                .write(bad("constructor-error.jar", "java.lang.Error: two lines"));
        jar(plugins)
                .initialiser("Deep", "\"deep\"", "public Deep() { new Deep(); }")
                .write(bad("constructor-recursion.jar", "java.lang.StackOverflowError"));
        jar(plugins)
                .initialiser(
                        "Endless",
                        "\"endless\"",
                        "public Endless() { while (true) { java.util.concurrent.locks.LockSupport.parkNanos(1 << 30); } }")
                .write(bad("constructor-endless.jar", "of Endless did not return within 5 seconds; given up"));
        jar(plugins)
                .initialiser("Static", "\"static\"", "static int x = Integer.parseInt(\"no\");")
                .write(bad("static.jar", "java.lang.ExceptionInInitializerError"));
        jar(plugins)
                .initialiser("Hidden", "\"hidden\"", "private Hidden() {}")
                .write(bad("private-constructor.jar", "Unable to get public no-arg constructor"));
        jar(plugins)
                .entry("Broken.class", "no class file")
                .service("Broken")
                .write(bad("no-class-file.jar", "java.lang.ClassFormatError"));
    }

    private void badVersions(Path plugins) {
        jar(plugins)
                .initialiser("Later", "later")
                .fromTheFuture("Later")
                .write(bad("later-java.jar", "compiled by a more recent version of the Java Runtime"));
        jar(plugins)
                .compiledAgainst(OLD_INTERFACE, "Old", OLD)
                .write(bad(
                        "old-interface.jar",
                        "class Old has no method weights(Layer, RandomGenerator): built for another version"));
        jar(plugins)
                .manifest("Tailoff-SPI", "0")
                .initialiser("Zero", "zero")
                .write(bad("spi-0.jar", "expected Tailoff-SPI: 1 in its manifest, found '0'"));
        jar(plugins)
                .manifest("Tailoff-SPI", "2")
                .initialiser("Two", "two")
                .write(bad("spi-2.jar", "expected Tailoff-SPI: 1 in its manifest, found '2'"));
    }

    private void badAnswers(Path plugins) {
        jar(plugins).initialiser("Name", "My Name").write(bad("bad-id.jar", "lower-case words joined by hyphens"));
        jar(plugins).initialiser("Null", "null", "").write(bad("null-id.jar", "id() of Null must be"));
        jar(plugins)
                .initialiser(
                        "Parameterless",
                        "\"parameterless\"",
                        "public java.util.List<org.tailoff.initialise.Parameter> parameters() { return null; }")
                .write(bad("null-parameters.jar", "parameters() of Parameterless must not be null"));
        jar(plugins)
                .initialiser("Range", "\"range\"", """
                        public java.util.List<org.tailoff.initialise.Parameter> parameters() {
                            return java.util.List.of(
                                    new org.tailoff.initialise.Parameter.Real("size", 5, 0, 1, "too large"));
                        }
                        """)
                .write(bad("bad-default.jar", "size must be a number in 0..1, was '5.0'"));
        jar(plugins)
                .copy(ClassPathInitialiser.class)
                .write(bad("copy.jar", "is already on the class path; this copy of it is not used"));
    }

    private void doubles(Path plugins) {
        jar(plugins).initialiser("Mine", "twice").write("double-id-1.jar");
        jar(plugins)
                .initialiser("Yours", "twice")
                .write(bad("double-id-2.jar", "by Mine in double-id-1.jar and by Yours in double-id-2.jar"));
        jar(plugins).initialiser("Same", "same-1").write("same-class-1.jar");
        jar(plugins)
                .initialiser("Same", "same-2")
                .write(bad("same-class-2.jar", "'same-1' in same-class-1.jar and 'same-2' in same-class-2.jar"));
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(expected).hasSizeGreaterThan(25);
    }

    @Test
    void everySoundInitialiserIsFound() {
        assertThat(registry.initialisers())
                .extracting(RegisteredInitialiser::id)
                .containsExactly("class-path-example", "dl4j", "same-1", "same-2", "sound-a", "sound-m", "sound-z");
    }

    @Test
    void everyBrokenJarIsNamedOnceWithItsCauseInOneLine() {
        Map<String, List<String>> causes = registry.problems().stream()
                .collect(Collectors.groupingBy(
                        PluginProblem::place,
                        TreeMap::new,
                        Collectors.mapping(PluginProblem::cause, Collectors.toList())));

        assertThat(causes.keySet()).isEqualTo(expected.keySet());
        expected.forEach((jar, cause) -> assertThat(causes.get(jar))
                .as(jar)
                .singleElement()
                .satisfies(line -> assertThat(line).contains(cause).doesNotContain("\n")));
    }

    @Test
    void whoAsksForABrokenOneIsToldWhichJarsAreBroken() {
        assertThatThrownBy(() -> registry.find("zero"))
                .isInstanceOf(UnknownInitialiserException.class)
                .hasMessageContaining("No weight initialiser 'zero'. Known: ")
                .hasMessageContaining("Plugins with problems: bad-default.jar, ")
                .hasMessageContaining("spi-0.jar");
    }
}
