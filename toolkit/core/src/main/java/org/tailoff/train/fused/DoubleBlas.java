package org.tailoff.train.fused;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_ddot;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas.cblas_idamax;

import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.tailoff.train.platform.NativeMemory;

/** One dense layer in double precision; {@code TwinsTest} holds {@link FloatBlas} to the same text. */
final class DoubleBlas implements DenseBlas {

    private static final int COLUMNS = CblasColMajor;
    private static final int AS_IS = CblasNoTrans;
    private static final int TURNED = CblasTrans;

    private final int inputs;
    private final int outputs;

    /** Orientation of the activations: inputs x examples in the first layer, examples x inputs in the others. */
    private final boolean first;

    /** How the activations are read so that an example is a row, and a column. */
    private final int asRows;

    private final int asColumns;

    private final DoublePointer weights;
    private final DoublePointer biases;
    private final DoubleBuffer inputBuffer;
    private final DoublePointer activations;
    private final DoublePointer product;
    private final DoublePointer deltas;
    private final DoublePointer pulled;
    private final DoublePointer gradient;
    private final DoublePointer ones;
    private final DoublePointer gram;

    /** Movable views: three from the window of the inputs on, and one of some weights. */
    private final DoublePointer weightWindow;

    private final DoublePointer gradientWindow;
    private final DoublePointer activationWindow;
    private final DoublePointer cursor;

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
     */
    DoubleBlas(LayerRegion shape, DoublePointer parameters) {
        inputs = shape.inputs();
        outputs = shape.outputs();
        first = shape.first();
        asRows = first ? TURNED : AS_IS;
        asColumns = first ? AS_IS : TURNED;
        weights = parameters.getPointer(shape.offset());
        biases = parameters.getPointer(shape.offset() + shape.weights());
        activations = NativeMemory.doubles(shape.capacity() * inputs);
        inputBuffer = activations.asBuffer();
        product = NativeMemory.doubles(shape.capacity() * outputs);
        deltas = NativeMemory.doubles(shape.capacity() * outputs);
        pulled = NativeMemory.doubles(shape.pulled());
        gradient = NativeMemory.doubles(shape.weights());
        int widest = Math.max(inputs, outputs);
        ones = NativeMemory.doubles(widest);
        gram = NativeMemory.doubles(shape.capacity() * shape.capacity());
        weightWindow = new DoublePointer(weights);
        gradientWindow = new DoublePointer(gradient);
        activationWindow = new DoublePointer(activations);
        cursor = new DoublePointer(weights);
        for (int i = 0; i < widest; i++) {
            ones.put(i, 1);
        }
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public double rounded(double value) {
        return value;
    }

    @Override
    public void select(int examples, int from, int rows) {
        this.examples = examples;
        this.rows = rows;
        stride = first ? inputs : examples;
        weightWindow.position(from);
        gradientWindow.position(from);
        activationWindow.position(first ? from : (long) from * examples);
    }

    @Override
    public void loadInputs(BatchSource source, int[] order, int from, int count) {
        source.inputsInto(order, from, count, inputBuffer);
        bound = source.largest();
    }

    @Override
    public void writeInputs(double[] a, int count) {
        activations.put(a, 0, count);
    }

    @Override
    public void forward(double[] z) {
        cblas_dgemm(
                COLUMNS,
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
        product.get(z, 0, examples * outputs);
    }

    @Override
    public void writeDeltas(double[] d) {
        deltas.put(d, 0, examples * outputs);
    }

    @Override
    public void backward(double[] target) {
        cblas_dgemm(
                COLUMNS, AS_IS, TURNED, examples, inputs, outputs, 1, deltas, examples, weights, inputs, 0, pulled,
                examples);
        pulled.get(target, 0, examples * inputs);
    }

    @Override
    public void update(double keep, double step) {
        cblas_dgemm(
                COLUMNS,
                asColumns,
                AS_IS,
                rows,
                outputs,
                examples,
                -step,
                activationWindow,
                stride,
                deltas,
                examples,
                keep,
                weightWindow,
                inputs);
        int from = (int) weightWindow.position();
        scale(0, from, keep);
        scale(from + rows, inputs - from - rows, keep);
    }

    /** Decay of the weights outside the window: keep times {@code count} rows from {@code row} on. */
    private void scale(int row, int count, double keep) {
        if (keep != 1 && count > 0) {
            cursor.position(row);
            cblas_dgemm(
                    COLUMNS, AS_IS, AS_IS, count, outputs, 0, 0, activations, count, deltas, 1, keep, cursor, inputs);
        }
    }

    @Override
    public void sumGradient(boolean more) {
        if (!more) {
            Pointer.memset(gradient, 0, (long) inputs * outputs * Double.BYTES);
        }
        cblas_dgemm(
                COLUMNS,
                asColumns,
                AS_IS,
                rows,
                outputs,
                examples,
                1,
                activationWindow,
                stride,
                deltas,
                examples,
                1,
                gradientWindow,
                inputs);
    }

    @Override
    public void readGradient(double[] target) {
        gradient.get(target, 0, inputs * outputs);
    }

    @Override
    public double gradientSquares() {
        if (examples > outputs) {
            sumGradient(false);
            return cblas_ddot(inputs * outputs, gradient, 1, gradient, 1);
        }
        cblas_dgemm(
                COLUMNS,
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
        cblas_dgemm(
                COLUMNS, AS_IS, AS_IS, examples, outputs, examples, 1, gram, examples, deltas, examples, 0, product,
                examples);
        return cblas_ddot(examples * outputs, deltas, 1, product, 1);
    }

    @Override
    public double gradientSum() {
        cblas_dgemv(
                COLUMNS,
                asRows,
                first ? rows : examples,
                first ? examples : rows,
                1,
                activationWindow,
                stride,
                ones,
                1,
                0,
                gram,
                1);
        cblas_dgemv(COLUMNS, AS_IS, examples, outputs, 1, deltas, examples, ones, 1, 0, product, 1);
        return cblas_ddot(examples, gram, 1, product, 1);
    }

    @Override
    public double largestInput() {
        return first ? bound : Math.abs(activationWindow.get(cblas_idamax(examples * rows, activationWindow, 1)));
    }

    @Override
    public void readWeights(double[] target, int from, int count) {
        cursor.position(from).get(target, 0, count);
    }

    @Override
    public void writeWeights(double[] source) {
        weights.put(source, 0, inputs * outputs);
    }

    @Override
    public void readBiases(double[] target) {
        biases.get(target, 0, outputs);
    }

    @Override
    public void writeBiases(double[] source) {
        biases.put(source, 0, outputs);
    }
}
