package org.tailoff.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to write a run's directory: held by one process at a time, gone with the process. */
final class RunLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws RunStoreException if another process, or another part of this one, has it
     */
    static RunLock acquire(RunDirectory directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            channel.close();
            throw new RunStoreException(directory.path() + " is in use by another process or run");
        }
        return new RunLock(directory.lock(), channel);
    }

    /** Whether somebody has the lock now. */
    static boolean isHeld(RunDirectory directory) throws IOException {
        if (!Files.exists(directory.lock())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(directory.lock(), StandardOpenOption.WRITE)) {
            return !tryLock(channel);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Deletes the lock file while still holding the lock; whoever opened it before must look at the directory again.
     */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
