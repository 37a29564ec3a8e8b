package org.tailoff.train;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.tailoff.train.platform.NativeMemory;

/** Parameter memory of either precision, filled from and read into Java doubles. */
public final class Parameters {

    private final Pointer pointer;
    private final int count;

    private Parameters(Pointer pointer, int count) {
        this.pointer = pointer;
        this.count = count;
    }

    public static Parameters of(boolean single, double[] values) {
        Pointer pointer = single
                ? new FloatPointer(NativeMemory.bytes(4L * values.length).asFloatBuffer())
                : new DoublePointer(NativeMemory.bytes(8L * values.length).asDoubleBuffer());
        Parameters parameters = new Parameters(pointer, values.length);
        parameters.write(values);
        return parameters;
    }

    public Pointer pointer() {
        return pointer;
    }

    public void write(double[] values) {
        for (int i = 0; i < count; i++) {
            if (pointer instanceof FloatPointer floats) {
                floats.put(i, (float) values[i]);
            } else {
                ((DoublePointer) pointer).put(i, values[i]);
            }
        }
    }

    public double[] read() {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = pointer instanceof FloatPointer floats ? floats.get(i) : ((DoublePointer) pointer).get(i);
        }
        return values;
    }
}
