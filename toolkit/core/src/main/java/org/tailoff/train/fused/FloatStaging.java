package org.tailoff.train.fused;

import org.bytedeco.javacpp.FloatPointer;

/** Where numbers change precision on their way between Java's doubles and native floats. */
final class FloatStaging {
    private final float[] room;

    /** Room for so many numbers at a time. */
    FloatStaging(int capacity) {
        room = new float[capacity];
    }

    /** Copies the first {@code count} numbers to native memory, each rounded to the nearest float. */
    void store(double[] source, FloatPointer target, int count) {
        for (int i = 0; i < count; i++) {
            room[i] = (float) source[i];
        }
        target.put(room, 0, count);
    }

    /** Copies {@code count} numbers from native memory. */
    void load(FloatPointer source, double[] target, int count) {
        source.get(room, 0, count);
        for (int i = 0; i < count; i++) {
            target[i] = room[i];
        }
    }
}
