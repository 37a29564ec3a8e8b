package org.tailoff.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files that are there complete or not at all: written under a temporary name, forced to the device, then moved in one
 * step.
 *
 * <p>Temporary names start with a dot and end with {@code .tmp}; a process that is killed may leave one behind, an
 * exception does not.
 */
public final class AtomicFiles {
    private static final AtomicLong COUNTER = new AtomicLong();

    private AtomicFiles() {}

    /**
     * Writes a file, replacing what was there.
     *
     * @param target the file; its directory must exist
     * @param bytes the whole content
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public static void write(Path target, byte[] bytes) throws IOException {
        Path temporary = temporaryFor(target);
        try {
            writeAll(temporary, bytes);
            publish(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Writes a text file in UTF-8, replacing what was there.
     *
     * @param target the file; its directory must exist
     * @param text the whole content
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public static void writeText(Path target, String text) throws IOException {
        write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A temporary name beside a file, used by nobody else.
     *
     * @param target the file that will be written
     * @return a path in the same directory, never null; no file is made
     */
    public static Path temporaryFor(Path target) {
        String unique = ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet();
        return target.resolveSibling("." + target.getFileName() + "." + unique + ".tmp");
    }

    /**
     * Gives a complete file its name: forces it to the device, moves it in one step and forces the directory.
     *
     * @param temporary the complete file, in the same directory as {@code target}
     * @param target its name; a file of that name is replaced
     * @throws IOException if one of the steps fails
     */
    public static void publish(Path temporary, Path target) throws IOException {
        force(temporary);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectory(target.toAbsolutePath().getParent());
    }

    /**
     * Deletes the temporary files that killed processes left in a directory.
     *
     * @param directory an existing directory
     * @throws IOException if it cannot be read or a file cannot be deleted
     */
    static void deleteTemporaries(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ".*.tmp")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * Forces a directory's entries to the device.
     *
     * @param directory an existing directory
     * @throws IOException if that fails
     */
    static void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows cannot open a directory, and needs no force to keep a rename. Elsewhere this is an error.
            if (!System.getProperty("os.name").startsWith("Windows")) {
                throw e;
            }
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void writeAll(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
