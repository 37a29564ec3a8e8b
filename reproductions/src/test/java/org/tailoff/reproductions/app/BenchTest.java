package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tailoff bench}: what it writes, never how long anything took. */
class BenchTest {
    @TempDir
    private Path directory;

    private ChildProcess.Ended bench(String... args) {
        List<String> all = new ArrayList<>(List.of("bench"));
        all.addAll(List.of(args));
        return SameProcess.tailoff(directory, all.toArray(String[]::new));
    }

    /** One measurement for all that it shows, since it takes half a minute: with the peer where there is NumPy. */
    @Test
    void everyEnginePrecisionAndRecordingIsTimedAndNumpyWhereItIs() throws Exception {
        List<String> small = List.of("--hidden", "1", "--mini-batch", "100", "--epochs", "1", "--json", "times.json");
        boolean numpy =
                new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() == 0;
        ChildProcess.Ended ended =
                bench(Stream.concat(small.stream(), Stream.of("--peer").filter(peer -> numpy))
                        .toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines().toList().get(0))
                .matches(".+, \\d+ processors; kernel \\w+ of OpenBLAS 0\\.3\\.\\d+");
        assertThat(ended.out()).contains("full/none", "matrix products of a step alone, double");
        List<String> expected = new ArrayList<>(List.of(
                "dl4j double none",
                "dl4j double full",
                "fused double none",
                "fused double full",
                "dl4j float none",
                "dl4j float full",
                "fused float none",
                "fused float full"));
        if (numpy) {
            expected.addAll(List.of("numpy double none", "numpy float none"));
        }
        assertThat(cases()).containsExactlyInAnyOrderElementsOf(expected);
        if (numpy) {
            assertThat(ended.out())
                    .contains("peer: NumPy ")
                    .containsPattern("numpy +double +none +[0-9.]+ +[0-9.]+ ")
                    .containsPattern("NumPy, recording nothing, float: .*; fused recording full takes [0-9.]+ times");
        } else {
            ChildProcess.Ended refused = bench("--peer");
            assertThat(refused.lines())
                    .containsExactly("tailoff: --peer needs a python3 with numpy, and this one has none");
            assertThat(refused.code()).isEqualTo(2);
        }
    }

    /** The rows of the file, each checked for its columns. */
    private List<String> cases() throws IOException {
        List<String> cases = new ArrayList<>();
        for (JsonNode row :
                new ObjectMapper().readTree(directory.resolve("times.json").toFile())) {
            assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactly("hidden", "mini_batch", "engine", "precision", "recording", "cpu_us", "wall_us");
            assertThat(row.get("cpu_us").isDouble() && row.get("wall_us").isDouble())
                    .isTrue();
            cases.add(row.get("engine").asText() + " " + row.get("precision").asText() + " "
                    + row.get("recording").asText());
        }
        return cases;
    }

    @Test
    void thePeerIsRefusedWhereThereIsNoPython() throws Exception {
        ProcessBuilder command = new ProcessBuilder(ChildProcess.command("bench", "--peer"));
        command.environment().put("PATH", "/nowhere");
        ChildProcess.Ended ended = ChildProcess.end(directory, command);
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .startsWith("tailoff: --peer needs a python3 with numpy: Cannot run program \"python3\"");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void growthAndEnduranceExcludeEachOther() throws Exception {
        ChildProcess.Ended ended = bench("--growth", "--endurance");
        assertThat(ended.lines()).singleElement().asString().contains("--growth", "--endurance", "mutually exclusive");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void noHiddenNeuronsAreRefusedInOneLine() throws Exception {
        ChildProcess.Ended ended = bench("--hidden", "0");
        assertThat(ended.lines()).containsExactly("tailoff: --hidden must be at least 1, was 0");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void aMiniBatchOfNoImagesOrOfMoreThanThereAreIsRefusedInOneLine() throws Exception {
        assertThat(bench("--mini-batch", "0").lines())
                .containsExactly("tailoff: --mini-batch must be at least 1, was 0");
        ChildProcess.Ended ended = bench("--mini-batch", "50001");
        assertThat(ended.lines())
                .containsExactly("tailoff: --mini-batch must be at most 50000, all training images, was 50001");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedBeforeAnyTraining() throws Exception {
        ChildProcess.Ended ended = bench(
                "--json", Files.createDirectory(directory.resolve("taken")).toString());
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .startsWith("tailoff: --json must be a file in a directory that can be written to, '");
        assertThat(ended.code()).isEqualTo(2);
    }
}
