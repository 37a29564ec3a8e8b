package org.tailoff.data;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One IDX file of unsigned bytes, read from front to back and checked on the way.
 *
 * <p>Header: 0, 0, 8 (unsigned byte), number of dimensions; then each dimension as a big-endian int; then the bytes.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">The IDX file format, at the end of LeCun and Cortes's MNIST page</a>
 */
final class IdxStream implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int UNSIGNED_BYTES = 0x0800;

    private final IdxSource source;
    private final InputStream in;
    private final MessageDigest digest;
    private int[] dimensions;
    private long offset;

    private IdxStream(IdxSource source, InputStream in, int dimensionCount) {
        this.source = source;
        this.in = in;
        this.digest = DigestUtils.getSha256Digest();
        this.dimensions = new int[dimensionCount];
    }

    /**
     * Opens the file and reads its header.
     *
     * @param dimensionCounts how many dimensions it may have, ascending
     * @throws DataException if it cannot be opened or its header is not that of so many dimensions
     */
    static IdxStream open(IdxSource source, int... dimensionCounts) {
        InputStream raw = source.open();
        try {
            IdxStream stream = new IdxStream(source, uncompressed(raw), dimensionCounts[0]);
            stream.readHeader(dimensionCounts);
            return stream;
        } catch (EOFException e) {
            close(raw);
            throw DataException.at(source.name(), 0, "a gzip header", "its end");
        } catch (IOException e) {
            close(raw);
            throw DataException.at(source.name(), 0, "a readable gzip header", e.toString());
        } catch (DataException e) {
            close(raw);
            throw e;
        }
    }

    private static InputStream uncompressed(InputStream raw) throws IOException {
        InputStream buffered = new BufferedInputStream(raw, BUFFER);
        buffered.mark(2);
        byte[] first = buffered.readNBytes(2);
        buffered.reset();
        boolean gzipped = Arrays.equals(first, new byte[] {0x1f, (byte) 0x8b});
        return gzipped ? new Unzipped(buffered) : buffered;
    }

    private void readHeader(int... dimensionCounts) {
        int magic = readInt();
        int count = IntStream.of(dimensionCounts)
                .filter(each -> magic == (UNSIGNED_BYTES | each))
                .findFirst()
                .orElseThrow(() -> error(0, "the magic number " + magicNumbers(dimensionCounts), hexadecimal(magic)));
        dimensions = new int[count];
        for (int i = 0; i < count; i++) {
            dimensions[i] = readInt();
            if (dimensions[i] < 1) {
                throw error(offset - 4, "a dimension of at least 1", Integer.toString(dimensions[i]));
            }
        }
    }

    private static String magicNumbers(int... dimensionCounts) {
        return IntStream.of(dimensionCounts)
                .mapToObj(count -> hexadecimal(UNSIGNED_BYTES | count))
                .collect(Collectors.joining(" or "));
    }

    private static String hexadecimal(int magic) {
        return "0x" + HexFormat.of().toHexDigits(magic);
    }

    /** Checks, where nothing is compressed, that the file is as long as its header says, at most 2^62 bytes. */
    void requireLength() {
        if (compressed() || source.file().isEmpty()) {
            return;
        }
        long length = source.length();
        long end = offset + payload();
        if (length < end) {
            throw error(length, expectedLength(), "its end");
        }
        if (length > end) {
            throw error(end, "the end of the file", "more bytes");
        }
    }

    private boolean compressed() {
        return in instanceof Unzipped;
    }

    /** The file that holds the bytes as they are, from {@link #offset} on: none if it is compressed or in a jar. */
    Optional<Path> plain() {
        return compressed() ? Optional.empty() : source.file();
    }

    /** What comes out of a gzipped file. */
    private static final class Unzipped extends BufferedInputStream {
        Unzipped(InputStream zipped) throws IOException {
            super(new GZIPInputStream(zipped, BUFFER), BUFFER);
        }
    }

    private int readInt() {
        byte[] word = new byte[4];
        read(word, 0, 4);
        return ByteBuffer.wrap(word).getInt();
    }

    /** The dimensions, each at least 1. */
    int[] dimensions() {
        return dimensions.clone();
    }

    /** Bytes read so far, the header among them. */
    long offset() {
        return offset;
    }

    /** Reads exactly {@code length} bytes to {@code target[start]} and after, or throws. */
    void read(byte[] target, int start, int length) {
        int count = readUpTo(target, start, length);
        if (count < length) {
            throw error(offset, expectedLength(), "its end");
        }
        if (source.sha256().isPresent()) {
            digest.update(target, start, length);
        }
    }

    /** Reads all bytes after the header, however many it promises, and checks that the file ends there. */
    byte[] readAll() {
        byte[] all = new byte[0];
        while (all.length < payload()) {
            int more = (int) Math.min(payload() - all.length, Math.max(BUFFER, all.length));
            int start = all.length;
            all = Arrays.copyOf(all, start + more);
            read(all, start, more);
        }
        finish();
        return all;
    }

    private int readUpTo(byte[] target, int start, int length) {
        try {
            int count = in.readNBytes(target, start, length);
            offset += count;
            return count;
        } catch (EOFException e) {
            throw error(offset, "the rest of the gzip data", "its end: the file is truncated");
        } catch (ZipException e) {
            throw error(offset, "sound gzip data", "damage: " + e.getMessage());
        } catch (IOException e) {
            throw error(offset, "readable bytes", e.toString());
        }
    }

    private String expectedLength() {
        boolean headerRead = dimensions[dimensions.length - 1] > 0;
        int header = 4 + 4 * dimensions.length;
        return headerRead ? "a file of " + (header + payload()) + " bytes" : "a header of " + header + " bytes";
    }

    private long payload() {
        return IntStream.of(dimensions).asLongStream().reduce(1, IdxStream::multiplySaturated);
    }

    private static long multiplySaturated(long a, long b) {
        return Math.multiplyHigh(a, b) == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
    }

    /**
     * Checks, after the last byte, that nothing follows, that a gzip checksum holds, and the SHA-256 where it is known.
     */
    void finish() {
        if (readUpTo(new byte[1], 0, 1) > 0) {
            throw error(offset - 1, "the end of the file", "more bytes");
        }
        source.sha256().ifPresent(this::checkHash);
    }

    private void checkHash(String expected) {
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(expected)) {
            throw error(0, "bytes with the SHA-256 " + expected, found);
        }
    }

    /** An error of this file. */
    DataException error(long at, String expected, String found) {
        return DataException.at(source.name(), at, expected, found);
    }

    @Override
    public void close() {
        close(in);
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // Everything wanted has been read by now, or a better error is on its way.
        }
    }
}
