package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.data.Mnist;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.LocalExecutor;
import org.tailoff.run.RunEnvironment;
import org.tailoff.run.RunScheduler;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.Specs;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.store.RunStore;

/** What a user does with plugins, with the real command line and the real compiler. */
class PluginsTest {
    private static final String SERVICES = "META-INF/services/org.tailoff.initialise.WeightInitialiser";

    /** Its jar, or the directory of its classes where it has not been packed. */
    private static final String PLUGIN_INTERFACE = Path.of(URI.create(WeightInitialiser.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()))
            .toString();

    @TempDir
    private Path directory;

    private Path plugins;

    @BeforeEach
    void makePlugins() throws IOException {
        plugins = Files.createDirectory(directory.resolve("plugins"));
    }

    private ChildProcess.Ended tailoff(String... args) {
        return SameProcess.tailoff(directory, args);
    }

    /** Compiles against the plugin interface alone, as the documentation says. */
    private Path compiled(Path source) throws IOException {
        Path classes = Files.createTempDirectory(directory, "classes");
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-Xlint:all",
                        "-Werror",
                        "-cp",
                        PLUGIN_INTERFACE,
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(code).isZero();
        return classes;
    }

    static void pack(Path jar, List<Path> roots) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "7.5");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Path root : roots) {
                pack(root, out);
            }
        }
    }

    private static void pack(Path root, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(file));
            }
        }
    }

    /** The first block of a language in docs/writing-a-plugin.md that contains a text. */
    private static String block(String language, String part) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "writing-a-plugin.md"));
        String[] pieces = text.split("(?m)^```", -1); // every other one is inside of a block
        for (int piece = 1; piece < pieces.length; piece += 2) {
            if (pieces[piece].startsWith(language + "\n") && pieces[piece].contains(part)) {
                return pieces[piece].substring(language.length() + 1);
            }
        }
        throw new AssertionError("no block with " + part);
    }

    /** The plugin of the documentation, made with nothing but what is printed there. */
    private Path fromTheDocumentation() throws IOException {
        Path source = directory.resolve("Triangular.java");
        Files.writeString(source, block("java", "class Triangular"));
        Path classes = compiled(source);
        Path services = classes.resolve(SERVICES);
        Files.createDirectories(services.getParent());
        Files.writeString(services, block("", "Triangular"));
        Path jar = plugins.resolve("triangular.jar");
        pack(jar, List.of(classes));
        return jar;
    }

    @Nested
    class TheExampleOfTheDocumentation {
        @Test
        void isListedWithItsJarVersionAndDigest() throws Exception {
            Path jar = fromTheDocumentation();
            ChildProcess.Ended ended = tailoff("plugins", "list", "--plugins", "plugins");

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out().lines().filter(line -> line.startsWith("triangular ")))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("weights triangular with variance", "size=1 (", "a number in 0.001..1000")
                            .contains("triangular.jar", "7.5", DigestUtils.sha256Hex(Files.readAllBytes(jar))));
            assertThat(ended.out()).contains("\ngaussian ");
        }

        @Test
        void passesTheKit() throws Exception {
            ChildProcess.Ended ended =
                    tailoff("plugins", "check", fromTheDocumentation().toString());

            assertThat(ended.code()).as(ended.out()).isZero();
            assertThat(ended.out())
                    .contains("triangular (Triangular in triangular.jar)", "PASS  variance 784x100", "All is well.")
                    .doesNotContain("FAIL", "gaussian");
        }

        /** The RMS of 784 x 30 weights of standard deviation 0.5 / 28, within 5 / sqrt(2 x 23520) = 2.3 %. */
        @Test
        void isUsedByARunInSpiteOfABrokenJarBesideIt() throws Exception {
            fromTheDocumentation();
            Files.writeString(plugins.resolve("broken.jar"), "no jar");
            try (InitialiserRegistry registry = InitialiserRegistry.withPlugins(plugins)) {
                FinishedRun run = scheduler(registry)
                        .run(Map.of("mine", spec("triangular:size=0.5")))
                        .finished()
                        .get("mine");

                assertThat(run.epochs()).hasSize(2);
                assertThat(run.epochs().get(0).tensors().get(0).statistics().rms())
                        .isCloseTo(0.5 / 28, withinPercentage(2.3));
            }
        }

        /** The second build draws weights half as large, under the same id and from a jar of the same name. */
        @Test
        void isTrainedAnewWhenItIsBuiltAnew() throws Exception {
            fromTheDocumentation();
            FinishedRun first = trained();
            String source = block("java", "class Triangular").replace("double scale = ", "double scale = 0.5 * ");
            Path classes = compiled(Files.writeString(directory.resolve("Triangular.java"), source));
            Files.createDirectories(classes.resolve(SERVICES).getParent());
            Files.writeString(classes.resolve(SERVICES), "Triangular");
            Path jar = plugins.resolve("triangular.jar");
            pack(jar, List.of(classes));
            FinishedRun second = trained();

            assertThat(second.reused()).isFalse();
            assertThat(rms(second)).isCloseTo(rms(first) / 2, withinPercentage(1e-9));
            assertThat(second.stored().provenance().plugins()).singleElement().satisfies(plugin -> {
                assertThat(plugin.jar()).isEqualTo("triangular.jar");
                assertThat(plugin.version()).isEqualTo("7.5");
                assertThat(plugin.sha256()).isEqualTo(DigestUtils.sha256Hex(Files.readAllBytes(jar)));
            });
            assertThat(trained().stored().id()).isEqualTo(second.stored().id());
        }

        private FinishedRun trained() throws InterruptedException {
            try (InitialiserRegistry registry = InitialiserRegistry.withPlugins(plugins)) {
                return scheduler(registry)
                        .run(Map.of("mine", spec("triangular")))
                        .finished()
                        .get("mine");
            }
        }

        private static double rms(FinishedRun run) {
            return run.epochs().get(0).tensors().get(0).statistics().rms();
        }

        @Test
        void isComparedWithOneThatShips() throws Exception {
            fromTheDocumentation();
            Files.writeString(
                    directory.resolve("small.yaml"),
                    Specs.write(spec("zeros").withData(new DataSpec(200, List.of(DataSpec.DataSet.TEST)))));
            ChildProcess.Ended ended = tailoff(
                    "compare",
                    "-i",
                    "scaled-gaussian",
                    "-i",
                    "triangular",
                    "-i",
                    "triangular:0.5",
                    "--plugins",
                    "plugins",
                    "--spec",
                    "small.yaml",
                    "--seeds",
                    "2",
                    "--out",
                    "out");

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(directory.resolve("out/comparison.md"))
                    .content()
                    .contains("| triangular |", "| triangular:0.5 |");
            assertThat(Files.readAllLines(directory.resolve("out/per-seed.csv")))
                    .filteredOn(line -> line.startsWith("\"triangular\","))
                    .hasSize(2 * 2 * 2); // decay or not, two seeds, before and after the epoch
        }

        private RunScheduler scheduler(InitialiserRegistry registry) {
            RunEnvironment environment =
                    new RunEnvironment(Mnist.embedded(), registry, RunStore.at(directory.resolve("runs")));
            return new RunScheduler(environment, new LocalExecutor(environment, 1));
        }

        private static RunSpec spec(String initialiser) {
            return new RunSpec(
                    new DenseNetwork(
                            List.of(784, 30, 10),
                            Activation.SIGMOID,
                            Activation.SIGMOID,
                            Cost.CROSS_ENTROPY,
                            initialiser),
                    new TrainingSpec(0.5, 10, 1, new Regularisation.L2(0.1)),
                    new DataSpec(100, List.of()),
                    new SeedSpec.Streams(1),
                    ExecutionSpec.DEFAULT);
        }
    }

    @Nested
    class BrokenJars {
        @Test
        void areNamedAndHideNothing() throws Exception {
            byte[] whole = Files.readAllBytes(fromTheDocumentation());
            Files.write(plugins.resolve("cut.jar"), Arrays.copyOf(whole, whole.length / 2));
            ChildProcess.Ended ended = tailoff("plugins", "list", "--plugins", "plugins");

            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("\ntriangular ");
            assertThat(ended.err().lines().filter(line -> line.contains("cut.jar")))
                    .containsExactly("tailoff: Plugin problem: cut.jar: not a plugin: zip END header not found");
        }

        @Test
        void failTheCheck() throws Exception {
            Path cut = plugins.resolve("cut.jar");
            Files.writeString(cut, "no jar");
            ChildProcess.Ended ended = tailoff("plugins", "check", cut.toString());

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("cut.jar: not a plugin: ");
            assertThat(ended.out()).contains("1 fault.");
        }

        @Test
        void whatIsNoFileIsWrongUsage() throws Exception {
            ChildProcess.Ended ended = tailoff("plugins", "check", "nowhere.jar");

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.lines()).containsExactly("tailoff: JAR must be a file, 'nowhere.jar' is none");
        }

        /** Its standard deviation is 2 % more than it declares. */
        @Test
        void aDeviationThatIsTwoPercentOffFailsTheCheckWithTheRightLine() throws Exception {
            Path source = directory.resolve("Triangular.java");
            Files.writeString(
                    source, block("java", "class Triangular").replace("double scale = ", "double scale = 1.02 * "));
            Path classes = compiled(source);
            Files.createDirectories(classes.resolve(SERVICES).getParent());
            Files.writeString(classes.resolve(SERVICES), "Triangular");
            Path jar = plugins.resolve("off.jar");
            pack(jar, List.of(classes));
            ChildProcess.Ended ended = tailoff("plugins", "check", jar.toString());

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out())
                    .contains("FAIL  variance 784x100             expected 0.00127551, 99.99 % interval")
                    .contains("PASS  mean 784x100");
        }
    }

    @Nested
    class ANewProject {
        @Test
        void buildsPassesTheKitAndIsListed() throws Exception {
            ChildProcess.Ended made = tailoff("plugins", "new", "mine", "--id", "my-init");
            assertThat(made.code()).as(made.err()).isZero();
            assertThat(made.out()).contains("tailoff plugins check " + directory.resolve("mine/target/my-init.jar"));

            ChildProcess.Ended built = ChildProcess.end(
                    directory, new ProcessBuilder("mvn", "-q", "-B", "-ntp", "-f", "mine/pom.xml", "package"));
            assertThat(built.code()).as(built.out() + built.err()).isZero();
            Path jar = directory.resolve("mine/target/my-init.jar");

            ChildProcess.Ended checked = tailoff("plugins", "check", jar.toString());
            assertThat(checked.code()).as(checked.out()).isZero();
            assertThat(checked.out())
                    .contains("my-init (myinit.MyInitInitialiser in my-init.jar)", "PASS  distribution");
        }

        @Test
        void leavesNothingToFillIn() throws Exception {
            tailoff("plugins", "new", "mine", "--id", "x");
            try (Stream<Path> files = Files.walk(directory.resolve("mine"))) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(".jar"))
                        .toList()) {
                    assertThat(Files.readString(file)).doesNotContain("{{", "}}");
                }
            }
            assertThat(Files.readString(directory.resolve("mine/pom.xml")))
                    .contains("<Tailoff-SPI>1</Tailoff-SPI>")
                    .containsOnlyOnce("<dependency>")
                    .doesNotContain("exclusion", "systemPath", directory.toString());
        }

        @Test
        void needsAPlaceAndANameOfItsOwn() throws Exception {
            assertThat(tailoff("plugins", "new", "mine", "--id", "My").lines())
                    .containsExactly(
                            "tailoff: --id must be lower-case words joined by hyphens, such as my-init, was 'My'");
            assertThat(tailoff("plugins", "new", "mine", "--id", "gaussian").lines())
                    .containsExactly("tailoff: --id must be new, 'gaussian' is "
                            + "org.tailoff.plugins.initialisers.GaussianInitialiser in class path");
            assertThat(tailoff("plugins", "new", ".", "--id", "mine").lines())
                    .containsExactly("tailoff: DIR must not exist or be empty, '.' is neither");
        }
    }
}
