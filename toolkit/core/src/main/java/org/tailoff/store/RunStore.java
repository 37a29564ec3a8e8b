package org.tailoff.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The directory of all runs. */
public final class RunStore {
    /**
     * Number of the form in which runs are stored; it goes up whenever a column is added or changes its meaning, and
     * whenever a spec comes to mean other numbers, as when the streams changed. Part of a run's id where runs are found
     * again by their spec, so that a run of an earlier form is trained again rather than misread.
     */
    public static final int FORM = 5;

    private final Path runs;

    private RunStore(Path runs) {
        this.runs = runs;
    }

    /**
     * The runs in a directory.
     *
     * @param runs the directory; made when the first run is
     * @return the store, never null
     * @throws IllegalArgumentException if the absolute path holds a question mark, which DuckDB takes for the end of
     *     the path
     */
    public static RunStore at(Path runs) {
        if (runs.toAbsolutePath().toString().contains("?")) {
            throw new IllegalArgumentException("runs must be a path without '?': " + runs.toAbsolutePath());
        }
        return new RunStore(runs);
    }

    /**
     * Whether a run is finished, without checking its files.
     *
     * @param id the run's id
     * @return whether {@link #find} has something to open
     * @throws IllegalArgumentException if {@code id} is not an id
     */
    public boolean isFinished(String id) {
        return directory(id).isFinished();
    }

    /**
     * Whether a run was begun and not brought to its end. What has no manifest, but files of a finished run and nothing
     * to go on from, is not unfinished but damaged.
     *
     * @param id the run's id
     * @return whether opening it would go on, or begin
     * @throws IllegalArgumentException if {@code id} is not an id
     */
    public boolean isUnfinished(String id) {
        RunDirectory directory = directory(id);
        return !directory.isFinished()
                && (Files.exists(directory.database()) || !Files.exists(directory.file(RunDirectory.PROVENANCE)));
    }

    /**
     * Looks for a finished run.
     *
     * @param id the run's id
     * @return the run; empty if there is none of that id or it is not finished
     * @throws IllegalArgumentException if {@code id} is not an id
     * @throws RunStoreException if the run is finished but a file of it is missing or changed
     */
    public Optional<StoredRun> find(String id) {
        RunDirectory directory = directory(id);
        if (!directory.isFinished()) {
            return Optional.empty();
        }
        StoredRun run = StoredRun.open(directory.path());
        deleteLeftovers(directory);
        return Optional.of(run);
    }

    /**
     * All finished runs, without checking their files.
     *
     * @return their ids, sorted; empty if there is no run
     * @throws RunStoreException if the directory cannot be read
     */
    public List<String> finished() {
        return ids().stream().filter(this::isFinished).toList();
    }

    /**
     * All runs, finished or not, without looking at their files.
     *
     * @return their ids, sorted; empty if there is no run
     * @throws RunStoreException if the directory cannot be read
     */
    public List<String> ids() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(runs)) {
            return directories
                    .filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(RunSetup::isId)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RunStoreException("Listing " + runs + " failed", e);
        }
    }

    /**
     * All runs at a glance, finished or not.
     *
     * @return one summary per run, sorted by id; empty if there is no run
     * @throws RunStoreException if the directory cannot be read
     */
    public List<RunSummary> summaries() {
        return ids().parallelStream().map(id -> RunSummary.of(directory(id))).toList();
    }

    /**
     * Looks for a run that was broken off.
     *
     * @param id the run's id
     * @return the state that it would go on from; empty if there is no such run, or it is finished or would begin anew
     * @throws IllegalArgumentException if {@code id} is not an id
     * @throws RunStoreException if the checkpoint cannot be read
     */
    public Optional<Checkpoint> brokenOff(String id) {
        RunDirectory directory = directory(id);
        if (directory.isFinished() || !Files.exists(directory.database())) {
            return Optional.empty();
        }
        try {
            return CheckpointFile.read(directory.checkpoint()).map(CheckpointFile::checkpoint);
        } catch (IOException e) {
            throw new RunStoreException("Reading " + directory.checkpoint() + " failed", e);
        }
    }

    /** Does the last step of finishing again, in case the process was killed between the manifest and that step. */
    private static void deleteLeftovers(RunDirectory directory) {
        try {
            directory.deleteProgress();
            Files.deleteIfExists(directory.lock());
        } catch (IOException e) {
            throw new RunStoreException("Tidying " + directory.path() + " failed", e);
        }
    }

    /**
     * Opens a run for recording: a new one, or one that was broken off. The latter goes on after its last checkpoint,
     * and everything recorded after that is deleted; without a checkpoint it begins anew.
     *
     * @param setup the run
     * @return its recorder; {@link RunRecorder#resumedFrom} says where training must go on
     * @throws RunStoreException if the directory is in use or cannot be written, if the run is finished or was begun
     *     with another spec, or if its database is damaged
     */
    public RunRecorder open(RunSetup setup) {
        RunDirectory directory = directory(setup.id());
        try {
            Files.createDirectories(directory.path());
            RunLock lock = RunLock.acquire(directory);
            try {
                return new RunRecorder(directory, setup.tensors(), lock, prepare(directory, setup));
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new RunStoreException("Opening " + directory.path() + " failed", e);
        }
    }

    /**
     * Deletes a run, finished or not.
     *
     * @param id the run's id
     * @throws RunStoreException if it is in use or cannot be deleted
     */
    public void delete(String id) {
        RunDirectory directory = directory(id);
        if (!Files.exists(directory.path())) {
            return;
        }
        try {
            RunLock lock = RunLock.acquire(directory);
            try (lock) {
                RunDirectory.deleteTree(directory.path());
            }
        } catch (IOException e) {
            throw new RunStoreException("Deleting " + directory.path() + " failed", e);
        }
    }

    private RunDirectory directory(String id) {
        return new RunDirectory(runs.resolve(RunSetup.requireId(id)));
    }

    private static RunRecorder.OpenRun prepare(RunDirectory directory, RunSetup setup)
            throws IOException, SQLException {
        if (directory.isFinished()) {
            throw new RunStoreException(directory.path() + " is finished");
        }
        AtomicFiles.deleteTemporaries(directory.path());
        keepSpec(directory.file(RunDirectory.SPEC), setup.spec());
        Optional<CheckpointFile> saved = CheckpointFile.read(directory.checkpoint());
        if (saved.isEmpty() || !Files.exists(directory.database())) {
            directory.deleteProgress();
            return new RunRecorder.OpenRun(RunDatabase.open(directory, setup), Optional.empty(), -1);
        }
        return resume(directory, setup, saved.get());
    }

    private static void keepSpec(Path file, String spec) throws IOException {
        byte[] bytes = spec.getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file)) {
            AtomicFiles.write(file, bytes);
            return;
        }
        byte[] found = Files.readAllBytes(file);
        if (!Arrays.equals(bytes, found)) {
            throw new RunStoreException(file + ": expected SHA-256 " + DigestUtils.sha256Hex(bytes) + ", found SHA-256 "
                    + DigestUtils.sha256Hex(found));
        }
    }

    private static RunRecorder.OpenRun resume(RunDirectory directory, RunSetup setup, CheckpointFile saved)
            throws SQLException {
        RunDatabase database = RunDatabase.open(directory, setup);
        try {
            long kept = database.keepUntil(saved.checkpoint().position().epochsDone());
            if (kept != saved.recordedIterations()) {
                throw new RunStoreException(directory.database() + ": expected " + saved.recordedIterations()
                        + " iterations up to the checkpoint, found " + kept + "; delete " + directory.path()
                        + " to begin the run anew");
            }
            return new RunRecorder.OpenRun(database, Optional.of(saved), database.lastIteration());
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
