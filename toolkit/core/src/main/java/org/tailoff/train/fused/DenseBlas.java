package org.tailoff.train.fused;

/**
 * Native memory of one dense layer and the matrix products on it, in one precision; Java sees doubles.
 *
 * <p>Symbols: W is the weights, inputs x outputs in column order (neuron j's incoming weights are contiguous); A the
 * layer's input activations, examples x inputs; Z = A W the weighted inputs without biases and D = dC/dZ, examples x
 * outputs in column order. W and the biases lie in the network's own parameter memory. Nothing here allocates after
 * construction.
 *
 * <p>Products run over a window of the inputs: those outside it are zero for every example of the mini-batch.
 */
sealed interface DenseBlas permits DoubleBlas, FloatBlas {

    /** Inputs of the layer (fan-in). */
    int inputs();

    /** Neurons of the layer (fan-out). */
    int outputs();

    /** Number of weights. */
    default int weights() {
        return inputs() * outputs();
    }

    /** The nearest number of this memory's precision. */
    double rounded(double value);

    /**
     * Says how many examples the following calls are about, and which inputs may differ from zero: {@code rows} of them
     * from {@code from}.
     */
    void select(int examples, int from, int rows);

    /** Stores the inputs of {@code count} examples as the input activations, to be called of a first layer alone. */
    void loadInputs(BatchSource source, int[] order, int from, int count);

    /** Stores {@code count} input activations from Java's {@code a}, from its start, as they lie in memory. */
    void writeInputs(double[] a, int count);

    /** Z = A W; copies Z, without biases, to {@code z}. */
    void forward(double[] z);

    /** Stores D. */
    void writeDeltas(double[] d);

    /** D W^T, examples x inputs in column order: the derivative of the cost by the input activations. */
    void backward(double[] target);

    /** W &lt;- keep W - step A^T D. */
    void update(double keep, double step);

    /**
     * Finds A^T D, the gradient summed over the examples, over all inputs.
     *
     * @param more whether it is added to what was found before
     */
    void sumGradient(boolean more);

    /** Copies the gradient found, inputs x outputs. */
    void readGradient(double[] target);

    /**
     * ||A^T D||^2: with fewer examples than outputs from the examples' Gram matrix, as the inner product of D and (A
     * A^T) D; with more from the gradient, which then takes fewer products.
     */
    double gradientSquares();

    /** Sum of A^T D over all its elements: over the examples, the sum of its inputs times the sum of its deltas. */
    double gradientSum();

    /** No input activation is of greater magnitude. */
    double largestInput();

    /** Copies {@code count} weights from index {@code from} to the start of {@code target}. */
    void readWeights(double[] target, int from, int count);

    /** Stores all weights. */
    void writeWeights(double[] source);

    /** Copies the biases. */
    void readBiases(double[] target);

    /** Stores the biases. */
    void writeBiases(double[] source);
}
