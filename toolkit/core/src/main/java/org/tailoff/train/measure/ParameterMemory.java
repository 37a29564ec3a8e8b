package org.tailoff.train.measure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network's flattened parameters or gradients where they lie; Java sees doubles, whatever the precision. */
public final class ParameterMemory {
    private final DoublePointer doubles;
    private final FloatPointer floats;
    private final float[] room;
    private final int length;

    /**
     * Looks at an array.
     *
     * @param flattened a contiguous array of doubles or floats
     * @throws IllegalArgumentException if it holds another type
     */
    public ParameterMemory(INDArray flattened) {
        length = Math.toIntExact(flattened.length());
        Pointer address = flattened.data().pointer();
        boolean isDouble = flattened.dataType() == DataType.DOUBLE;
        if (!isDouble && flattened.dataType() != DataType.FLOAT) {
            throw new IllegalArgumentException("parameters must be double or float, were " + flattened.dataType());
        }
        doubles = isDouble ? new DoublePointer(address) : null;
        floats = isDouble ? null : new FloatPointer(address);
        room = new float[isDouble ? 0 : length];
    }

    /** The memory itself, {@code DoublePointer} or {@code FloatPointer}. */
    public Pointer pointer() {
        return doubles == null ? floats : doubles;
    }

    int length() {
        return length;
    }

    boolean isDouble() {
        return doubles != null;
    }

    /** Copies the elements from {@code offset} on until {@code target} is full. */
    public void read(int offset, double[] target) {
        if (doubles != null) {
            doubles.position(offset).get(target, 0, target.length);
            doubles.position(0);
            return;
        }
        floats.position(offset).get(room, 0, target.length);
        floats.position(0);
        for (int i = 0; i < target.length; i++) {
            target[i] = room[i];
        }
    }

    /** Sum of the squares of {@code count} elements from {@code offset} on, added up in double precision. */
    double squares(int offset, int count) {
        if (doubles != null) {
            double sum = openblas.cblas_ddot(count, doubles.position(offset), 1, doubles, 1);
            doubles.position(0);
            return sum;
        }
        double sum = openblas.cblas_dsdot(count, floats.position(offset), 1, floats, 1);
        floats.position(0);
        return sum;
    }

    /** Overwrites all elements of a contiguous array with the first ones of {@code source}. */
    public static void write(double[] source, INDArray target) {
        int length = Math.toIntExact(target.length());
        if (target.dataType() == DataType.DOUBLE) {
            new DoublePointer(target.data().pointer()).put(source, 0, length);
            return;
        }
        float[] floats = new float[length];
        for (int i = 0; i < length; i++) {
            floats[i] = (float) source[i];
        }
        new FloatPointer(target.data().pointer()).put(floats, 0, length);
    }

    /** All elements, little-endian, in the memory's own precision. */
    public byte[] toBytes() {
        double[] values = new double[length];
        read(0, values);
        ByteBuffer bytes = ByteBuffer.allocate(length * (isDouble() ? Double.BYTES : Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (isDouble()) {
                bytes.putDouble(value);
            } else {
                bytes.putFloat((float) value);
            }
        }
        return bytes.array();
    }

    /** Overwrites all elements with what {@link #toBytes} gave. */
    public void fromBytes(byte[] saved) {
        ByteBuffer bytes = ByteBuffer.wrap(saved).order(ByteOrder.LITTLE_ENDIAN);
        if (doubles != null) {
            double[] values = new double[length];
            bytes.asDoubleBuffer().get(values);
            doubles.put(values);
        } else {
            bytes.asFloatBuffer().get(room);
            floats.put(room);
        }
    }
}
