package org.tailoff.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file in {@code java.io.tmpdir} for what does not fit into memory. No other process sees it, and it is gone with the
 * last map of it, however this process ends.
 */
final class TemporaryFile implements Closeable {
    private final String content;
    private final FileChannel channel;

    /**
     * Makes an empty file.
     *
     * @param content what messages say it is for: the name of another file
     * @throws DataException if it cannot be made
     */
    TemporaryFile(String content) {
        this.content = content;
        try {
            Path file = Files.createTempFile("tailoff-", ".data");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /**
     * Adds bytes at the end.
     *
     * @throws DataException if there is no room for them
     */
    void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /** What has been written, as {@code count} records of {@code length} bytes. */
    MappedRecords map(int count, int length) {
        try {
            return MappedRecords.of(channel, 0, count, length);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private DataException noRoom(IOException e) {
        return DataException.of(
                System.getProperty("java.io.tmpdir"), "room for what " + content + " holds, unpacked", e.toString());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It has been mapped by now, or a better error is on its way.
        }
    }
}
