package org.tailoff.plugins.initialisers;

import java.util.random.RandomGenerator;
import org.tailoff.initialise.Layer;

/**
 * Random matrices with orthonormal columns: Q of the QR decomposition of a matrix of normals by Householder reflections,
 * which take a fixed number of steps whatever is drawn. With the diagonal of R made positive, Q is uniform among all such
 * matrices (Mezzadri 2007, How to generate random matrices from the classical compact groups, section 5).
 */
final class Orthonormal {
    private Orthonormal() {}

    /** Weights of a layer: orthonormal neurons if there are no more of them than inputs, else orthonormal inputs. */
    static double[] weights(Layer layer, double gain, RandomGenerator random) {
        boolean tall = layer.fanIn() >= layer.neurons();
        double[][] q =
                columns(Math.max(layer.fanIn(), layer.neurons()), Math.min(layer.fanIn(), layer.neurons()), random);
        double[] weights = new double[layer.weightCount()];
        for (int at = 0; at < weights.length; at++) {
            int neuron = at / layer.fanIn();
            int input = at % layer.fanIn();
            weights[at] = gain * (tall ? q[neuron][input] : q[input][neuron]);
        }
        return weights;
    }

    /** {@code count} orthonormal columns of {@code length} numbers, {@code count <= length}. */
    static double[][] columns(int length, int count, RandomGenerator random) {
        double[][] a = new double[count][];
        for (int j = 0; j < count; j++) {
            a[j] = Draws.normal(length, 1, random);
        }
        double[] signs = new double[count];
        double[][] reflections = new double[count][];
        for (int k = 0; k < count; k++) {
            reflections[k] = reflection(a[k], k);
            signs[k] = a[k][k] > 0 ? -1 : 1; // of the diagonal of R
            for (int j = k + 1; j < count; j++) {
                reflect(reflections[k], k, a[j]);
            }
        }
        return unfolded(reflections, signs, length);
    }

    /** The unit vector v, 0 above k, for which I - 2 v v^T maps x, from k on, to a multiple of the k-th axis. */
    private static double[] reflection(double[] x, int k) {
        double[] v = x.clone();
        double norm = norm(x, k);
        v[k] += v[k] > 0 ? norm : -norm;
        double length = norm(v, k);
        for (int i = k; i < v.length; i++) {
            v[i] = length == 0 ? 0 : v[i] / length;
        }
        return v;
    }

    private static double norm(double[] x, int from) {
        double squares = 0;
        for (int i = from; i < x.length; i++) {
            squares += x[i] * x[i];
        }
        return Math.sqrt(squares);
    }

    /** x - 2 v (v . x), from k on. */
    private static void reflect(double[] v, int k, double[] x) {
        double inner = 0;
        for (int i = k; i < x.length; i++) {
            inner += v[i] * x[i];
        }
        for (int i = k; i < x.length; i++) {
            x[i] -= 2 * inner * v[i];
        }
    }

    /** The reflections applied to the first axes, the last reflection first. */
    private static double[][] unfolded(double[][] reflections, double[] signs, int length) {
        double[][] q = new double[signs.length][length];
        for (int j = 0; j < q.length; j++) {
            q[j][j] = signs[j];
            for (int k = j; k >= 0; k--) {
                reflect(reflections[k], k, q[j]);
            }
        }
        return q;
    }
}
