package org.tailoff.train.fused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.tailoff.record.TensorEpoch.Gradient;
import org.tailoff.train.measure.Vectors;

/**
 * The gradient of the data cost averaged over a whole set, tensor by tensor: the force that reading C1a of the
 * exercise's first claim weighs against decay, and how much of it lies along the weights. Biases included; the
 * regulariser is not.
 */
public final class FullGradient {
    /**
     * Chunks whose gradients are summed in the memory's precision, which is enough for so few in single precision too.
     */
    private static final int TOGETHER = 20;

    private final int most;
    private final FusedNetwork network;
    private final int images;
    private final double[][] sums;
    private final double[][] together;

    /**
     * Prepares for a set.
     *
     * @param stack shape
     * @param parameters the network's parameters
     * @param source the set
     * @param images how many images it has
     */
    public FullGradient(DenseStack stack, Pointer parameters, BatchSource source, int images) {
        network = new FusedNetwork(stack, parameters, source, stack.chunk());
        most = TOGETHER * stack.chunk();
        this.images = images;
        int layers = network.layers().length;
        sums = new double[2 * layers][];
        together = new double[layers][];
        for (int layer = 0; layer < layers; layer++) {
            DenseBlas blas = network.layers()[layer].blas;
            sums[2 * layer] = new double[blas.weights()];
            sums[2 * layer + 1] = new double[blas.outputs()];
            together[layer] = new double[blas.weights()];
        }
    }

    /** The gradient with respect to every tensor, W and b of each layer in turn, at the parameters as they are now. */
    public List<Gradient> measure() {
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int from = 0; from < images; from += most) {
            addTogether(from, Math.min(from + most, images));
        }
        List<Gradient> gradients = new ArrayList<>();
        for (int layer = 0; layer < together.length; layer++) {
            FusedLayer each = network.layers()[layer];
            each.blas.readWeights(together[layer], 0, together[layer].length);
            gradients.add(mean(sums[2 * layer], together[layer]));
            gradients.add(mean(sums[2 * layer + 1], each.biases));
        }
        return gradients;
    }

    private Gradient mean(double[] sum, double[] tensor) {
        return new Gradient(Math.sqrt(Vectors.dot(sum, sum)) / images, Vectors.dot(sum, tensor) / images);
    }

    private void addTogether(int from, int end) {
        network.loadAll(from, end, start -> addChunk(start > from));
        for (int layer = 0; layer < together.length; layer++) {
            network.layers()[layer].blas.readGradient(together[layer]);
            add(together[layer], sums[2 * layer]);
        }
    }

    private void addChunk(boolean more) {
        network.forward();
        network.backward();
        for (int layer = 0; layer < together.length; layer++) {
            FusedLayer each = network.layers()[layer];
            each.blas.sumGradient(more);
            add(each.biasGradient, sums[2 * layer + 1]);
        }
    }

    private static void add(double[] summand, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += summand[i];
        }
    }
}
