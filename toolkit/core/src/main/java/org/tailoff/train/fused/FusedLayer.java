package org.tailoff.train.fused;

/** One dense layer in Java: what its matrix products are fed with and what is made of them. */
final class FusedLayer {

    /** Native memory and products. */
    final DenseBlas blas;

    /** Weighted inputs without biases, examples x outputs in column order. */
    final double[] products;

    /** Activations, examples x outputs in column order. */
    final double[] activations;

    /** dC/dz, examples x outputs in column order. */
    final double[] deltas;

    /** Biases, one per output; read at every forward pass. */
    final double[] biases;

    /** Gradient of the biases summed over the examples: the sum of the deltas, one per output. */
    final double[] biasGradient;

    private int examples;

    FusedLayer(DenseBlas blas, int capacity) {
        this.blas = blas;
        products = new double[capacity * blas.outputs()];
        activations = new double[capacity * blas.outputs()];
        deltas = new double[capacity * blas.outputs()];
        biases = new double[blas.outputs()];
        biasGradient = new double[blas.outputs()];
    }

    /** Numbers in each of the examples x outputs arrays. */
    int size() {
        return examples * blas.outputs();
    }

    /** z = A W + b into {@link #activations}, for the activation function to replace. */
    void weigh(int examples) {
        this.examples = examples;
        blas.forward(products);
        blas.readBiases(biases);
        for (int j = 0; j < biases.length; j++) {
            for (int k = j * examples; k < (j + 1) * examples; k++) {
                activations[k] = products[k] + biases[j];
            }
        }
    }

    /** Hands the {@link #deltas} to the products and sums them over the examples. */
    void useDeltas() {
        blas.writeDeltas(deltas);
        for (int j = 0; j < biases.length; j++) {
            double sum = 0;
            for (int k = j * examples; k < (j + 1) * examples; k++) {
                sum += deltas[k];
            }
            biasGradient[j] = sum;
        }
    }

    /** b &lt;- b - step times the summed gradient. */
    void updateBiases(double step) {
        for (int j = 0; j < biases.length; j++) {
            biases[j] = blas.rounded(biases[j] - step * biasGradient[j]);
        }
        blas.writeBiases(biases);
    }

    /** Sum of z dC/dz with z without biases, which is the inner product of the weights and their summed gradient. */
    double weightsDotGradient() {
        double sum = 0;
        for (int k = 0; k < size(); k++) {
            sum += products[k] * deltas[k];
        }
        return sum;
    }
}
