package org.tailoff.train.fused;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import java.nio.Buffer;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;

/**
 * Native memory of one dense layer and the matrix products on it, in the precision of the network's parameters; Java
 * sees doubles.
 *
 * <p>Symbols: W is the weights, inputs x outputs in column order (neuron j's incoming weights are contiguous); A the
 * layer's input activations, examples x inputs; Z = A W the weighted inputs without biases and D = dC/dZ, examples x
 * outputs in column order. W and the biases lie in the network's own parameter memory. Nothing here allocates after
 * construction.
 *
 * <p>Products run over a window of the inputs: those outside it are zero for every example of the mini-batch.
 */
final class DenseBlas {
    private static final int AS_IS = CblasNoTrans;
    private static final int TURNED = CblasTrans;

    private final NativeBlas blas;
    private final int inputs;
    private final int outputs;

    /** Orientation of the activations: inputs x examples in the first layer, examples x inputs in the others. */
    private final boolean first;

    /** How the activations are read so that an example is a row, and a column. */
    private final int asRows;

    private final int asColumns;

    private final Pointer weights;
    private final Pointer biases;
    private final Buffer inputBuffer;
    private final Pointer activations;
    private final Pointer product;
    private final Pointer deltas;
    private final Pointer pulled;
    private final Pointer gradient;
    private final Pointer ones;
    private final Pointer gram;

    /** Movable views: three from the window of the inputs on, and one of some weights. */
    private final Pointer weightWindow;

    private final Pointer gradientWindow;
    private final Pointer activationWindow;
    private final Pointer cursor;

    private int examples;
    private int rows;

    /** Distance in memory between the activations' columns. */
    private int stride;

    /** No input of the first layer is of greater magnitude. */
    private double bound;

    /**
     * Takes room for one layer.
     *
     * @param shape the layer
     * @param parameters the network's whole parameter memory
     * @throws IllegalArgumentException if they are neither doubles nor floats
     */
    DenseBlas(LayerRegion shape, Pointer parameters) {
        inputs = shape.inputs();
        outputs = shape.outputs();
        first = shape.first();
        asRows = first ? TURNED : AS_IS;
        asColumns = first ? AS_IS : TURNED;
        int widest = Math.max(inputs, outputs);
        blas = NativeBlas.of(parameters, Math.max(shape.weights(), shape.capacity() * widest));
        weights = blas.view(parameters, shape.offset());
        biases = blas.view(parameters, shape.offset() + shape.weights());
        activations = blas.room(shape.capacity() * inputs);
        inputBuffer = activations.asBuffer();
        product = blas.room(shape.capacity() * outputs);
        deltas = blas.room(shape.capacity() * outputs);
        pulled = blas.room(shape.pulled());
        gradient = blas.room(shape.weights());
        ones = blas.room(widest);
        gram = blas.room(shape.capacity() * shape.capacity());
        weightWindow = blas.view(weights, 0);
        gradientWindow = blas.view(gradient, 0);
        activationWindow = blas.view(activations, 0);
        cursor = blas.view(weights, 0);
        double[] one = new double[widest];
        Arrays.fill(one, 1);
        blas.store(one, ones, widest);
    }

    /** Inputs of the layer (fan-in). */
    int inputs() {
        return inputs;
    }

    /** Neurons of the layer (fan-out). */
    int outputs() {
        return outputs;
    }

    /** Number of weights. */
    int weights() {
        return inputs * outputs;
    }

    /** The nearest number of this memory's precision. */
    double rounded(double value) {
        return blas.rounded(value);
    }

    /**
     * Says how many examples the following calls are about, and which inputs may differ from zero: {@code rows} of them
     * from {@code from}.
     */
    void select(int examples, int from, int rows) {
        this.examples = examples;
        this.rows = rows;
        stride = first ? inputs : examples;
        weightWindow.position(from);
        gradientWindow.position(from);
        activationWindow.position(first ? from : (long) from * examples);
    }

    /** Stores the inputs of {@code count} examples as the input activations, to be called of a first layer alone. */
    void loadInputs(BatchSource source, int[] order, int from, int count) {
        blas.loadInputs(source, order, from, count, inputBuffer);
        bound = source.largest();
    }

    /** Stores {@code count} input activations from Java's {@code a}, from its start, as they lie in memory. */
    void writeInputs(double[] a, int count) {
        blas.store(a, activations, count);
    }

    /** Z = A W; copies Z, without biases, to {@code z}. */
    void forward(double[] z) {
        blas.gemm(
                asRows,
                AS_IS,
                examples,
                outputs,
                rows,
                1,
                activationWindow,
                stride,
                weightWindow,
                inputs,
                0,
                product,
                examples);
        blas.load(product, z, examples * outputs);
    }

    /** Stores D. */
    void writeDeltas(double[] d) {
        blas.store(d, deltas, examples * outputs);
    }

    /** D W^T, examples x inputs in column order: the derivative of the cost by the input activations. */
    void backward(double[] target) {
        blas.gemm(AS_IS, TURNED, examples, inputs, outputs, 1, deltas, examples, weights, inputs, 0, pulled, examples);
        blas.load(pulled, target, examples * inputs);
    }

    /** W &lt;- keep W - step A^T D. */
    void update(double keep, double step) {
        addProduct(-step, keep, weightWindow);
        int from = (int) weightWindow.position();
        scale(0, from, blas.rounded(keep));
        scale(from + rows, inputs - from - rows, blas.rounded(keep));
    }

    /** C &lt;- alpha A^T D + beta C, for the inputs of the window. */
    private void addProduct(double alpha, double beta, Pointer c) {
        blas.gemm(
                asColumns,
                AS_IS,
                rows,
                outputs,
                examples,
                alpha,
                activationWindow,
                stride,
                deltas,
                examples,
                beta,
                c,
                inputs);
    }

    /** Decay of the weights outside the window: keep times {@code count} rows from {@code row} on. */
    private void scale(int row, int count, double keep) {
        if (keep != 1 && count > 0) {
            cursor.position(row);
            blas.gemm(AS_IS, AS_IS, count, outputs, 0, 0, activations, count, deltas, 1, keep, cursor, inputs);
        }
    }

    /**
     * Finds A^T D, the gradient summed over the examples, over all inputs.
     *
     * @param more whether it is added to what was found before
     */
    void sumGradient(boolean more) {
        if (!more) {
            Pointer.memset(gradient, 0, (long) weights() * gradient.sizeof());
        }
        addProduct(1, 1, gradientWindow);
    }

    /** Copies the gradient found, inputs x outputs. */
    void readGradient(double[] target) {
        blas.load(gradient, target, weights());
    }

    /**
     * ||A^T D||^2: with fewer examples than outputs from the examples' Gram matrix, as the inner product of D and (A
     * A^T) D; with more from the gradient, which then takes fewer products.
     */
    double gradientSquares() {
        if (examples > outputs) {
            sumGradient(false);
            return blas.dot(weights(), gradient, gradient);
        }
        blas.gemm(
                asRows,
                asColumns,
                examples,
                examples,
                rows,
                1,
                activationWindow,
                stride,
                activationWindow,
                stride,
                0,
                gram,
                examples);
        blas.gemm(AS_IS, AS_IS, examples, outputs, examples, 1, gram, examples, deltas, examples, 0, product, examples);
        return blas.dot(examples * outputs, deltas, product);
    }

    /** Sum of A^T D over all its elements: over the examples, the sum of its inputs times the sum of its deltas. */
    double gradientSum() {
        blas.gemv(asRows, first ? rows : examples, first ? examples : rows, activationWindow, stride, ones, gram);
        blas.gemv(AS_IS, examples, outputs, deltas, examples, ones, product);
        return blas.dot(examples, gram, product);
    }

    /** No input activation is of greater magnitude. */
    double largestInput() {
        return first ? bound : blas.largest(examples * rows, activationWindow);
    }

    /** Copies {@code count} weights from index {@code from} to the start of {@code target}. */
    void readWeights(double[] target, int from, int count) {
        blas.load(cursor.position(from), target, count);
    }

    /** Stores all weights. */
    void writeWeights(double[] source) {
        blas.store(source, weights, weights());
    }

    /** Copies the biases. */
    void readBiases(double[] target) {
        blas.load(biases, target, outputs);
    }

    /** Stores the biases. */
    void writeBiases(double[] source) {
        blas.store(source, biases, outputs);
    }
}
