package org.tailoff.train;

import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;

/**
 * Norms of the gradient of the data cost averaged over a whole set, tensor by tensor: the force that reading C1a of the exercise's first
 * claim weighs against decay. Biases included; the regulariser is not.
 */
final class FullGradient {
    private static final int CHUNK = 100;

    private final FusedNetwork network;
    private final int images;
    private final int[] order = new int[CHUNK];
    private final double[][] sums;
    private final double[][] chunk;

    /**
     * Prepares for a set.
     *
     * @param stack shape
     * @param parameters the network's parameters
     * @param source the set
     * @param images how many images it has
     */
    FullGradient(DenseStack stack, Pointer parameters, BatchSource source, int images) {
        network = new FusedNetwork(stack, parameters, source, CHUNK);
        this.images = images;
        int layers = network.layers().length;
        sums = new double[2 * layers][];
        chunk = new double[layers][];
        for (int layer = 0; layer < layers; layer++) {
            DenseBlas blas = network.layers()[layer].blas;
            sums[2 * layer] = new double[blas.weights()];
            sums[2 * layer + 1] = new double[blas.outputs()];
            chunk[layer] = new double[blas.weights()];
        }
    }

    /** One norm per tensor, W and b of each layer in turn, at the parameters as they are now. */
    double[] norms() {
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int from = 0; from < images; from += CHUNK) {
            addChunk(from, Math.min(CHUNK, images - from));
        }
        return Arrays.stream(sums)
                .mapToDouble(sum -> Math.sqrt(Vectors.dot(sum, sum)) / images)
                .toArray();
    }

    private void addChunk(int from, int count) {
        for (int i = 0; i < count; i++) {
            order[i] = from + i;
        }
        network.load(order, 0, count);
        network.forward();
        network.backward();
        for (int layer = 0; layer < chunk.length; layer++) {
            FusedLayer each = network.layers()[layer];
            each.blas.gradient(chunk[layer]);
            add(chunk[layer], sums[2 * layer]);
            add(each.biasGradient, sums[2 * layer + 1]);
        }
    }

    private static void add(double[] summand, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += summand[i];
        }
    }
}
