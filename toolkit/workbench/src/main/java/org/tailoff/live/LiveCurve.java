package org.tailoff.live;

import java.util.Arrays;

/**
 * A curve that grows without end in bounded room: when it is full, every second point goes, and from then on only every
 * second one comes.
 */
final class LiveCurve {
    /** About one per pixel column. */
    static final int MOST_POINTS = 600;

    private final double[] x = new double[MOST_POINTS];
    private final double[] y = new double[MOST_POINTS];
    private int size;
    private long stride = 1;
    private long seen;

    void add(double atX, double atY) {
        if (seen++ % stride == 0) {
            if (size == MOST_POINTS) {
                halve();
            }
            x[size] = atX;
            y[size++] = atY;
        }
    }

    /** The point that comes is the one after an even number of kept ones, so the distances stay equal. */
    private void halve() {
        size = MOST_POINTS / 2;
        for (int i = 0; i < size; i++) {
            x[i] = x[2 * i];
            y[i] = y[2 * i];
        }
        stride *= 2;
    }

    double[] x() {
        return Arrays.copyOf(x, size);
    }

    double[] y() {
        return Arrays.copyOf(y, size);
    }
}
