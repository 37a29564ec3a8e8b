package org.tailoff.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.Provenance;
import org.tailoff.record.RunObserver;
import org.tailoff.record.RunStart;
import org.tailoff.record.TrainedNetwork;

/**
 * Writes a run in progress. Used by one thread; the writing itself happens on another.
 *
 * <p>After each epoch call {@link #epoch}, then {@link #checkpoint}; after the last {@link #finish}. {@link #close}
 * without {@code finish} keeps everything, so that the run can be resumed. Every method throws
 * {@link RunStoreException} once something could not be written.
 */
public final class RunRecorder implements RunObserver, AutoCloseable {
    private final RunDirectory directory;
    private final List<String> tensors;
    private final RunLock lock;
    private final Optional<Checkpoint> resumedFrom;
    private final RunDatabase database;
    private final BackgroundWriter writer;
    /** Seen by the writer's thread alone. */
    private Optional<CheckpointFile> unwritten = Optional.empty();

    private long recorded;
    private long lastIteration;
    private int lastEpoch;
    private Optional<TrainedNetwork> network = Optional.empty();
    private boolean closed;

    RunRecorder(RunDirectory directory, List<String> tensors, RunLock lock, OpenRun open) {
        this.directory = directory;
        this.tensors = tensors;
        this.lock = lock;
        database = open.database;
        resumedFrom = open.saved.map(CheckpointFile::checkpoint);
        recorded = open.saved.map(CheckpointFile::recordedIterations).orElse(0L);
        lastEpoch = resumedFrom.map(c -> c.position().epochsDone()).orElse(0);
        lastIteration = open.lastIteration;
        writer = new BackgroundWriter(directory.path().toString(), this::commit, database::close);
    }

    /**
     * A run's database with the checkpoint it goes on from.
     *
     * @param database holds what was recorded up to the checkpoint
     * @param saved the checkpoint; empty for a new run
     * @param lastIteration number of the last recorded iteration; -1 if there is none
     */
    record OpenRun(RunDatabase database, Optional<CheckpointFile> saved, long lastIteration) {}

    /**
     * The checkpoint from which training must go on.
     *
     * @return the last one of the run that was broken off; empty if the run begins anew
     */
    public Optional<Checkpoint> resumedFrom() {
        return resumedFrom;
    }

    /**
     * Checks that the tensors are the recorder's.
     *
     * @throws IllegalArgumentException if their names differ
     */
    @Override
    public void started(RunStart start) {
        requireTensors(start.names());
    }

    /**
     * Takes a block; committed by the writer within about a second.
     *
     * @throws IllegalArgumentException if the block's tensors are others, or if it does not follow the last block or
     *     epoch
     * @throws RunStoreException if this or something before could not be written
     */
    @Override
    public void iterations(IterationBlock block) {
        requireOpen();
        requireTensors(block.tensors());
        if (block.epoch() <= lastEpoch) {
            throw new IllegalArgumentException("epoch must be after " + lastEpoch + ": " + block.epoch());
        }
        if (block.iteration(0) <= lastIteration) {
            throw new IllegalArgumentException("iteration must be after " + lastIteration + ": " + block.iteration(0));
        }
        lastIteration = block.iteration(block.rows() - 1);
        recorded += block.rows();
        writer.submit(() -> database.append(block));
    }

    /**
     * Takes an epoch; it is on the device within about a second, and before the next checkpoint is.
     *
     * @throws IllegalArgumentException if the epoch does not follow the last one; epoch 0 may come first
     * @throws RunStoreException if this or something before could not be written
     */
    @Override
    public void epoch(EpochRecord record) {
        requireOpen();
        if (record.epoch() <= lastEpoch && !(record.epoch() == 0 && recorded == 0)) {
            throw new IllegalArgumentException("epoch must be after " + lastEpoch + ": " + record.epoch());
        }
        lastEpoch = record.epoch();
        writer.submit(() -> database.append(record));
    }

    /**
     * Takes the state after the last epoch; it replaces the checkpoint before, on the device within about a second.
     *
     * @param checkpoint the state
     * @throws IllegalArgumentException if {@code checkpoint.position().epochsDone()} is not the last epoch
     * @throws RunStoreException if this or something before could not be written
     */
    public void checkpoint(Checkpoint checkpoint) {
        requireOpen();
        if (checkpoint.position().epochsDone() != lastEpoch) {
            throw new IllegalArgumentException("epochsDone must be the last epoch, " + lastEpoch + ": "
                    + checkpoint.position().epochsDone());
        }
        CheckpointFile file = new CheckpointFile(recorded, checkpoint);
        writer.submit(() -> unwritten = Optional.of(file));
    }

    /** The checkpoint comes after what it refers to is on the device. */
    private void commit() throws SQLException, IOException {
        database.commit();
        if (unwritten.isPresent()) {
            unwritten.get().write(directory.checkpoint());
            unwritten = Optional.empty();
        }
    }

    /**
     * Takes the trained network, to be kept by {@link #finish}; without it the run finishes without one.
     *
     * @param trained replaces the one before
     */
    public void keep(TrainedNetwork trained) {
        requireOpen();
        network = Optional.of(trained);
    }

    /**
     * Waits until everything handed over so far has been written.
     *
     * @throws RunStoreException if it could not be
     */
    public void awaitWritten() {
        requireOpen();
        writer.submitAndWait(this::commit);
    }

    /**
     * Finishes the run: writes the Parquet files, the provenance, the network and the manifest, then deletes database
     * and checkpoint, and closes.
     *
     * @param provenance where the run comes from
     * @return the finished run
     * @throws RunStoreException if something could not be written; the run can then be resumed
     */
    public StoredRun finish(Provenance provenance) {
        requireOpen();
        Path iterations = AtomicFiles.temporaryFor(directory.file(RunDirectory.ITERATIONS));
        Path epochs = AtomicFiles.temporaryFor(directory.file(RunDirectory.EPOCHS));
        try {
            writer.submitAndWait(this::commit);
            writer.submitAndWait(() -> database.export(iterations, epochs));
            writer.submitAndWait(database::leaveLog);
            writer.close();
            AtomicFiles.publish(iterations, directory.file(RunDirectory.ITERATIONS));
            AtomicFiles.publish(epochs, directory.file(RunDirectory.EPOCHS));
            AtomicFiles.write(directory.file(RunDirectory.PROVENANCE), Json.write(provenance));
            AtomicFiles.write(
                    directory.file(RunDirectory.MANIFEST),
                    Manifest.of(directory, keepNetwork()).toJson());
            directory.deleteProgress();
            lock.delete();
        } catch (IOException e) {
            throw new RunStoreException("Finishing " + directory.path() + " failed", e);
        } finally {
            deleteQuietly(iterations, epochs);
            close();
        }
        return StoredRun.open(directory.path());
    }

    /**
     * Writes the network, if there is one, and deletes one that an earlier end has left. Returns the names of all
     * finished files.
     */
    private List<String> keepNetwork() throws IOException {
        Path dl4j = directory.file(RunDirectory.NETWORK);
        Path numpy = directory.file(RunDirectory.PARAMETERS);
        if (network.isEmpty()) {
            Files.deleteIfExists(dl4j);
            Files.deleteIfExists(numpy);
            return RunDirectory.FINISHED;
        }
        AtomicFiles.write(dl4j, network.get().dl4j());
        AtomicFiles.write(numpy, network.get().numpy());
        return RunDirectory.FINISHED_WITH_NETWORK;
    }

    /** A leftover does no harm and is deleted at the next opening; the exception on its way here matters more. */
    private static void deleteQuietly(Path... files) {
        for (Path file : files) {
            file.toFile().delete();
        }
    }

    /**
     * Waits until everything is written and gives the directory free. Does nothing the second time.
     *
     * @throws RunStoreException if something could not be written
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            writer.close();
        } catch (IOException e) {
            throw new RunStoreException("Closing " + directory.path() + " failed", e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("recorder of " + directory.path() + " is closed");
        }
    }

    private void requireTensors(List<String> names) {
        if (!tensors.equals(names)) {
            throw new IllegalArgumentException("tensors must be " + tensors + ": " + names);
        }
    }
}
