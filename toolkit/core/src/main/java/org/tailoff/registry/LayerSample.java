package org.tailoff.registry;

import java.util.Arrays;
import java.util.function.Supplier;
import org.tailoff.initialise.Sample;
import org.tailoff.registry.Architecture.ActivationFunction;
import org.tailoff.text.Texts;

/** Inputs of a layer, worked out when they are first asked for: most initialisers never ask. */
final class LayerSample implements Sample {
    private final double[] biases;
    private final ActivationFunction activation;
    private final Supplier<double[][]> source;
    private double[][] inputs = {};

    /**
     * Sample of one layer.
     *
     * @param biases of the layer
     * @param activation of the layer
     * @param source of its inputs; the rows are not written to
     */
    LayerSample(double[] biases, ActivationFunction activation, Supplier<double[][]> source) {
        this.biases = biases;
        this.activation = activation;
        this.source = source;
    }

    /** What the layer after this one receives, once this one has its weights. */
    LayerSample next(double[] weights, double[] nextBiases, ActivationFunction nextActivation) {
        return new LayerSample(nextBiases, nextActivation, () -> activations(weights));
    }

    private synchronized double[][] own() {
        if (inputs.length == 0) {
            inputs = source.get();
        }
        return inputs;
    }

    @Override
    public int count() {
        return own().length;
    }

    @Override
    public double[][] inputs() {
        return Arrays.stream(own()).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[][] weightedInputs(double[] weights) {
        double[][] rows = own();
        int expected = rows[0].length * biases.length;
        Texts.require(weights.length == expected, "weights must be " + expected + " numbers, were " + weights.length);
        return Arrays.stream(rows).map(row -> weightedInputs(row, weights)).toArray(double[][]::new);
    }

    private double[] weightedInputs(double[] row, double[] weights) {
        double[] z = biases.clone();
        for (int j = 0; j < z.length; j++) {
            int first = j * row.length;
            for (int i = 0; i < row.length; i++) {
                z[j] += weights[first + i] * row[i];
            }
        }
        return z;
    }

    @Override
    public double[][] activations(double[] weights) {
        return Arrays.stream(weightedInputs(weights)).map(activation.function()).toArray(double[][]::new);
    }
}
