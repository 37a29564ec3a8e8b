package org.tailoff.train.fused;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.cblas_dsdot;
import static org.bytedeco.openblas.global.openblas.cblas_isamax;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.tailoff.train.platform.NativeMemory;

/** BLAS in single precision. */
final class FloatBlas implements NativeBlas {
    /** Where numbers change precision on their way between Java's doubles and native floats. */
    private final float[] room;

    /** {@code most}: numbers that are loaded or stored at once. */
    FloatBlas(int most) {
        room = new float[most];
    }

    @Override
    public Pointer room(int count) {
        return NativeMemory.floats(count);
    }

    @Override
    public Pointer view(Pointer memory, long offset) {
        return ((FloatPointer) memory).getPointer(offset);
    }

    @Override
    public double rounded(double value) {
        return (float) value;
    }

    @Override
    public void store(double[] source, Pointer target, int count) {
        for (int i = 0; i < count; i++) {
            room[i] = (float) source[i];
        }
        ((FloatPointer) target).put(room, 0, count);
    }

    @Override
    public void load(Pointer source, double[] target, int count) {
        ((FloatPointer) source).get(room, 0, count);
        for (int i = 0; i < count; i++) {
            target[i] = room[i];
        }
    }

    @Override
    public void loadInputs(BatchSource source, int[] order, int from, int count, Buffer target) {
        source.inputsInto(order, from, count, (FloatBuffer) target);
    }

    @Override
    public void gemm(
            int transA,
            int transB,
            int m,
            int n,
            int k,
            double alpha,
            Pointer a,
            int lda,
            Pointer b,
            int ldb,
            double beta,
            Pointer c,
            int ldc) {
        cblas_sgemm(
                CblasColMajor,
                transA,
                transB,
                m,
                n,
                k,
                (float) alpha,
                (FloatPointer) a,
                lda,
                (FloatPointer) b,
                ldb,
                (float) beta,
                (FloatPointer) c,
                ldc);
    }

    @Override
    public void gemv(int transA, int m, int n, Pointer a, int lda, Pointer x, Pointer y) {
        cblas_sgemv(CblasColMajor, transA, m, n, 1, (FloatPointer) a, lda, (FloatPointer) x, 1, 0, (FloatPointer) y, 1);
    }

    @Override
    public double dot(int count, Pointer x, Pointer y) {
        return cblas_dsdot(count, (FloatPointer) x, 1, (FloatPointer) y, 1);
    }

    @Override
    public double largest(int count, Pointer x) {
        FloatPointer numbers = (FloatPointer) x;
        return Math.abs(numbers.get(cblas_isamax(count, numbers, 1)));
    }
}
