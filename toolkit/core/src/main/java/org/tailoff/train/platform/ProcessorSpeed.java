package org.tailoff.train.platform;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import org.bytedeco.javacpp.DoublePointer;

/**
 * How fast this processor with its BLAS kernels is, by the two largest matrix products of a step of 784-30-10 with
 * mini-batches of 10: for an estimate of times, not for a benchmark.
 */
public final class ProcessorSpeed {
    /** Microseconds that the two products take on the machine of docs/performance.md, on which estimates are made. */
    private static final double REFERENCE_MICROS = 12;

    private static final int INPUTS = 784;
    private static final int OUTPUTS = 30;
    private static final int EXAMPLES = 10;
    private static final int ROUNDS = 12;
    private static final int PRODUCTS = 500;
    private static final double NANOS_PER_MICRO = 1e3;

    private final DoublePointer examples = NativeMemory.doubles(EXAMPLES * INPUTS);
    private final DoublePointer weights = NativeMemory.doubles(INPUTS * OUTPUTS);
    private final DoublePointer deltas = NativeMemory.doubles(EXAMPLES * OUTPUTS);

    private ProcessorSpeed() {}

    /**
     * Measures for less than a tenth of a second on a machine like the reference.
     *
     * @return how many times as long as the reference machine this one takes, greater than 0; 1 on an equal one that
     *     does nothing else
     */
    public static double timesTheReference() {
        ProcessorSpeed speed = new ProcessorSpeed();
        double fastest = Double.POSITIVE_INFINITY;
        // The fastest round is the one that nothing else got into.
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < PRODUCTS; i++) {
                speed.multiply();
            }
            fastest = Math.min(fastest, (System.nanoTime() - began) / NANOS_PER_MICRO / PRODUCTS);
        }
        return fastest / REFERENCE_MICROS;
    }

    /** Deltas = examples^T weights, as forward; then weights = examples deltas^T, as the gradient. */
    private void multiply() {
        cblas_dgemm(
                CblasColMajor,
                CblasTrans,
                CblasNoTrans,
                EXAMPLES,
                OUTPUTS,
                INPUTS,
                1,
                examples,
                INPUTS,
                weights,
                INPUTS,
                0,
                deltas,
                EXAMPLES);
        cblas_dgemm(
                CblasColMajor,
                CblasNoTrans,
                CblasNoTrans,
                INPUTS,
                OUTPUTS,
                EXAMPLES,
                1,
                examples,
                INPUTS,
                deltas,
                EXAMPLES,
                0,
                weights,
                INPUTS);
    }
}
