package org.tailoff.initialise;

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
        void areDigestedByTheirClassesAndNotByTheirJar() throws IOException {
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

    /** Files that name one another as class files do; what else is in them does not matter. */
    @Nested
    class TheClassesThatAClassNeeds {
        private final Map<String, String> files = new TreeMap<>(Map.of(
                "a/First.class", "... a/Second ...",
                "a/Second.class", "La/Third$Inner;",
                "a/Third$Inner.class", "a/Fürst",
                "a/Fürst.class", "La/First;",
                "a/Unused.class", "La/First;",
                "a/table.txt", "a/Unused"));

        private String digest(String place) throws IOException {
            Path written = place.endsWith(".jar") ? jar(place) : directory(place);
            try (ClassFiles classes = ClassFiles.in(written)) {
                return classes.digest("a.First");
            }
        }

        private Path directory(String place) throws IOException {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = directory.resolve(place).resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return directory.resolve(place);
        }

        private Path jar(String place) throws IOException {
            Path jar = directory.resolve(place);
            try (OutputStream file = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                for (Map.Entry<String, String> entry : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return jar;
        }

        @Test
        void changeItsDigestAndNoOthersDo() throws IOException {
            String before = digest("before");
            files.replace("a/Unused.class", "another");
            files.replace("a/table.txt", "a/Second");
            files.put("a/New.class", "a/First");
            assertThat(digest("unused")).isEqualTo(before);
            for (String needed :
                    new String[] {"a/First.class", "a/Second.class", "a/Third$Inner.class", "a/Fürst.class"}) {
                String text = files.replace(needed, files.get(needed) + "!");
                assertThat(digest("with" + needed.length() + needed.hashCode()))
                        .as(needed)
                        .isNotEqualTo(before);
                files.replace(needed, text);
            }
        }

        @Test
        void areTheSameInAJarAndInADirectory() throws IOException {
            assertThat(digest("a.jar")).isEqualTo(digest("a"));
        }
    }
}
