package org.tailoff.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationColumn;
import org.tailoff.store.StoredRun;

/** What docs/recording.md shows is what this test compiles and runs; Maven starts tests in the module's directory. */
class RecordingExampleTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "recording.md");
    private static final Path SOURCE = Path.of("src/test/java/org/tailoff/example/RecordingExample.java");

    @TempDir
    Path runs;

    @Test
    void theDocumentShowsTheProgramAsItIs() throws IOException {
        String source = Files.readString(SOURCE);
        String program = source.substring(source.indexOf("import "));
        assertThat(Files.readString(DOCUMENT)).contains("```java\n" + program + "```\n");
    }

    @Test
    void theDocumentListsEveryColumn() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (IterationColumn column : IterationColumn.values()) {
            assertThat(document).contains("| `" + column.columnName() + "` |");
        }
    }

    @Test
    void theProgramKeepsEveryIterationAndEpoch() {
        StoredRun run = RecordingExample.train(runs);
        assertThat(run.tensors()).containsExactly("0_W", "0_b", "1_W", "1_b");
        assertThat(run.iterationNumbers())
                .containsExactly(LongStream.range(0, 250).toArray());
        assertThat(run.epochs()).extracting(EpochRecord::epoch).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(run.epochs().get(5).sets().get(0).images()).isEqualTo(100);
        assertThat(run.epochs().get(5).layers()).hasSize(1);
    }
}
