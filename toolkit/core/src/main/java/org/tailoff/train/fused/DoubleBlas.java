package org.tailoff.train.fused;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.cblas_ddot;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas.cblas_idamax;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.tailoff.train.platform.NativeMemory;

/** BLAS in double precision. */
final class DoubleBlas implements NativeBlas {
    @Override
    public Pointer room(int count) {
        return NativeMemory.doubles(count);
    }

    @Override
    public Pointer view(Pointer memory, long offset) {
        return ((DoublePointer) memory).getPointer(offset);
    }

    @Override
    public double rounded(double value) {
        return value;
    }

    @Override
    public void store(double[] source, Pointer target, int count) {
        ((DoublePointer) target).put(source, 0, count);
    }

    @Override
    public void load(Pointer source, double[] target, int count) {
        ((DoublePointer) source).get(target, 0, count);
    }

    @Override
    public void loadInputs(BatchSource source, int[] order, int from, int count, Buffer target) {
        source.inputsInto(order, from, count, (DoubleBuffer) target);
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
        cblas_dgemm(
                CblasColMajor,
                transA,
                transB,
                m,
                n,
                k,
                alpha,
                (DoublePointer) a,
                lda,
                (DoublePointer) b,
                ldb,
                beta,
                (DoublePointer) c,
                ldc);
    }

    @Override
    public void gemv(int transA, int m, int n, Pointer a, int lda, Pointer x, Pointer y) {
        cblas_dgemv(
                CblasColMajor, transA, m, n, 1, (DoublePointer) a, lda, (DoublePointer) x, 1, 0, (DoublePointer) y, 1);
    }

    @Override
    public double dot(int count, Pointer x, Pointer y) {
        return cblas_ddot(count, (DoublePointer) x, 1, (DoublePointer) y, 1);
    }

    @Override
    public double largest(int count, Pointer x) {
        DoublePointer numbers = (DoublePointer) x;
        return Math.abs(numbers.get(cblas_idamax(count, numbers, 1)));
    }
}
