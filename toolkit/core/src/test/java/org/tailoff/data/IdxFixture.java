package org.tailoff.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Small IDX files: image i of 2 x 3 pixels holds 10 i, 10 i + 1, ..., and its label is i mod 10. */
final class IdxFixture {
    static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    private IdxFixture() {}

    /** A sound set of 12 training and 3 test images. */
    static void writeSet(Path directory) {
        write(directory.resolve(TRAIN_IMAGES), images(12, 2, 3));
        write(directory.resolve(TRAIN_LABELS), labels(12));
        write(directory.resolve(TEST_IMAGES), images(3, 2, 3));
        write(directory.resolve(TEST_LABELS), labels(3));
    }

    static byte[] images(int count, int rows, int columns) {
        ByteBuffer file = ByteBuffer.allocate(16 + count * rows * columns);
        file.putInt(0x803).putInt(count).putInt(rows).putInt(columns);
        for (int image = 0; image < count; image++) {
            for (int pixel = 0; pixel < rows * columns; pixel++) {
                file.put((byte) (10 * image + pixel));
            }
        }
        return file.array();
    }

    static byte[] labels(int count) {
        ByteBuffer file = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        for (int image = 0; image < count; image++) {
            file.put((byte) (image % 10));
        }
        return file.array();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] with(byte[] content, int index, int value) {
        byte[] changed = content.clone();
        changed[index] = (byte) value;
        return changed;
    }

    static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
