package org.tailoff.train.fused;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;

/**
 * A stack of dense layers on a network's own parameter memory: loads mini-batches and runs them forward.
 *
 * <p>Memory order, layer after layer, is DL4J's: weights, inputs x outputs in column order, then biases. The memory
 * stays the only copy of the parameters; whatever writes to it between two calls is seen by the second. Used by one
 * thread.
 */
public final class FusedNetwork {

    /**
     * The products' window starts and ends at multiples of this: whole cache lines and vector registers, of floats too.
     */
    private static final int WINDOW_STEP = 16;

    private static final HiddenListener UNWATCHED = (layer, z, count) -> {};

    private final DenseStack stack;
    private final BatchSource source;
    private final Batch batch;
    private final FusedLayer[] layers;
    private final DropoutFactors thinning;

    /**
     * Lays the stack over parameter memory.
     *
     * @param stack shape
     * @param parameters {@code DoublePointer} or {@code FloatPointer} to all parameters, from its position
     * @param source examples to be loaded, of the stack's numbers of inputs and outputs
     * @param capacity most examples at a time, at least 1
     * @throws IllegalArgumentException if the memory's type, the source or the capacity does not fit
     */
    public FusedNetwork(DenseStack stack, Pointer parameters, BatchSource source, int capacity) {
        this.stack = stack;
        this.source = requireFits(source, stack);
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, but is " + capacity);
        }
        batch = new Batch(capacity, source.outputs());
        thinning = new DropoutFactors(stack, capacity);
        openblas.blas_set_num_threads(1);
        layers = new FusedLayer[stack.layers()];
        int offset = 0;
        for (int layer = 0; layer < stack.layers(); layer++) {
            LayerRegion shape = new LayerRegion(stack.fanIn(layer), stack.fanOut(layer), offset, capacity, layer == 0);
            layers[layer] = new FusedLayer(new DenseBlas(shape, parameters), capacity);
            offset += shape.weights() + shape.outputs();
        }
    }

    private static BatchSource requireFits(BatchSource source, DenseStack stack) {
        int last = stack.layers() - 1;
        if (source.inputs() != stack.fanIn(0) || source.outputs() != stack.fanOut(last)) {
            throw new IllegalArgumentException("source must have " + stack.fanIn(0) + " inputs and "
                    + stack.fanOut(last) + " outputs, but has " + source.inputs() + " and " + source.outputs());
        }
        return source;
    }

    /** Layers, in the order of the flow; an array because iterators would be garbage in every step. */
    FusedLayer[] layers() {
        return layers;
    }

    /** What hidden activations are multiplied by: those of evaluation, until a mask is written over them. */
    public double[][] factors() {
        return thinning.factors();
    }

    /**
     * What a layer above the first was given by the forward pass.
     *
     * @param layer index of the layer, from 1
     * @return examples x fan-in in column order, from the start; valid until the next call
     */
    double[] inputs(int layer) {
        return thinning.sent(layer - 1, layers[layer - 1].activations, batch.examples);
    }

    /** Examples loaded. */
    int examples() {
        return batch.examples;
    }

    /**
     * Loads the examples {@code [from, to)}, as many at a time as there is room for.
     *
     * @param loaded given the index of the first example of each chunk once it is loaded
     */
    void loadAll(int from, int to, IntConsumer loaded) {
        int most = batch.labels.length;
        for (int start = from; start < to; start += most) {
            int[] chunk = IntStream.range(start, Math.min(start + most, to)).toArray();
            load(chunk, 0, chunk.length);
            loaded.accept(start);
        }
    }

    /**
     * Loads a mini-batch and finds the window of inputs that are not zero in all of its examples.
     *
     * @param order indices of examples
     * @param from where in {@code order} the mini-batch starts
     * @param count how many examples, from 1 to the capacity
     * @throws IllegalArgumentException if {@code count} is out of its range
     */
    public void load(int[] order, int from, int count) {
        if (count < 1 || count > batch.labels.length) {
            throw new IllegalArgumentException(
                    "a mini-batch must have 1 to " + batch.labels.length + " examples, but has " + count);
        }
        int first = source.inputs();
        int end = 0;
        for (int i = 0; i < count; i++) {
            int example = order[from + i];
            batch.labels[i] = source.label(example);
            first = Math.min(first, source.firstUsed(example));
            end = Math.max(end, source.endOfUsed(example));
        }
        batch.examples = count;
        layers[0].blas.loadInputs(source, order, from, count);
        select(Math.min(first, source.inputs() - 1) & -WINDOW_STEP, Math.max(end, 1));
    }

    private void select(int from, int end) {
        int roundedEnd = Math.min(source.inputs(), end + WINDOW_STEP - 1 & -WINDOW_STEP);
        layers[0].blas.select(batch.examples, from, Math.max(roundedEnd - from, 1));
        for (int layer = 1; layer < layers.length; layer++) {
            layers[layer].blas.select(batch.examples, 0, stack.fanIn(layer));
        }
    }

    /**
     * Runs the loaded mini-batch forward.
     *
     * @return cost summed over the examples and outputs, without any regularisation
     */
    double forward() {
        return forward(UNWATCHED);
    }

    /**
     * Runs the loaded mini-batch forward, showing the weighted inputs of the hidden layers on their way.
     *
     * @param listener sees z of each hidden layer before it is activated
     * @return cost summed over the examples and outputs, without any regularisation
     */
    double forward(HiddenListener listener) {
        for (int layer = 0; layer < layers.length - 1; layer++) {
            FusedLayer hidden = layers[layer];
            hidden.weigh(batch.examples);
            listener.see(layer, hidden.activations, hidden.size());
            stack.hidden().get(layer).activate(hidden.activations, hidden.size());
            double[] sent = thinning.sent(layer, hidden.activations, batch.examples);
            layers[layer + 1].blas.writeInputs(sent, hidden.size());
        }
        FusedLayer output = output();
        output.weigh(batch.examples);
        double cost = 0;
        for (int i = 0; i < batch.examples; i++) {
            cost += stack.output().activate(output.activations, batch, i);
        }
        return cost;
    }

    private FusedLayer output() {
        return layers[layers.length - 1];
    }

    /** Finds every layer's deltas for the mini-batch just run forward. */
    void backward() {
        FusedLayer output = output();
        stack.output().delta(output.activations, output.deltas, batch);
        output.useDeltas();
        for (int layer = layers.length - 2; layer >= 0; layer--) {
            FusedLayer hidden = layers[layer];
            layers[layer + 1].blas.backward(hidden.deltas);
            thinning.pullBack(layer, hidden.deltas, batch.examples);
            stack.hidden().get(layer).timesDerivative(hidden.activations, hidden.deltas, hidden.size());
            hidden.useDeltas();
        }
    }

    /** How many of the examples just run forward have the largest activation at their label. */
    int correct() {
        int correct = 0;
        for (int i = 0; i < batch.examples; i++) {
            correct += OutputRule.choice(output().activations, batch, i) == batch.labels[i] ? 1 : 0;
        }
        return correct;
    }
}
