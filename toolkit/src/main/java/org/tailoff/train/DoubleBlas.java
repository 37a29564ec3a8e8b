package org.tailoff.train;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_ddot;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas.cblas_dscal;
import static org.bytedeco.openblas.global.openblas.cblas_idamax;

import org.bytedeco.javacpp.DoublePointer;

/** One dense layer in double precision; its twin is {@link FloatBlas}. */
final class DoubleBlas implements DenseBlas {

    private final int inputs;
    private final int outputs;

    /** Orientation of the activations: inputs x images in the first layer, images x inputs in the others. */
    private final boolean first;

    private final DoublePointer weights;
    private final DoublePointer biases;
    private final DoublePointer activations;
    private final DoublePointer product;
    private final DoublePointer deltas;
    private final DoublePointer scratch;
    private final DoublePointer ones;
    private final DoublePointer inputGram;
    private final DoublePointer deltaGram;

    /** Movable views: from the window of the inputs on, of some weights, of an image's inputs, of a column of the inputs' Gram matrix. */
    private final DoublePointer weightWindow;

    private final DoublePointer activationWindow;
    private final DoublePointer cursor;
    private final DoublePointer image;
    private final DoublePointer gramColumn;

    private final double[] inputProducts;
    private final double[] deltaProducts;

    private int images;
    private int rows;

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
        weights = parameters.getPointer(shape.offset());
        biases = parameters.getPointer(shape.offset() + shape.weights());
        activations = allocate(shape.capacity() * inputs);
        product = allocate(shape.capacity() * outputs);
        deltas = allocate(shape.capacity() * outputs);
        scratch = allocate(shape.scratch());
        ones = allocate(Math.max(inputs, outputs));
        inputGram = allocate(shape.capacity() * shape.capacity());
        deltaGram = allocate(shape.capacity() * shape.capacity());
        weightWindow = new DoublePointer(weights);
        activationWindow = new DoublePointer(activations);
        cursor = new DoublePointer(weights);
        image = new DoublePointer(activations);
        gramColumn = new DoublePointer(inputGram);
        inputProducts = new double[shape.capacity() * shape.capacity()];
        deltaProducts = new double[shape.capacity() * shape.capacity()];
        for (int i = 0; i < Math.max(inputs, outputs); i++) {
            ones.put(i, 1);
        }
    }

    private static DoublePointer allocate(int count) {
        return new DoublePointer(NativeMemory.bytes((long) count * Double.BYTES).asDoubleBuffer());
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
    public void select(int images, int from, int rows) {
        this.images = images;
        this.rows = rows;
        weightWindow.position(from);
        activationWindow.position(first ? from : (long) from * images);
    }

    @Override
    public void writeInputs(double[] a, int count) {
        activations.put(a, 0, count);
    }

    @Override
    public void forward(double[] z) {
        cblas_dgemm(
                CblasColMajor,
                first ? CblasTrans : CblasNoTrans,
                CblasNoTrans,
                images,
                outputs,
                rows,
                1,
                activationWindow,
                stride(),
                weightWindow,
                inputs,
                0,
                product,
                images);
        product.get(z, 0, images * outputs);
    }

    /** Distance in memory between the activations' columns. */
    private int stride() {
        return first ? inputs : images;
    }

    @Override
    public void writeDeltas(double[] d) {
        deltas.put(d, 0, images * outputs);
    }

    @Override
    public void backward(double[] target) {
        cblas_dgemm(
                CblasColMajor,
                CblasNoTrans,
                CblasTrans,
                images,
                inputs,
                outputs,
                1,
                deltas,
                images,
                weights,
                inputs,
                0,
                scratch,
                images);
        scratch.get(target, 0, images * inputs);
    }

    @Override
    public void update(double keep, double step) {
        boolean decayFirst = keep != 1 && rows < inputs; // the weights outside the window decay too
        if (decayFirst) {
            cblas_dscal(inputs * outputs, keep, weights, 1);
        }
        cblas_dgemm(
                CblasColMajor,
                first ? CblasNoTrans : CblasTrans,
                CblasNoTrans,
                rows,
                outputs,
                images,
                -step,
                activationWindow,
                stride(),
                deltas,
                images,
                decayFirst ? 1 : keep,
                weightWindow,
                inputs);
    }

    @Override
    public void gradient(double[] target) {
        cblas_dgemm(
                CblasColMajor,
                first ? CblasNoTrans : CblasTrans,
                CblasNoTrans,
                inputs,
                outputs,
                images,
                1,
                activations,
                stride(),
                deltas,
                images,
                0,
                scratch,
                inputs);
        scratch.get(target, 0, inputs * outputs);
    }

    /** Each image's inputs with those of the images up to itself: half of the Gram matrix, in half the time of {@code gemm}. */
    @Override
    public double gradientSquares() {
        for (int i = 0; i < images; i++) {
            image.position(activationWindow.position() + (first ? (long) i * inputs : i));
            inputsTimes(image, first ? 1 : images, i + 1, gramColumn.position((long) i * images));
        }
        cblas_dgemm(
                CblasColMajor,
                CblasNoTrans,
                CblasTrans,
                images,
                images,
                outputs,
                1,
                deltas,
                images,
                deltas,
                images,
                0,
                deltaGram,
                images);
        inputGram.get(inputProducts, 0, images * images);
        deltaGram.get(deltaProducts, 0, images * images);
        return Vectors.symmetricDot(inputProducts, deltaProducts, images);
    }

    @Override
    public double gradientSum() {
        inputsTimes(ones, 1, images, inputGram);
        cblas_dgemv(CblasColMajor, CblasNoTrans, images, outputs, 1, deltas, images, ones, 1, 0, deltaGram, 1);
        return cblas_ddot(images, inputGram, 1, deltaGram, 1);
    }

    /** Inner products of the first {@code count} images' inputs with a vector whose elements are {@code step} apart. */
    private void inputsTimes(DoublePointer vector, int step, int count, DoublePointer target) {
        cblas_dgemv(
                CblasColMajor,
                first ? CblasTrans : CblasNoTrans,
                first ? rows : count,
                first ? count : rows,
                1,
                activationWindow,
                stride(),
                vector,
                step,
                0,
                target,
                1);
    }

    @Override
    public double largestInput() {
        int count = first ? (images - 1) * inputs + rows : images * rows;
        return Math.abs(activationWindow.get(cblas_idamax(count, activationWindow, 1)));
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
