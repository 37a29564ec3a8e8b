package org.tailoff.reproductions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command line, in a JVM of its own. */
class TailoffTest {
    @TempDir
    private Path directory;

    /** What a process left behind. */
    private record Ended(int code, String out, String err) {
        List<String> lines() {
            return err.lines().toList();
        }
    }

    private Ended tailoff(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Tailoff.class.getName()));
        Collections.addAll(command, args);
        Path out = Files.createTempFile(directory, "stdout", ".txt");
        Path err = Files.createTempFile(directory, "stderr", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    @Nested
    class WrongUsage {
        private void isRefused(String message, String... args) throws IOException, InterruptedException {
            Ended ended = tailoff(args);
            assertThat(ended.lines()).containsExactly(message);
            assertThat(ended.code()).isEqualTo(2);
        }

        @Test
        void anUnknownIdIsNamedWithTheKnownOnes() throws Exception {
            isRefused(
                    "tailoff: no reproduction 'overfiting'; known: overfitting, overfitting_full, regularized,"
                            + " regularized_full, weight_initialization_30, weight_initialization_100",
                    "reproduce",
                    "overfiting");
        }

        @Test
        void anUnknownOptionIsNamed() throws Exception {
            Ended ended = tailoff("reproduce", "--fast");
            assertThat(ended.lines()).singleElement().asString().startsWith("tailoff: Unknown option: '--fast'");
            assertThat(ended.code()).isEqualTo(2);
        }

        @Test
        void aForeignOutputDirectoryIsLeftAlone() throws Exception {
            Path foreign = Files.createDirectory(directory.resolve("foreign"));
            Files.writeString(foreign.resolve("thesis.tex"), "mine");
            isRefused(
                    "tailoff: --out must be empty or written by tailoff, 'foreign' holds 'thesis.tex' and no .tailoff",
                    "reproduce",
                    "--out",
                    "foreign");
            try (Stream<Path> entries = Files.list(foreign)) {
                assertThat(entries).hasSize(1);
            }
        }

        @Test
        void aFileAsOutputDirectoryIsRefused() throws Exception {
            Files.writeString(directory.resolve("file"), "");
            isRefused("tailoff: --out must be a directory, 'file' is a file", "reproduce", "--out", "file");
        }

        @Test
        void aMissingDataDirectoryIsNamed() throws Exception {
            Ended ended = tailoff("reproduce", "--data", "nowhere");
            assertThat(ended.lines()).singleElement().asString().contains("nowhere");
            assertThat(ended.code()).isEqualTo(2);
        }

        @Test
        void noJobsIsRefused() throws Exception {
            isRefused("tailoff: --jobs must be at least 1, was 0", "reproduce", "--jobs", "0");
        }

        @Test
        void noCommandIsRefused() throws Exception {
            assertThat(tailoff().code()).isEqualTo(2);
        }
    }

    @Test
    void pluginsListShowsTheBooksTwoInitialisers() throws Exception {
        Ended ended = tailoff("plugins", "list");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines()).hasSize(3);
        assertThat(ended.out()).contains("gaussian ", "scaled-gaussian ");
    }

    @Test
    void helpAndVersionAreThere() throws Exception {
        assertThat(tailoff("--help").out()).contains("reproduce", "plugins");
        assertThat(tailoff("--version").out()).startsWith("tailoff ");
    }

    /** The main job on real data, short: ours must equal the published points that a quick run reaches. */
    @Test
    void aQuickReproductionWritesFiguresAndAnExactComparison() throws Exception {
        Ended ended = tailoff("reproduce", "overfitting", "--quick", "--out", "out");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("EXACT", "MATCH").doesNotContain("MISS");
        JsonNode rows = new ObjectMapper()
                .readTree(directory.resolve("out/comparison.json").toFile());
        assertThat(rows).hasSize(4);
        for (JsonNode row : rows) {
            assertThat(row.get("points").asInt()).isEqualTo(50);
            String expected = row.get("series").asText().endsWith("accuracy") ? "EXACT" : "MATCH";
            assertThat(row.get("verdict").asText()).isEqualTo(expected);
        }
        assertThat(Files.readAllLines(directory.resolve("out/figures/overfitting/published-vs-measured.csv")))
                .hasSize(1 + 4 * 50);
        for (int figure = 1; figure <= 4; figure++) {
            assertThat(directory.resolve("out/figures/overfitting/overfitting" + figure + ".png"))
                    .isNotEmptyFile();
            assertThat(directory.resolve("out/figures/overfitting/overfitting" + figure + ".svg"))
                    .isNotEmptyFile();
        }
    }
}
