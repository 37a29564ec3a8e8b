package org.tailoff.train.fused;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dsdot;
import static org.bytedeco.openblas.global.openblas.cblas_isamax;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.tailoff.train.platform.NativeMemory;

/** One dense layer in single precision; {@code TwinsTest} holds {@link DoubleBlas} to the same text. */
final class FloatBlas implements DenseBlas {

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

    private final FloatPointer weights;
    private final FloatPointer biases;
    private final FloatBuffer inputBuffer;
    private final FloatPointer activations;
    private final FloatPointer product;
    private final FloatPointer deltas;
    private final FloatPointer pulled;
    private final FloatPointer gradient;
    private final FloatPointer ones;
    private final FloatPointer gram;

    /** Movable views: three from the window of the inputs on, and one of some weights. */
    private final FloatPointer weightWindow;

    private final FloatPointer gradientWindow;
    private final FloatPointer activationWindow;
    private final FloatPointer cursor;

    private final FloatStaging staging;

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
    FloatBlas(LayerRegion shape, FloatPointer parameters) {
        inputs = shape.inputs();
        outputs = shape.outputs();
        first = shape.first();
        asRows = first ? TURNED : AS_IS;
        asColumns = first ? AS_IS : TURNED;
        weights = parameters.getPointer(shape.offset());
        biases = parameters.getPointer(shape.offset() + shape.weights());
        activations = NativeMemory.floats(shape.capacity() * inputs);
        inputBuffer = activations.asBuffer();
        product = NativeMemory.floats(shape.capacity() * outputs);
        deltas = NativeMemory.floats(shape.capacity() * outputs);
        pulled = NativeMemory.floats(shape.pulled());
        gradient = NativeMemory.floats(shape.weights());
        int widest = Math.max(inputs, outputs);
        ones = NativeMemory.floats(widest);
        gram = NativeMemory.floats(shape.capacity() * shape.capacity());
        weightWindow = new FloatPointer(weights);
        gradientWindow = new FloatPointer(gradient);
        activationWindow = new FloatPointer(activations);
        cursor = new FloatPointer(weights);
        staging = new FloatStaging(Math.max(shape.weights(), shape.capacity() * widest));
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
        return (float) value;
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
        staging.store(a, activations, count);
    }

    @Override
    public void forward(double[] z) {
        cblas_sgemm(
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
        staging.load(product, z, examples * outputs);
    }

    @Override
    public void writeDeltas(double[] d) {
        staging.store(d, deltas, examples * outputs);
    }

    @Override
    public void backward(double[] target) {
        cblas_sgemm(
                COLUMNS, AS_IS, TURNED, examples, inputs, outputs, 1, deltas, examples, weights, inputs, 0, pulled,
                examples);
        staging.load(pulled, target, examples * inputs);
    }

    @Override
    public void update(double keep, double step) {
        cblas_sgemm(
                COLUMNS,
                asColumns,
                AS_IS,
                rows,
                outputs,
                examples,
                (float) -step,
                activationWindow,
                stride,
                deltas,
                examples,
                (float) keep,
                weightWindow,
                inputs);
        int from = (int) weightWindow.position();
        scale(0, from, (float) keep);
        scale(from + rows, inputs - from - rows, (float) keep);
    }

    /** Decay of the weights outside the window: keep times {@code count} rows from {@code row} on. */
    private void scale(int row, int count, float keep) {
        if (keep != 1 && count > 0) {
            cursor.position(row);
            cblas_sgemm(
                    COLUMNS, AS_IS, AS_IS, count, outputs, 0, 0, activations, count, deltas, 1, keep, cursor, inputs);
        }
    }

    @Override
    public void sumGradient(boolean more) {
        if (!more) {
            Pointer.memset(gradient, 0, (long) inputs * outputs * Float.BYTES);
        }
        cblas_sgemm(
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
        staging.load(gradient, target, inputs * outputs);
    }

    @Override
    public double gradientSquares() {
        if (examples > outputs) {
            sumGradient(false);
            return cblas_dsdot(inputs * outputs, gradient, 1, gradient, 1);
        }
        cblas_sgemm(
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
        cblas_sgemm(
                COLUMNS, AS_IS, AS_IS, examples, outputs, examples, 1, gram, examples, deltas, examples, 0, product,
                examples);
        return cblas_dsdot(examples * outputs, deltas, 1, product, 1);
    }

    @Override
    public double gradientSum() {
        cblas_sgemv(
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
        cblas_sgemv(COLUMNS, AS_IS, examples, outputs, 1, deltas, examples, ones, 1, 0, product, 1);
        return cblas_dsdot(examples, gram, 1, product, 1);
    }

    @Override
    public double largestInput() {
        return first ? bound : Math.abs(activationWindow.get(cblas_isamax(examples * rows, activationWindow, 1)));
    }

    @Override
    public void readWeights(double[] target, int from, int count) {
        staging.load(cursor.position(from), target, count);
    }

    @Override
    public void writeWeights(double[] source) {
        staging.store(source, weights, inputs * outputs);
    }

    @Override
    public void readBiases(double[] target) {
        staging.load(biases, target, outputs);
    }

    @Override
    public void writeBiases(double[] source) {
        staging.store(source, biases, outputs);
    }
}
