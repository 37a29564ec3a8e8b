package org.tailoff.train;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dsdot;
import static org.bytedeco.openblas.global.openblas.cblas_isamax;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;
import static org.bytedeco.openblas.global.openblas.cblas_sscal;

import org.bytedeco.javacpp.FloatPointer;

/** One dense layer in single precision; its twin is {@link DoubleBlas}. */
final class FloatBlas implements DenseBlas {

    private final int inputs;
    private final int outputs;

    /** Orientation of the activations: inputs x images in the first layer, images x inputs in the others. */
    private final boolean first;

    private final FloatPointer weights;
    private final FloatPointer biases;
    private final FloatPointer activations;
    private final FloatPointer product;
    private final FloatPointer deltas;
    private final FloatPointer scratch;
    private final FloatPointer ones;
    private final FloatPointer inputGram;
    private final FloatPointer deltaGram;

    /** Movable views: from the window of the inputs on, of some weights, of an image's inputs, of a column of the inputs' Gram matrix. */
    private final FloatPointer weightWindow;

    private final FloatPointer activationWindow;
    private final FloatPointer cursor;
    private final FloatPointer image;
    private final FloatPointer gramColumn;

    private final double[] inputProducts;
    private final double[] deltaProducts;

    /** Where numbers change precision on their way between Java and native memory. */
    private final float[] staging;

    private int images;
    private int rows;

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
        weights = parameters.getPointer(shape.offset());
        biases = parameters.getPointer(shape.offset() + shape.weights());
        activations = allocate(shape.capacity() * inputs);
        product = allocate(shape.capacity() * outputs);
        deltas = allocate(shape.capacity() * outputs);
        scratch = allocate(shape.scratch());
        int widest = Math.max(inputs, outputs);
        ones = allocate(widest);
        inputGram = allocate(shape.capacity() * shape.capacity());
        deltaGram = allocate(shape.capacity() * shape.capacity());
        weightWindow = new FloatPointer(weights);
        activationWindow = new FloatPointer(activations);
        cursor = new FloatPointer(weights);
        image = new FloatPointer(activations);
        gramColumn = new FloatPointer(inputGram);
        inputProducts = new double[shape.capacity() * shape.capacity()];
        deltaProducts = new double[shape.capacity() * shape.capacity()];
        staging = new float[Math.max(shape.scratch(), shape.capacity() * Math.max(shape.capacity(), widest))];
        for (int i = 0; i < widest; i++) {
            ones.put(i, 1);
        }
    }

    private static FloatPointer allocate(int count) {
        return new FloatPointer(NativeMemory.bytes((long) count * Float.BYTES).asFloatBuffer());
    }

    private void store(double[] source, FloatPointer target, int count) {
        for (int i = 0; i < count; i++) {
            staging[i] = (float) source[i];
        }
        target.put(staging, 0, count);
    }

    private void load(FloatPointer source, double[] target, int count) {
        source.get(staging, 0, count);
        for (int i = 0; i < count; i++) {
            target[i] = staging[i];
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
    public void select(int images, int from, int rows) {
        this.images = images;
        this.rows = rows;
        weightWindow.position(from);
        activationWindow.position(first ? from : (long) from * images);
    }

    @Override
    public void writeInputs(double[] a, int count) {
        store(a, activations, count);
    }

    @Override
    public void forward(double[] z) {
        cblas_sgemm(
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
        load(product, z, images * outputs);
    }

    /** Distance in memory between the activations' columns. */
    private int stride() {
        return first ? inputs : images;
    }

    @Override
    public void writeDeltas(double[] d) {
        store(d, deltas, images * outputs);
    }

    @Override
    public void backward(double[] target) {
        cblas_sgemm(
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
        load(scratch, target, images * inputs);
    }

    @Override
    public void update(double keep, double step) {
        boolean decayFirst = keep != 1 && rows < inputs; // the weights outside the window decay too
        if (decayFirst) {
            cblas_sscal(inputs * outputs, (float) keep, weights, 1);
        }
        cblas_sgemm(
                CblasColMajor,
                first ? CblasNoTrans : CblasTrans,
                CblasNoTrans,
                rows,
                outputs,
                images,
                (float) -step,
                activationWindow,
                stride(),
                deltas,
                images,
                decayFirst ? 1 : (float) keep,
                weightWindow,
                inputs);
    }

    @Override
    public void gradient(double[] target) {
        cblas_sgemm(
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
        load(scratch, target, inputs * outputs);
    }

    /** Each image's inputs with those of the images up to itself: half of the Gram matrix, in half the time of {@code gemm}. */
    @Override
    public double gradientSquares() {
        for (int i = 0; i < images; i++) {
            image.position(activationWindow.position() + (first ? (long) i * inputs : i));
            inputsTimes(image, first ? 1 : images, i + 1, gramColumn.position((long) i * images));
        }
        cblas_sgemm(
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
        load(inputGram, inputProducts, images * images);
        load(deltaGram, deltaProducts, images * images);
        return Vectors.symmetricDot(inputProducts, deltaProducts, images);
    }

    @Override
    public double gradientSum() {
        inputsTimes(ones, 1, images, inputGram);
        cblas_sgemv(CblasColMajor, CblasNoTrans, images, outputs, 1, deltas, images, ones, 1, 0, deltaGram, 1);
        return cblas_dsdot(images, inputGram, 1, deltaGram, 1);
    }

    /** Inner products of the first {@code count} images' inputs with a vector whose elements are {@code step} apart. */
    private void inputsTimes(FloatPointer vector, int step, int count, FloatPointer target) {
        cblas_sgemv(
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
        return Math.abs(activationWindow.get(cblas_isamax(count, activationWindow, 1)));
    }

    @Override
    public void readWeights(double[] target, int from, int count) {
        load(cursor.position(from), target, count);
    }

    @Override
    public void writeWeights(double[] source) {
        store(source, weights, inputs * outputs);
    }

    @Override
    public void readBiases(double[] target) {
        load(biases, target, outputs);
    }

    @Override
    public void writeBiases(double[] source) {
        store(source, biases, outputs);
    }
}
