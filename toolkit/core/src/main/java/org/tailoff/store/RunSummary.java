package org.tailoff.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.Provenance;
import org.tailoff.record.SetScore;

/**
 * A run at a glance, finished or not: read in a moment, since no file is compared with the manifest and of the records
 * only the last scores are looked at.
 *
 * @param id the name of its directory
 * @param state how far it is
 * @param spec content of {@code spec.yaml}; empty if it has none
 * @param epoch the last epoch that is kept, 0 for the state before the first update; what a run in progress has
 *     recorded since its last checkpoint does not count
 * @param scores of the last epoch; empty if no set was scored, or the run is not finished
 * @param seconds wall time of all its parts that have ended
 */
public record RunSummary(String id, State state, String spec, int epoch, List<SetScore> scores, double seconds) {
    /** How far a run is. */
    public enum State {
        /** To its end. */
        FINISHED,
        /** A process is at it. */
        RUNNING,
        /** Not to its end, and no process is at it. */
        BROKEN_OFF,
        /** A file of it is missing or cannot be read. */
        DAMAGED
    }

    /** Copies the list. */
    public RunSummary {
        scores = List.copyOf(scores);
    }

    static RunSummary of(RunDirectory directory) {
        String id = directory.path().getFileName().toString();
        try {
            return directory.isFinished() ? finished(id, directory) : unfinished(id, directory);
        } catch (IOException | RuntimeException e) {
            return new RunSummary(id, State.DAMAGED, "", 0, List.of(), 0);
        }
    }

    private static RunSummary finished(String id, RunDirectory directory) throws IOException {
        Provenance made = Json.read(Files.readAllBytes(directory.file(RunDirectory.PROVENANCE)), Provenance.class);
        ParquetReader epochs = new ParquetReader(directory.file(RunDirectory.EPOCHS));
        List<EpochRecord> last = EpochReader.scores(epochs);
        return new RunSummary(
                id,
                State.FINISHED,
                spec(directory),
                last.isEmpty() ? EpochReader.last(epochs) : last.get(0).epoch(),
                last.isEmpty() ? List.of() : last.get(0).sets(),
                made.wallSeconds());
    }

    private static RunSummary unfinished(String id, RunDirectory directory) throws IOException {
        Optional<Checkpoint> saved = CheckpointFile.read(directory.checkpoint()).map(CheckpointFile::checkpoint);
        State state = RunLock.isHeld(directory)
                ? State.RUNNING
                : Files.exists(directory.file(RunDirectory.PROVENANCE)) && !Files.exists(directory.database())
                        ? State.DAMAGED
                        : State.BROKEN_OFF;
        return new RunSummary(
                id,
                state,
                spec(directory),
                saved.map(checkpoint -> checkpoint.position().epochsDone()).orElse(0),
                List.of(),
                saved.stream()
                        .flatMap(checkpoint -> checkpoint.parts().stream())
                        .mapToDouble(Provenance.Part::seconds)
                        .sum());
    }

    private static String spec(RunDirectory directory) throws IOException {
        Path file = directory.file(RunDirectory.SPEC);
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    }
}
