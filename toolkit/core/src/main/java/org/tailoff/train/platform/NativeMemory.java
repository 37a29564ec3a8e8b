package org.tailoff.train.platform;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Native memory that Java's own garbage collector frees, so it is right with JavaCPP's pointer collection switched off.
 */
public final class NativeMemory {

    /** A cache line, and an AVX-512 register. */
    private static final int ALIGNMENT = 64;

    private NativeMemory() {}

    /** Zeroed bytes from a multiple of 64. */
    public static ByteBuffer bytes(long count) {
        // An aligned slice loses up to a whole alignment at its end too.
        return ByteBuffer.allocateDirect(Math.toIntExact(count + 2 * ALIGNMENT))
                .alignedSlice(ALIGNMENT)
                .slice(0, Math.toIntExact(count))
                .order(ByteOrder.nativeOrder());
    }

    /** So many zeros in double precision. */
    public static DoublePointer doubles(int count) {
        return new DoublePointer(bytes((long) count * Double.BYTES).asDoubleBuffer());
    }

    /** So many zeros in single precision. */
    public static FloatPointer floats(int count) {
        return new FloatPointer(bytes((long) count * Float.BYTES).asFloatBuffer());
    }
}
