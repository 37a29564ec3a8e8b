package org.tailoff.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginBuildTest {
    @TempDir
    private Path directory;

    @Nested
    class AJarOfAUsers {
        @Test
        void isItsOwnDigestWhateverValuesAreChosen() throws IOException {
            Path jar = PluginJar.in(directory)
                    .initialiser("Mine", "\"mine\"", """
                            public java.util.List<org.tailoff.initialise.Parameter> parameters() {
                                return java.util.List.of(new org.tailoff.initialise.Parameter.Real("size", 1, 0, 9, "of all"));
                            }
                            """)
                    .manifest("Implementation-Version", "7.5")
                    .write("mine.jar");
            String sha256 = DigestUtils.sha256Hex(Files.readAllBytes(jar));
            try (InitialiserRegistry registry = InitialiserRegistry.ofJar(jar)) {
                assertThat(registry.find("mine").build())
                        .isEqualTo(new PluginBuild("Mine", "mine.jar", "7.5", sha256, sha256))
                        .isEqualTo(registry.find("mine:size=2").build());
            }
        }
    }

    @Nested
    class OurOwn {
        @Test
        void areDigestedByTheirCodeAndNotByTheirJar() throws IOException {
            PluginBuild first = copyWith("1");
            PluginBuild second = copyWith("2");
            assertThat(second.sha256()).isNotEqualTo(first.sha256());
            assertThat(second.digest()).isEqualTo(first.digest()).isNotEqualTo(first.sha256());
        }

        /** A class of this project in a jar of its own, where a loader that does not ask its parent first finds it. */
        private PluginBuild copyWith(String version) throws IOException {
            Path jar = PluginJar.in(directory)
                    .copy(ClassPathInitialiser.class)
                    .manifest("Implementation-Version", version)
                    .write(version + ".jar");
            return PluginBuild.ofJar(ClassPathInitialiser.class, jar);
        }

        @Test
        void areFoundInADirectoryOfClassesToo() {
            PluginBuild build = PluginBuild.of(ClassPathInitialiser.class);
            assertThat(build.jar()).isEqualTo("class path");
            assertThat(build.version()).isEqualTo("-");
            assertThat(build.sha256()).isEqualTo("-");
            assertThat(build.digest()).matches("[0-9a-f]{64}");
        }

        @Test
        void countByTheirNameWhereThereIsNoFile() {
            assertThat(PluginBuild.of(String.class).digest()).isEqualTo(DigestUtils.sha256Hex("java.lang.String"));
        }
    }

    /** Files that name one another as code does; what else is in them does not matter. */
    @Nested
    class TheCodeThatAClassNeeds {
        private final Map<String, String> files = new TreeMap<>(Map.of(
                "a/First.class", "... a/Second ...",
                "a/Second.class", "nothing",
                "a/Second$Inner.class", "La/Third;",
                "a/Third.class", "from the compiler",
                "a/Third.java", "package a; class Third extends Fürst {}",
                "a/Fürst.class", "La/First;",
                "a/Unused.class", "La/First;",
                "a/table.txt", "a/Unused"));

        private int places;

        private String digest(boolean jar) throws IOException {
            places++;
            try (CodeFiles code = CodeFiles.in(jar ? jar() : directory())) {
                return code.digest("a.First");
            }
        }

        private Path directory() throws IOException {
            Path place = directory.resolve("place" + places);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = place.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return place;
        }

        private Path jar() throws IOException {
            Path jar = directory.resolve(places + ".jar");
            try (OutputStream file = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                for (Map.Entry<String, String> entry : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return jar;
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"a/First.class", "a/Second.class", "a/Second$Inner.class", "a/Third.java", "a/Fürst.class"})
        void changesTheDigest(String needed) throws IOException {
            String before = digest(false);
            files.merge(needed, "!", String::concat);
            assertThat(digest(false)).isNotEqualTo(before);
        }

        @Test
        void isAllThatChangesTheDigest() throws IOException {
            String before = digest(false);
            files.replace("a/Unused.class", "another");
            files.replace("a/table.txt", "a/Second");
            files.put("a/New.class", "a/First");
            assertThat(digest(false)).isEqualTo(before);
        }

        /** Compilers give lambdas other names, and check sources out with other line ends. */
        @Test
        void isItsSourceWhereThatLiesBesideIt() throws IOException {
            files.put("a/Third.java", "package a;\nclass Third extends Fürst {}\n");
            String before = digest(false);
            files.replace("a/Third.class", "from another compiler");
            files.replace("a/Third.java", "package a;\r\nclass Third extends Fürst {}\r\n");
            assertThat(digest(false)).isEqualTo(before);
        }

        @Test
        void isTheSameInAJarAndInADirectory() throws IOException {
            assertThat(digest(true)).isEqualTo(digest(false));
        }
    }
}
