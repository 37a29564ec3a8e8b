package org.tailoff.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Records of one length in a file, seen through maps: the operating system reads what is asked for, and the heap holds
 * nothing.
 *
 * @param maps each of whole records, {@code perMap} of them except the last
 * @param perMap records in a map
 * @param length bytes in a record
 */
record MappedRecords(List<ByteBuffer> maps, int perMap, int length) {
    /** Bytes of a map: a buffer cannot be longer than 2 GB. */
    private static final int MOST = 1 << 30;

    /**
     * Maps a part of a file.
     *
     * @param file open for reading; may be closed afterwards
     * @param offset where the first record begins, in bytes
     * @param count how many records, at least 0
     * @param length bytes in a record, at least 1 and at most 2^30
     * @throws IOException if it cannot be mapped
     */
    static MappedRecords of(FileChannel file, long offset, int count, int length) throws IOException {
        return of(file, offset, count, length, MOST);
    }

    /** The same with maps of at most {@code most} bytes, or a record. */
    static MappedRecords of(FileChannel file, long offset, int count, int length, int most) throws IOException {
        int perMap = Math.max(1, most / length);
        List<ByteBuffer> maps = new ArrayList<>();
        for (int from = 0; from < count; from += perMap) {
            long records = Math.min(perMap, count - from);
            maps.add(file.map(FileChannel.MapMode.READ_ONLY, offset + (long) from * length, records * length));
            if (count - from <= perMap) {
                break; // from + perMap may be beyond any int
            }
        }
        return new MappedRecords(maps, perMap, length);
    }

    /** The map that holds a record. */
    ByteBuffer map(int index) {
        return maps.get(index / perMap);
    }

    /** Where a record begins in its map. */
    int start(int index) {
        return index % perMap * length;
    }
}
