package org.tailoff.train;

import java.util.List;
import org.tailoff.data.LabelledExamples;
import org.tailoff.registry.LayerParameters;

/**
 * The book's algorithm in plain loops over double arrays, written from its equations as an oracle for the engines:
 * sigmoid layers, cross-entropy, and w - q w - (eta / m) sum_x dC_x/dw with the gradient at the undecayed w.
 */
final class ReferenceNetwork {
    final double[][][] weights; // layer, neuron, input
    final double[][] biases; // layer, neuron

    ReferenceNetwork(List<LayerParameters> initial) {
        weights = new double[initial.size()][][];
        biases = new double[initial.size()][];
        for (int l = 0; l < weights.length; l++) {
            double[] flat = initial.get(l).weights();
            biases[l] = initial.get(l).biases().clone();
            int fanIn = flat.length / biases[l].length;
            weights[l] = new double[biases[l].length][fanIn];
            for (int j = 0; j < biases[l].length; j++) {
                System.arraycopy(flat, j * fanIn, weights[l][j], 0, fanIn);
            }
        }
    }

    /** The activations of every layer, inputs first. */
    double[][] feedForward(double[] input) {
        double[][] activations = new double[weights.length + 1][];
        activations[0] = input;
        for (int l = 0; l < weights.length; l++) {
            activations[l + 1] = new double[biases[l].length];
            for (int j = 0; j < biases[l].length; j++) {
                double z = biases[l][j];
                for (int i = 0; i < activations[l].length; i++) {
                    z += weights[l][j][i] * activations[l][i];
                }
                activations[l + 1][j] = 1 / (1 + Math.exp(-z));
            }
        }
        return activations;
    }

    /** One update; {@code decay} is q = eta lambda / n. */
    void step(LabelledExamples images, int[] batch, double learningRate, double decay) {
        double[][][] weightGradients = new double[weights.length][][];
        double[][] biasGradients = new double[weights.length][];
        for (int l = 0; l < weights.length; l++) {
            weightGradients[l] = new double[biases[l].length][weights[l][0].length];
            biasGradients[l] = new double[biases[l].length];
        }
        for (int image : batch) {
            accumulate(images, image, weightGradients, biasGradients);
        }
        for (int l = 0; l < weights.length; l++) {
            for (int j = 0; j < biases[l].length; j++) {
                biases[l][j] -= learningRate / batch.length * biasGradients[l][j];
                for (int i = 0; i < weights[l][j].length; i++) {
                    weights[l][j][i] =
                            (1 - decay) * weights[l][j][i] - learningRate / batch.length * weightGradients[l][j][i];
                }
            }
        }
    }

    private void accumulate(
            LabelledExamples images, int image, double[][][] weightGradients, double[][] biasGradients) {
        double[] input = new double[images.inputs()];
        images.copyInputs(image, input, 0);
        double[][] a = feedForward(input);
        double[] delta = a[weights.length].clone();
        delta[images.label(image)] -= 1;
        for (int l = weights.length - 1; l >= 0; l--) {
            double[] below = new double[a[l].length];
            for (int j = 0; j < delta.length; j++) {
                biasGradients[l][j] += delta[j];
                for (int i = 0; i < a[l].length; i++) {
                    weightGradients[l][j][i] += delta[j] * a[l][i];
                    below[i] += weights[l][j][i] * delta[j];
                }
            }
            for (int i = 0; i < below.length; i++) {
                below[i] *= a[l][i] * (1 - a[l][i]);
            }
            delta = below;
        }
    }
}
