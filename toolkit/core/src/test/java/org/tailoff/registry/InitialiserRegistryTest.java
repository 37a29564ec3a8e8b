package org.tailoff.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerShape;

class InitialiserRegistryTest {
    @TempDir
    Path plugins;

    private void withRegistry(Consumer<InitialiserRegistry> test) {
        try (InitialiserRegistry registry = InitialiserRegistry.withPlugins(plugins)) {
            test.accept(registry);
        }
    }

    @Nested
    class Finding {
        @Test
        void initialisersOnTheClassPathAreFound() {
            try (InitialiserRegistry registry = InitialiserRegistry.ofClassPath()) {
                assertThat(registry.find("class-path-example")).satisfies(found -> {
                    assertThat(found.initialiser()).isInstanceOf(ClassPathInitialiser.class);
                    assertThat(found.type()).isEqualTo("org.tailoff.registry.ClassPathInitialiser");
                    assertThat(found.place()).isEqualTo("class path");
                });
            }
        }

        @Test
        void initialisersInAJarAreFoundWithClassAndJar() {
            PluginJar.in(plugins).initialiser("Zeros", "zeros").write("zeros-1.0.jar");

            withRegistry(registry -> {
                RegisteredInitialiser zeros = registry.find("zeros");
                assertThat(zeros.type()).isEqualTo("Zeros");
                assertThat(zeros.place()).isEqualTo("zeros-1.0.jar");
                assertThat(zeros.initialiser().weights(new Layer(new LayerShape(2, 3), List.of()), null))
                        .hasSize(6);
                assertThat(registry.problems()).isEmpty();
            });
        }

        @Test
        void theyAreListedInTheOrderOfTheirIds() {
            PluginJar.in(plugins)
                    .initialiser("B", "b")
                    .initialiser("D", "d")
                    .initialiser("A", "a")
                    .write("several.jar");

            withRegistry(registry -> assertThat(registry.initialisers())
                    .extracting(RegisteredInitialiser::id)
                    .containsExactly("a", "b", "class-path-example", "d", "dl4j"));
        }

        @Test
        void classesOfTheSameNameInTwoJarsAreTwoInitialisers() {
            PluginJar.in(plugins).initialiser("Mine", "first").write("a.jar");
            PluginJar.in(plugins).initialiser("Mine", "second").write("b.jar");

            withRegistry(registry -> {
                assertThat(registry.find("first").place()).isEqualTo("a.jar");
                assertThat(registry.find("second").place()).isEqualTo("b.jar");
                assertThat(registry.problems())
                        .containsExactly(new PluginProblem(
                                "b.jar",
                                "class Mine is in more than one jar: 'first' in a.jar and 'second' in b.jar. "
                                        + "All are used."));
            });
        }

        @Test
        void otherFilesAreNotLookedAt() throws IOException {
            Files.writeString(plugins.resolve("README.txt"), "drop jars here");

            withRegistry(registry -> assertThat(registry.problems()).isEmpty());
        }

        @Test
        void aMissingDirectoryIsAProblemAndNoMore() {
            Path nowhere = plugins.resolve("nowhere");
            try (InitialiserRegistry registry = InitialiserRegistry.withPlugins(nowhere)) {
                assertThat(registry.problems())
                        .extracting(PluginProblem::toString)
                        .containsExactly(nowhere + ": expected a readable directory of plugin jars, found "
                                + "java.nio.file.NoSuchFileException: " + nowhere);
                assertThat(registry.initialisers()).hasSize(2);
            }
        }

        @Test
        void closingTheRegistryClosesTheJars() {
            PluginJar.in(plugins).initialiser("Zeros", "zeros").write("zeros.jar");
            InitialiserRegistry registry = InitialiserRegistry.withPlugins(plugins);
            ClassLoader loader = registry.find("zeros").initialiser().getClass().getClassLoader();

            assertThat(loader.getResource("Zeros.class")).isNotNull();
            registry.close();
            assertThat(loader.getResource("Zeros.class")).isNull();
        }
    }

    @Nested
    class UnknownIds {
        @BeforeEach
        void twoInitialisers() {
            PluginJar.in(plugins)
                    .initialiser("Gaussian", "gaussian")
                    .initialiser("Scaled", "scaled-gaussian")
                    .write("initialisers.jar");
        }

        @Test
        void theKnownOnesAreNamedAndTheNearestIsSuggested() {
            assertUnknown(
                    "gausian",
                    "No weight initialiser 'gausian'. Known: class-path-example, dl4j, gaussian, scaled-gaussian. "
                            + "Did you mean 'gaussian'?");
        }

        @Test
        void nothingIsSuggestedIfNothingIsNear() {
            assertUnknown(
                    "xavier",
                    "No weight initialiser 'xavier'. Known: class-path-example, dl4j, gaussian, scaled-gaussian.");
        }

        private void assertUnknown(String id, String message) {
            withRegistry(registry -> assertThatThrownBy(() -> registry.find(id))
                    .isInstanceOf(UnknownInitialiserException.class)
                    .hasMessage(message));
        }
    }

    @Nested
    class Duplicates {
        @Test
        void duplicateIdsAreRejectedNamingBothJars() {
            PluginJar.in(plugins).initialiser("Mine", "twice").write("a.jar");
            PluginJar.in(plugins)
                    .initialiser("Yours", "twice")
                    .initialiser("Fine", "fine")
                    .write("b.jar");
            String message =
                    "Weight initialiser 'twice' is offered more than once: by Mine in a.jar and by Yours in b.jar. "
                            + "Remove all but one.";

            withRegistry(registry -> {
                assertThat(registry.problems()).containsExactly(new PluginProblem("b.jar", message));
                assertThatThrownBy(() -> registry.find("twice"))
                        .isInstanceOf(UnknownInitialiserException.class)
                        .hasMessage(message);
                assertThat(registry.initialisers())
                        .extracting(RegisteredInitialiser::id)
                        .containsExactly("class-path-example", "dl4j", "fine");
            });
        }

        @Test
        void aCopyOfAClassOnTheClassPathIsNotUsed() {
            PluginJar.in(plugins).copy(ClassPathInitialiser.class).write("copy.jar");

            withRegistry(registry -> {
                assertThat(registry.problems())
                        .containsExactly(new PluginProblem(
                                "copy.jar",
                                "class org.tailoff.registry.ClassPathInitialiser is already on the class path; "
                                        + "this copy of it is not used"));
                assertThat(registry.find("class-path-example").place()).isEqualTo("class path");
            });
        }
    }

    @Nested
    class BrokenJars {
        @BeforeEach
        void aSoundJarBetweenBrokenOnes() {
            PluginJar.in(plugins).initialiser("Sound", "sound").write("m.jar");
        }

        @Test
        void anEmptyFileIsReported() throws IOException {
            Files.createFile(plugins.resolve("a.jar"));

            assertProblem("a.jar", "not a plugin: zip file is empty");
        }

        @Test
        void aFileThatIsNoJarIsReported() throws IOException {
            Files.writeString(plugins.resolve("z.jar"), "no jar ".repeat(100));

            assertProblem("z.jar", "not a plugin: zip END header not found");
        }

        @Test
        void aTruncatedJarIsReported() throws IOException {
            Path jar = PluginJar.in(plugins).initialiser("Cut", "cut").write("a.jar");
            Files.write(jar, Arrays.copyOf(Files.readAllBytes(jar), (int) Files.size(jar) - 30));

            assertProblem("a.jar", "not a plugin: zip END header not found");
        }

        @Test
        void aJarWithoutTheServicesEntryIsReported() {
            PluginJar.in(plugins).write("a.jar");

            assertProblem(
                    "a.jar",
                    "not a plugin: expected the entry META-INF/services/org.tailoff.initialise.WeightInitialiser, "
                            + "found none");
        }

        @Test
        void aServiceThatDoesNotExistIsReported() {
            PluginJar.in(plugins).service("Nowhere").write("a.jar");

            assertProblem("a.jar", "Provider Nowhere not found");
        }

        @Test
        void aServiceThatIsNoInitialiserIsReported() {
            PluginJar.in(plugins).type("Other", "public class Other {}").write("a.jar");

            assertProblem("a.jar", "Other not a subtype");
        }

        @Test
        void aClassOfALaterJavaIsReported() {
            PluginJar.in(plugins)
                    .initialiser("Later", "later")
                    .fromTheFuture("Later")
                    .write("a.jar");

            assertProblem("a.jar", "Later has been compiled by a more recent version of the Java Runtime");
        }

        @Test
        void aConstructorThatThrowsIsReported() {
            PluginJar.in(plugins)
                    .initialiser("Bad", "\"bad\"", "public Bad() { throw new IllegalStateException(\"no\"); }")
                    .write("a.jar");

            assertProblem("a.jar", "java.lang.IllegalStateException: no");
        }

        @Test
        void aStaticInitialiserThatThrowsIsReported() {
            PluginJar.in(plugins)
                    .initialiser("Bad", "\"bad\"", "static int x = Integer.parseInt(\"no\");")
                    .write("a.jar");

            assertProblem("a.jar", "java.lang.ExceptionInInitializerError");
        }

        @Test
        void anIdMethodThatThrowsIsReported() {
            PluginJar.in(plugins)
                    .initialiser("Bad", "String.valueOf(1 / Integer.parseInt(\"0\"))", "")
                    .write("a.jar");

            assertProblem("a.jar", "java.lang.ArithmeticException: / by zero");
        }

        @Test
        void anIdThatIsNoneIsReported() {
            PluginJar.in(plugins).initialiser("Bad", "My Init").write("a.jar");
            PluginJar.in(plugins).initialiser("Null", "null", "").write("b.jar");

            withRegistry(registry -> assertThat(registry.problems())
                    .extracting(PluginProblem::cause)
                    .containsExactly(
                            "java.lang.IllegalArgumentException: "
                                    + "id() of Bad must be lower-case words joined by hyphens: 'My Init'",
                            "java.lang.IllegalArgumentException: "
                                    + "id() of Null must be lower-case words joined by hyphens: 'null'"));
        }

        @Test
        void aDescriptionThatIsNoLineIsReported() {
            PluginJar.in(plugins)
                    .initialiser("Bad", "\"bad\"", "public String description() { return \" \"; }")
                    .write("a.jar");

            assertProblem("a.jar", "description() of Bad must be one line: ' '");
        }

        @Test
        void theSoundInitialisersOfAHalfBrokenJarAreFound() {
            PluginJar.in(plugins)
                    .service("Nowhere")
                    .initialiser("Later", "later")
                    .fromTheFuture("Later")
                    .initialiser("Fine", "fine")
                    .write("a.jar");

            withRegistry(registry -> {
                assertThat(registry.problems()).hasSize(2);
                assertThat(registry.find("fine").place()).isEqualTo("a.jar");
            });
        }

        @Test
        void everyProblemIsLoggedOnce() throws IOException {
            Files.createFile(plugins.resolve("a.jar"));
            Logger logger = (Logger) LoggerFactory.getLogger(PluginScan.class);
            ListAppender<ILoggingEvent> log = new ListAppender<>();
            log.start();
            logger.addAppender(log);
            withRegistry(registry -> registry.problems());
            logger.detachAppender(log);

            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .filteredOn(message -> message.startsWith("Plugin problem"))
                    .containsExactly("Plugin problem: a.jar: not a plugin: zip file is empty");
        }

        private void assertProblem(String place, String cause) {
            withRegistry(registry -> {
                assertThat(registry.problems()).singleElement().satisfies(problem -> {
                    assertThat(problem.place()).isEqualTo(place);
                    assertThat(problem.cause()).contains(cause).doesNotContain("\n");
                });
                assertThat(registry.find("sound").place()).isEqualTo("m.jar");
            });
        }
    }
}
