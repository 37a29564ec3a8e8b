package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which engine trains a run that the engine asked for cannot train; with the real command. */
class EngineNoteTest {
    @TempDir
    private Path directory;

    /** The engine that each run says it was trained with. */
    private Map<String, String> engines() throws IOException {
        Map<String, String> engines = new TreeMap<>();
        try (Stream<Path> runs = Files.list(directory.resolve("out/runs"))) {
            for (Path run : runs.toList()) {
                String name = run.getFileName().toString().replaceAll("-[0-9a-f]+$", "");
                engines.put(
                        name,
                        new ObjectMapper()
                                .readTree(run.resolve("provenance.json").toFile())
                                .get("engine")
                                .asText());
            }
        }
        return engines;
    }

    @Test
    void dropoutIsTrainedByTheFusedEngineAndTheUserIsTold() throws Exception {
        ChildProcess.Ended ended =
                SameProcess.tailoff(directory, "reproduce", "dropout", "--engine", "dl4j", "--quick", "--out", "out");
        assertThat(ended.lines().stream().filter(line -> line.startsWith("engine: ")))
                .containsExactly("engine: fused for dropout (it alone has dropout as the book describes it)");
        assertThat(engines()).isEqualTo(Map.of("dropout", "fused", "overfitting", "dl4j", "regularized", "dl4j"));
    }
}
