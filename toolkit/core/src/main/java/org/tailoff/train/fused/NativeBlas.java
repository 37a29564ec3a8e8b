package org.tailoff.train.fused;

import java.nio.Buffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * What a dense layer asks of BLAS, in one precision; Java sees doubles. Matrices lie in column order, vectors are
 * contiguous, and every pointer is of this precision: the network's parameters, what {@link #room} gave, or a view of
 * them, from its position on.
 */
sealed interface NativeBlas permits DoubleBlas, FloatBlas {
    /**
     * For parameters in native memory.
     *
     * @param parameters the network's whole parameter memory
     * @param most most numbers that are loaded or stored at once
     * @throws IllegalArgumentException if they are neither doubles nor floats
     */
    static NativeBlas of(Pointer parameters, int most) {
        if (parameters instanceof DoublePointer) {
            return new DoubleBlas();
        }
        if (parameters instanceof FloatPointer) {
            return new FloatBlas(most);
        }
        throw new IllegalArgumentException("parameters must be doubles or floats, but are " + parameters.getClass());
    }

    /** So many zeros. */
    Pointer room(int count);

    /** A view of its own on memory, from an element on. */
    Pointer view(Pointer memory, long offset);

    /** The nearest number of this precision. */
    double rounded(double value);

    /** Copies the first {@code count} numbers of {@code source}, each rounded. */
    void store(double[] source, Pointer target, int count);

    /** Copies {@code count} numbers to the start of {@code target}. */
    void load(Pointer source, double[] target, int count);

    /** Has a source write the inputs of {@code count} examples. */
    void loadInputs(BatchSource source, int[] order, int from, int count, Buffer target);

    /** C &lt;- alpha op(A) op(B) + beta C with op(A) of m x k and op(B) of k x n; the parameters are those of BLAS. */
    void gemm(
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
            int ldc);

    /** y &lt;- op(A) x with A of m x n. */
    void gemv(int transA, int m, int n, Pointer a, int lda, Pointer x, Pointer y);

    /** sum_i x_i y_i, summed in double precision. */
    double dot(int count, Pointer x, Pointer y);

    /** max_i |x_i|. */
    double largest(int count, Pointer x);
}
