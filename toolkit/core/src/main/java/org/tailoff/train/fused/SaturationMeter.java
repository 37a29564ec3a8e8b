package org.tailoff.train.fused;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.LayerEpoch.WeightedInputs;

/**
 * Measures over a fixed sample of examples how saturated the hidden layers are (claim A4-1 of the exercise's thread),
 * how many of their neurons are dead, how large their weighted inputs are, and how large where the gradient comes from.
 */
public final class SaturationMeter {
    private final DenseStack stack;
    private final FusedNetwork network;
    private final int examples;
    private final Sums[] sums;

    /** Of one hidden layer, over the sample. */
    private static final class Sums {
        private final double[] weights;
        /** Of each input, over examples; those of the first layer never change. */
        private final double[] inputSquares;
        /** Of each neuron, whether an example has a derivative that is not 0. */
        private final boolean[] alive;

        private long saturated;
        private double slope;
        private double squares;
        private double deltaSquares;
        private double deltaProductSquares;
        private long seen;

        Sums(FusedLayer layer) {
            weights = new double[layer.blas.weights()];
            inputSquares = new double[layer.blas.inputs()];
            alive = new boolean[layer.biases.length];
        }

        double dead() {
            int dead = 0;
            for (boolean each : alive) {
                dead += each ? 0 : 1;
            }
            return (double) dead / alive.length;
        }

        void clear(boolean first) {
            saturated = 0;
            slope = 0;
            squares = 0;
            deltaSquares = 0;
            deltaProductSquares = 0;
            seen = 0;
            Arrays.fill(alive, false);
            if (!first) {
                Arrays.fill(inputSquares, 0);
            }
        }
    }

    /**
     * Makes the meter.
     *
     * @param stack shape of the network
     * @param parameters its parameters
     * @param source examples, the first of which are the sample
     * @param examples size of the sample
     */
    public SaturationMeter(DenseStack stack, Pointer parameters, BatchSource source, int examples) {
        this.stack = stack;
        this.examples = examples;
        network = new FusedNetwork(stack, parameters, source, stack.chunk());
        sums = Arrays.stream(network.layers())
                .limit(stack.layers() - 1L)
                .map(Sums::new)
                .toArray(Sums[]::new);
        if (sums.length > 0) {
            sumSquares(source, sums[0].inputSquares);
        }
    }

    private void sumSquares(BatchSource source, double[] squares) {
        double[] example = new double[source.inputs()];
        int[] all = IntStream.range(0, examples).toArray();
        for (int i = 0; i < examples; i++) {
            source.inputsInto(all, i, 1, DoubleBuffer.wrap(example));
            for (int index = 0; index < example.length; index++) {
                squares[index] += example[index] * example[index];
            }
        }
    }

    /** One record per hidden layer, at the parameters as they are now. */
    public List<LayerEpoch> measure() {
        for (int layer = 0; layer < sums.length; layer++) {
            sums[layer].clear(layer == 0);
        }
        network.loadAll(0, examples, from -> {
            network.forward(this::see);
            network.backward();
            for (int layer = 0; layer < sums.length; layer++) {
                seeDeltas(layer);
            }
        });
        List<LayerEpoch> layers = new ArrayList<>();
        for (int layer = 0; layer < sums.length; layer++) {
            Sums sum = sums[layer];
            layers.add(new LayerEpoch(
                    Integer.toString(layer),
                    (double) sum.saturated / sum.seen,
                    sum.slope / sum.seen,
                    OptionalDouble.of(sum.dead()),
                    new WeightedInputs(
                            OptionalDouble.of(Math.sqrt(sum.squares / sum.seen)),
                            OptionalDouble.of(independent(layer)),
                            sum.deltaSquares == 0
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(Math.sqrt(sum.deltaProductSquares / sum.deltaSquares)))));
        }
        return layers;
    }

    private void see(int layer, double[] z, int count) {
        Sums sum = sums[layer];
        double[] a = Arrays.copyOf(z, count);
        double[] derivatives = new double[count];
        Arrays.fill(derivatives, 1);
        stack.hidden().get(layer).activate(a, count);
        stack.hidden().get(layer).timesDerivative(a, derivatives, count);
        for (int i = 0; i < count; i++) {
            sum.saturated += stack.hidden().get(layer).saturates(z[i]) ? 1 : 0;
            sum.slope += derivatives[i];
            sum.alive[i / network.examples()] |= derivatives[i] != 0;
            sum.squares += z[i] * z[i];
        }
        sum.seen += count;
    }

    private void seeDeltas(int layer) {
        Sums sum = sums[layer];
        FusedLayer hidden = network.layers()[layer];
        for (int k = 0; k < hidden.size(); k++) {
            double delta = hidden.deltas[k] * hidden.deltas[k];
            sum.deltaSquares += delta;
            sum.deltaProductSquares += delta * hidden.products[k] * hidden.products[k];
        }
        if (layer > 0) {
            double[] inputs = network.inputs(layer);
            int count = network.examples();
            for (int k = 0; k < count * sum.inputSquares.length; k++) {
                sum.inputSquares[k / count] += inputs[k] * inputs[k];
            }
        }
    }

    /** sqrt(mean over neurons of b^2 + sum_i E x_i^2 w_i^2). */
    private double independent(int layer) {
        Sums sum = sums[layer];
        FusedLayer hidden = network.layers()[layer];
        hidden.blas.readWeights(sum.weights, 0, sum.weights.length);
        double squares = 0;
        for (int k = 0; k < sum.weights.length; k++) {
            double meanSquare = sum.inputSquares[k % sum.inputSquares.length] / examples;
            squares += meanSquare * sum.weights[k] * sum.weights[k];
        }
        for (double bias : hidden.biases) {
            squares += bias * bias;
        }
        return Math.sqrt(squares / hidden.biases.length);
    }
}
