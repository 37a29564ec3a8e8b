package org.tailoff.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Native memory that Java's own garbage collector frees, so it is right with JavaCPP's pointer collection switched off. */
final class NativeMemory {

    /** A cache line, and an AVX-512 register. */
    private static final int ALIGNMENT = 64;

    private NativeMemory() {}

    /** Zeroed bytes from a multiple of 64. */
    static ByteBuffer bytes(long count) {
        return ByteBuffer.allocateDirect(Math.toIntExact(count + ALIGNMENT))
                .alignedSlice(ALIGNMENT)
                .order(ByteOrder.nativeOrder());
    }
}
