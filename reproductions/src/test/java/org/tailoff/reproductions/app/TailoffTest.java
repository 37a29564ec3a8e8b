package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.published.Reproduction;
import org.tailoff.reproductions.chapter.Chapter;

/** The real command line; what hangs on signals and on the end of a process in a JVM of its own. */
class TailoffTest {
    @TempDir
    private Path directory;

    private ChildProcess.Ended tailoff(String... args) {
        return SameProcess.tailoff(directory, args);
    }

    /** The bytes of every file of the stored runs that does not tell of time and place. */
    private Map<String, String> runFiles(String out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory.resolve(out).resolve("runs"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = directory.resolve(out).relativize(file).toString();
                if (!name.endsWith("provenance.json") && !name.endsWith("manifest.json")) {
                    files.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    @Nested
    class BrokenOff {
        private static final String[] COMMAND = {"reproduce", "overfitting", "--quick", "--out"};

        private Process start(String out) throws IOException {
            return new ProcessBuilder(ChildProcess.command(COMMAND[0], COMMAND[1], COMMAND[2], COMMAND[3], out))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve(out + ".txt").toFile())
                    .start();
        }

        /** Waits until some epochs have been kept. */
        private void awaitCheckpoint(Process process, String out) throws Exception {
            Path runs = directory.resolve(out).resolve("runs");
            while (process.isAlive()) {
                if (Files.isDirectory(runs)) {
                    try (Stream<Path> walk = Files.walk(runs)) {
                        if (walk.anyMatch(path ->
                                path.getFileName().toString().startsWith("checkpoint") && Files.isRegularFile(path))) {
                            return;
                        }
                    }
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            throw new AssertionError("ended before its first checkpoint");
        }

        @Test
        void aKilledRunGoesOnToTheSameBytesAsAnUnbrokenOne() throws Exception {
            assertThat(tailoff(COMMAND[0], COMMAND[1], COMMAND[2], COMMAND[3], "unbroken")
                            .code())
                    .isZero();
            for (int kill = 0; kill < 2; kill++) {
                Process process = start("broken");
                awaitCheckpoint(process, "broken");
                process.destroyForcibly().waitFor();
            }
            assertThat(tailoff(COMMAND[0], COMMAND[1], COMMAND[2], COMMAND[3], "broken")
                            .code())
                    .isZero();
            assertThat(runFiles("broken")).isEqualTo(runFiles("unbroken")).hasSize(5);
            assertThat(directory.resolve("broken/comparison.json"))
                    .hasSameBinaryContentAs(directory.resolve("unbroken/comparison.json"));
        }

        @Test
        void anInterruptKeepsWhatThereIsAndSaysHowToGoOn() throws Exception {
            Process process = start("interrupted");
            awaitCheckpoint(process, "interrupted");
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor()).isEqualTo(130);
            assertThat(Files.readString(directory.resolve("interrupted.txt")))
                    .contains("tailoff: interrupted; run the same command again to go on where it stopped");
            assertThat(tailoff(COMMAND[0], COMMAND[1], COMMAND[2], COMMAND[3], "interrupted")
                            .code())
                    .isZero();
        }
    }

    @Nested
    class WrongUsage {
        private void isRefused(String message, String... args) {
            ChildProcess.Ended ended = tailoff(args);
            assertThat(ended.lines()).containsExactly(message);
            assertThat(ended.code()).isEqualTo(2);
        }

        @Test
        void anUnknownIdIsNamedWithTheKnownOnes() throws Exception {
            isRefused(
                    "tailoff: no reproduction 'overfiting'; known: "
                            + Chapter.reproductions().stream()
                                    .map(Reproduction::id)
                                    .collect(Collectors.joining(", ")),
                    "reproduce",
                    "overfiting");
        }

        @Test
        void anUnknownOptionIsNamed() throws Exception {
            ChildProcess.Ended ended = tailoff("reproduce", "--fast");
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
            ChildProcess.Ended ended = ChildProcess.tailoff(directory, "reproduce", "--out", "file");
            assertThat(ended.lines()).containsExactly("tailoff: --out must be a directory, 'file' is a file");
            assertThat(ended.code()).isEqualTo(2);
        }

        @Test
        void aMissingDataDirectoryIsNamed() throws Exception {
            ChildProcess.Ended ended = tailoff("reproduce", "--data", "nowhere");
            assertThat(ended.lines()).singleElement().asString().contains("nowhere");
            assertThat(ended.code()).isEqualTo(2);
        }

        @Test
        void aReportOnNoDirectoryOrOnAForeignOneIsRefused() throws Exception {
            isRefused("tailoff: DIR must be a directory that tailoff wrote, 'tailoff-out' is none", "report");
            Files.createDirectory(directory.resolve("foreign"));
            isRefused(
                    "tailoff: DIR must be a directory that tailoff wrote, 'foreign' holds no .tailoff",
                    "report",
                    "foreign");
        }

        @Test
        void aReportOnADirectoryWithoutResultsIsRefused() throws Exception {
            Files.createFile(Files.createDirectory(directory.resolve("out")).resolve(".tailoff"));
            isRefused(
                    "tailoff: 'out' holds none of reproduced.json, verified.json and compared.json, and no"
                            + " finished run; tailoff reproduce, verify, compare and train write them",
                    "report",
                    "out");
        }

        @Test
        void noJobsIsRefused() throws Exception {
            isRefused("tailoff: --jobs must be at least 1, was 0", "reproduce", "--jobs", "0");
        }

        @Test
        void noCommandIsRefused() {
            assertThat(tailoff().lines())
                    .singleElement()
                    .asString()
                    .startsWith("tailoff: a command is needed: reproduce");
            assertThat(tailoff().code()).isEqualTo(2);
        }
    }

    @Test
    void pluginsListShowsTheCatalogue() throws Exception {
        ChildProcess.Ended ended = tailoff("plugins", "list");
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines()).hasSizeGreaterThan(17);
        assertThat(ended.out()).contains("gaussian ", "scaled-gaussian ", "lsuv ", "variance-scaling ");
    }

    @Test
    void helpAndVersionAreThere() throws Exception {
        assertThat(tailoff("--help").out()).contains("reproduce", "plugins");
        ChildProcess.Ended ended = ChildProcess.tailoff(directory, "--version");
        assertThat(ended.out()).startsWith("tailoff ");
        assertThat(ended.code()).isZero();
    }

    /** Nine networks that are cut short and four small support vector machines, which are not. */
    @Test
    void aQuickComparisonTrainsTheSmallMachinesAndFindsThemAgain() throws Exception {
        String[] command = {"reproduce", "more_data_comparison", "--quick", "--out", "out"};
        ChildProcess.Ended ended = tailoff(command);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("4 support vector machines, 0 of them stored: about ", ", machines included")
                .containsPattern("Machines 100% .* 6/6 million kernel values");
        JsonNode rows = new ObjectMapper()
                .readTree(directory.resolve("out/comparison.json").toFile());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("verdict").asText()).isEqualTo("NOT_COMPARED");
        assertThat(rows.get(1).get("verdict").asText()).isEqualTo("EXACT");
        assertThat(rows.get(1).get("points").asInt()).isEqualTo(2);
        assertThat(directory.resolve("out/figures/more_data_comparison/more_data_comparison.png"))
                .isNotEmptyFile();

        ChildProcess.Ended again = tailoff(command);
        assertThat(again.err())
                .contains("4 support vector machines, 4 of them stored")
                .doesNotContain("Machines", ", machines included");
        assertThat(again.out()).contains("(stored)");
    }

    /** The main job on real data, short: ours must equal the published points that a quick run reaches. */
    @Test
    void aQuickReproductionWritesFiguresAndAnExactComparison() throws Exception {
        ChildProcess.Ended ended = tailoff("reproduce", "overfitting", "--quick", "--out", "out");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("100 of 100 published accuracies equal", "2 EXACT, 2 MATCH, 0 MISS");
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
        assertThat(runFiles("out").keySet())
                .extracting(name -> Path.of(name).getFileName().toString())
                .containsExactlyInAnyOrder(
                        "spec.yaml", "epochs.parquet", "iterations.parquet", "network.zip", "parameters.npz");
        for (int figure = 1; figure <= 4; figure++) {
            assertThat(directory.resolve("out/figures/overfitting/overfitting" + figure + ".png"))
                    .isNotEmptyFile();
            assertThat(directory.resolve("out/figures/overfitting/overfitting" + figure + ".svg"))
                    .isNotEmptyFile();
        }
        aReportWithoutTrainingHasTheSameBytes();
    }

    private void aReportWithoutTrainingHasTheSameBytes() throws Exception {
        Path page = directory.resolve("out/report/index.html");
        Path figure = directory.resolve("out/figures/overfitting/overfitting1.svg");
        byte[] before = Files.readAllBytes(page);
        byte[] drawn = Files.readAllBytes(figure);
        Files.delete(page);
        Files.delete(figure);
        ChildProcess.Ended report = tailoff("report", "out");
        assertThat(report.code()).as(report.err()).isZero();
        assertThat(report.out()).startsWith("Written to ").contains("index.html");
        assertThat(page).hasBinaryContent(before);
        assertThat(figure).hasBinaryContent(drawn);
        Path changed;
        try (Stream<Path> runs = Files.list(directory.resolve("out/runs"))) {
            changed = runs.findFirst().orElseThrow().resolve("epochs.parquet");
        }
        Files.writeString(changed, "changed");
        ChildProcess.Ended refused = tailoff("report", "out");
        assertThat(refused.lines()).singleElement().asString().contains(changed.getFileName() + ": expected ");
        assertThat(refused.code()).isEqualTo(2);
    }

    /** Nothing is published of these, so that nothing but the figures shows whether they came out. */
    @Test
    void runsBeyondTheBookAreDrawnAndNotCompared() throws Exception {
        ChildProcess.Ended ended =
                tailoff("reproduce", "l1_against_l2", "early_stopping", "dropout", "--quick", "--out", "out");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Nothing was published of these figures");
        assertThat(directory.resolve("out/report/index.html")).content().contains("drawn and not compared");
        for (String figure : List.of(
                "l1_against_l2/l1_against_l2-weights",
                "l1_against_l2/l1_against_l2-near-zero",
                "l1_against_l2/l1_against_l2-accuracy",
                "dropout/dropout-test",
                "early_stopping/early_stopping-overfitting",
                "early_stopping/early_stopping-regularized")) {
            assertThat(directory.resolve("out/figures/" + figure + ".svg"))
                    .content()
                    .contains("<title>");
            assertThat(directory.resolve("out/figures/" + figure + ".png")).isNotEmptyFile();
        }
    }
}
