package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of an installation, in one whose path has blanks; its libraries are those of the tests. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private static final Path SCRIPTS = Path.of("src", "main", "bin");

    @TempDir
    private static Path directory;

    private static Path home;
    private static Path shared;

    @BeforeAll
    static void install() throws IOException {
        home = Files.createDirectories(directory.resolve("an installation"));
        shared = home.resolve("lib/tailoff.jsa");
        Files.createDirectories(shared.getParent());
        Path bin = Files.createDirectory(home.resolve("bin"));
        for (String script : List.of("tailoff", "share-classes", "jvm.options", "jvm-24.options")) {
            Files.copy(SCRIPTS.resolve(script), bin.resolve(script));
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isRegularFile(path)) {
                Files.createSymbolicLink(shared.resolveSibling(path.getFileName()), path);
            } else if (path.endsWith("classes")) {
                Path jar = Files.createTempFile(shared.getParent(), "tailoff", ".jar");
                PluginsTest.pack(jar, List.of(path));
            }
        }
    }

    /** JUnit would name each. */
    @AfterAll
    static void removeLinks() throws IOException {
        try (Stream<Path> files = Files.list(shared.getParent())) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private static ChildProcess.Ended run(Map<String, String> environment, String script, String... args)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin").resolve(script).toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("TAILOFF_OPTS");
        builder.environment().putAll(environment);
        return ChildProcess.end(directory, builder);
    }

    private static void startsInSilence(Map<String, String> environment) throws Exception {
        ChildProcess.Ended ended = run(environment, "tailoff", "--version");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isEqualTo("tailoff 7.5\n"); // what PluginsTest writes into each manifest
        assertThat(ended.code()).isZero();
    }

    /** {@code -Xshare:on} ends the JVM where the shared classes cannot be used. */
    @Test
    void classesSharedByTwoAtATimeAreWholeAndUsedAndNothingElseIsLeft() throws Exception {
        List<String> before = libraries();
        ExecutorService both = Executors.newFixedThreadPool(2);
        Callable<ChildProcess.Ended> share = () -> run(Map.of(), "share-classes");
        for (Future<ChildProcess.Ended> ended : both.invokeAll(List.of(share, share))) {
            assertThat(ended.get()).isEqualTo(new ChildProcess.Ended(0, "", ""));
        }
        both.shutdown();
        assertThat(libraries()).hasSize(before.size() + 1).containsAll(before).contains("tailoff.jsa");
        startsInSilence(Map.of("TAILOFF_OPTS", "-Xshare:on"));
        Files.delete(shared);
    }

    @Test
    void withoutSharedClassesItStartsInSilence() throws Exception {
        startsInSilence(Map.of());
    }

    /** Such as those of another JVM, or of an installation that has moved. */
    @Test
    void sharedClassesThatDoNotFitAreLeftAloneInSilence() throws Exception {
        Files.writeString(shared, "made for something else");
        startsInSilence(Map.of());
        assertThat(shared).content().isEqualTo("made for something else");
        Files.delete(shared);
    }

    @Test
    void whereNothingCanBeWrittenThatIsSaidInOneLine() throws Exception {
        Path empty = Files.createDirectories(directory.resolve("empty/bin"));
        Files.copy(SCRIPTS.resolve("share-classes"), empty.resolve("share-classes"));
        Path lib = Files.createSymbolicLink(
                empty.resolveSibling("lib"), Path.of("/proc")); // where even root writes nothing
        ChildProcess.Ended ended = ChildProcess.end(
                directory, new ProcessBuilder(empty.resolve("share-classes").toString()));
        Files.delete(lib);
        assertThat(ended.lines())
                .containsExactly("share-classes: lib must be writable, '"
                        + directory.toRealPath().resolve("empty/lib") + "' is not; tailoff works without");
        assertThat(ended.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugins list", "reproduce no-such-id", "train no-such-file"})
    void commandsThatTrainNothingLoadNoNativeLibrary(String command) throws Exception {
        ChildProcess.Ended ended = run(Map.of("TAILOFF_OPTS", "-verbose:class"), "tailoff", command.split(" ", -1));
        assertThat(ended.out())
                .contains(" org.tailoff.reproductions.app.Tailoff ")
                .doesNotContain(" org.bytedeco.", " org.nd4j.", " org.duckdb.");
    }

    @Test
    void optionsOfTheUsersOwnComeAfterOurs() throws Exception {
        ChildProcess.Ended ended =
                run(Map.of("TAILOFF_OPTS", "-Xmx64m -XX:+PrintCommandLineFlags"), "tailoff", "--version");
        assertThat(ended.out()).contains("-XX:MaxHeapSize=67108864 ", " -XX:+UseParallelGC");
    }

    private static List<String> libraries() throws IOException {
        try (Stream<Path> files = Files.list(shared.getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
