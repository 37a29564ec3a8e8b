package org.tailoff.reproductions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void theFileHasARowForEveryEnginePrecisionAndRecording() throws Exception {
        ChildProcess.Ended ended = bench("--hidden", "1", "--epochs", "1", "--json", "times.json");
        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode rows =
                new ObjectMapper().readTree(directory.resolve("times.json").toFile());
        List<String> cases = new ArrayList<>();
        for (JsonNode row : rows) {
            assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactly("engine", "precision", "recording", "cpu_us", "wall_us");
            assertThat(row.get("cpu_us").isDouble() && row.get("wall_us").isDouble())
                    .isTrue();
            cases.add(row.get("engine").asText() + " " + row.get("precision").asText() + " "
                    + row.get("recording").asText());
        }
        assertThat(cases)
                .containsExactlyInAnyOrder(
                        "dl4j double none",
                        "dl4j double full",
                        "fused double none",
                        "fused double full",
                        "dl4j float none",
                        "dl4j float full",
                        "fused float none",
                        "fused float full");
        assertThat(ended.out()).contains("full/none", "matrix products of a step alone, double");
    }

    @Test
    void noHiddenNeuronsAreRefusedInOneLine() throws Exception {
        ChildProcess.Ended ended = bench("--hidden", "0");
        assertThat(ended.lines()).containsExactly("tailoff: --hidden must be at least 1, was 0");
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
