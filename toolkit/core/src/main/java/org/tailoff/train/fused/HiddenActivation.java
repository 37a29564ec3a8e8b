package org.tailoff.train.fused;

import org.tailoff.record.LayerEpoch;
import org.tailoff.train.activation.Exponential;

/** Activation of a hidden layer, with its derivative expressed through the activation itself. */
enum HiddenActivation {
    /** a = 1 / (1 + exp(-z)), a' = a (1 - a). */
    SIGMOID {
        @Override
        void activate(double[] z, int count) {
            for (int i = 0; i < count; i++) {
                z[i] = 1 / (1 + Exponential.of(-z[i]));
            }
        }

        @Override
        void timesDerivative(double[] a, double[] delta, int count) {
            for (int i = 0; i < count; i++) {
                delta[i] *= a[i] * (1 - a[i]);
            }
        }
    },
    /** a = tanh z, a' = 1 - a^2. */
    TANH {
        @Override
        void activate(double[] z, int count) {
            for (int i = 0; i < count; i++) {
                z[i] = StrictMath.tanh(z[i]);
            }
        }

        @Override
        void timesDerivative(double[] a, double[] delta, int count) {
            for (int i = 0; i < count; i++) {
                delta[i] *= 1 - a[i] * a[i];
            }
        }
    },
    /** a = max(z, 0), a' = 1 where z > 0, else 0. */
    RELU {
        @Override
        void activate(double[] z, int count) {
            for (int i = 0; i < count; i++) {
                z[i] = Math.max(z[i], 0);
            }
        }

        @Override
        void timesDerivative(double[] a, double[] delta, int count) {
            for (int i = 0; i < count; i++) {
                delta[i] = a[i] > 0 ? delta[i] : 0;
            }
        }

        @Override
        boolean saturates(double z) {
            return z <= 0;
        }
    };

    /**
     * Replaces weighted inputs by activations.
     *
     * @param z weighted inputs on entry, activations on return
     * @param count how many of them
     */
    abstract void activate(double[] z, int count);

    /**
     * Multiplies by the derivative: delta = delta * a'(z).
     *
     * @param a activations
     * @param delta dC/da on entry, dC/dz on return
     * @param count how many of them
     */
    abstract void timesDerivative(double[] a, double[] delta, int count);

    /** Whether a weighted input counts as saturated: {@link LayerEpoch#saturation}. */
    boolean saturates(double z) {
        return Math.abs(z) > LayerEpoch.SATURATED;
    }
}
