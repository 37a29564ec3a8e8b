package org.tailoff.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A checkpoint on disk: a line with the SHA-256 of the rest, then JSON.
 *
 * @param recordedIterations number of iterations in the database up to the checkpoint
 * @param checkpoint the checkpoint
 */
record CheckpointFile(long recordedIterations, Checkpoint checkpoint) {
    private static final int DIGEST_LINE = 65;

    void write(Path file) throws IOException {
        byte[] json = Json.write(this);
        byte[] line = (DigestUtils.sha256Hex(json) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] content = Arrays.copyOf(line, line.length + json.length);
        System.arraycopy(json, 0, content, line.length, json.length);
        Files.createDirectories(file.getParent());
        AtomicFiles.write(file, content);
    }

    /** Reads a checkpoint; empty if there is none or it is damaged. */
    static Optional<CheckpointFile> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(file);
        if (content.length <= DIGEST_LINE) {
            return Optional.empty();
        }
        String digest = new String(content, 0, DIGEST_LINE, StandardCharsets.ISO_8859_1);
        byte[] json = Arrays.copyOfRange(content, DIGEST_LINE, content.length);
        return digest.equals(DigestUtils.sha256Hex(json) + "\n")
                ? Optional.of(Json.read(json, CheckpointFile.class))
                : Optional.empty();
    }
}
